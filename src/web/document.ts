import { FORM, SETUP_FORM, TOKEN } from "./acts/form.ts";
import type { Html } from "./html.ts";
import { broker } from "./parts/details/broker.ts";
import { buses } from "./parts/details/buses.ts";
import { engineer } from "./parts/details/engineer.ts";
import { relays } from "./parts/details/relays.ts";
import { sensors } from "./parts/details/sensors.ts";
import { problems } from "./parts/first/problems.ts";
import { steps } from "./parts/first/steps.ts";
import { concerns } from "./parts/today/concerns.ts";
import { curves } from "./parts/today/curves.ts";
import { energy } from "./parts/today/energy.ts";
import { today } from "./parts/today/head.ts";
import { legionella } from "./parts/today/legionella.ts";
import { outputs } from "./parts/today/outputs.ts";
import { plan } from "./parts/today/plan.ts";
import { targets } from "./parts/today/targets.ts";
import { yields } from "./parts/today/yields.ts";
import { now } from "./parts/wall/now.ts";
import type { RenderContext } from "./render-context.ts";
import { setup } from "./setup/setup.ts";
import { tabs } from "./tabs.ts";
import type { View } from "./view.ts";

/** In reading order, which is also the order for screen readers and phones. */
const PARTS = {
	now,
	problems,
	steps,
	today,
	concerns,
	outputs,
	curves,
	yields,
	legionella,
	plan,
	targets,
	energy,
	engineer,
	sensors,
	relays,
	buses,
	broker,
	setup,
} as const;
type Name = keyof typeof PARTS;

/** What is shown together: the wall, what an owner looks at in the evening, and proofs. */
const VIEWS: Readonly<Record<"wall" | "today" | "details" | "setup", readonly Name[]>> = {
	wall: ["now", "problems", "steps"],
	today: ["today", "concerns", "outputs", "curves", "yields", "legionella", "plan", "targets", "energy"],
	details: ["engineer", "sensors", "relays", "buses", "broker"],
	setup: ["setup"],
};

/** Every part of the page by name. An empty part is not shown. */
export const partsOf = (context: RenderContext, view: View): ReadonlyMap<string, string> =>
	new Map([
		...(context.life === undefined ? [] : [["life", context.life] as const]),
		...Object.entries(PARTS).map(([name, part]) => [name, part(context, view)?.text ?? ""] as const),
	]);

const setsUp = ({ may, setup }: RenderContext): boolean => may && setup !== undefined;

/** Enter in a field keeps what was typed: the first button of a form is the one that Enter presses. */
const setupForm = ({ html, raw }: RenderContext): Html =>
	html`<form id="${SETUP_FORM}" method="post" action="setup">${raw(TOKEN)}<button class="unseen" name="do" value="keep" tabindex="-1" aria-hidden="true"></button></form>`;

/**
 * The whole page, readable without a script: its views are chosen by the fragment of the address. URLs are relative, because
 * the path of an ingress changes. A browser without a script reloads every half minute.
 */
export function documentOf(context: RenderContext, view: View): Html {
	const { html, word, language } = context;
	const shown = (name: keyof typeof VIEWS) =>
		html`<div class="view" id="view-${name}">${VIEWS[name].map(
			(part) => html`<section id="${part}" class="part">${PARTS[part](context, view)}</section>`,
		)}</div>`;
	return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>Solar Heating</title><link rel="icon" href="data:,"><link rel="stylesheet" href="page.css"><noscript><meta http-equiv="refresh" content="30"></noscript><script src="page.js" defer></script><script src="read.js" defer></script></head>
<body data-life="${context.life ?? ""}">${tabs(context)}<div id="lost" role="status" hidden>${word("lost")}</div>${setsUp(context) ? setupForm(context) : undefined}<main>
${shown("wall")}
${shown("today")}
${shown("details")}
${setsUp(context) ? shown("setup") : undefined}
</main>${context.may ? html`<form id="${FORM}" method="post" action="act">${context.raw(TOKEN)}</form><p id="said" role="status" data-done="${word("act_done")}" data-lost="${word("act_lost")}" hidden></p>` : undefined}<footer class="quiet">${context.may && context.beside.has("options") ? html`<p><a href="options">${word("options_link")}</a></p>` : undefined}${context.beside.has("files") ? forHome(context) : undefined}${context.beside.has("logout") ? html`<form id="logout" method="post" action="logout"><button class="btn">${word("logout")}</button></form>` : undefined}Solar Heating ${view.version}</footer></body></html>
`;
}

/** What a person takes along to Home Assistant. */
const forHome = ({ html, word }: RenderContext): Html =>
	html`<p>${word("for_home")} <a href="dashboard.yaml" target="_blank">${word("for_home_dashboard")}</a>, <a href="dashboard-drawn.yaml" target="_blank">${word("for_home_drawn")}</a>, <a href="solar-heating-card.js" download>${word("for_home_card")}</a></p>`;
