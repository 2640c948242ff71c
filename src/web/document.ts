import { FORM, TOKEN } from "./acts/form.ts";
import type { Html } from "./html.ts";
import { broker } from "./parts/details/broker.ts";
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
	sensors,
	broker,
} as const;
type Name = keyof typeof PARTS;

/** What is shown together: the wall, what an owner looks at in the evening, and proofs. */
const VIEWS: Readonly<Record<"wall" | "today" | "details", readonly Name[]>> = {
	wall: ["now", "problems", "steps"],
	today: ["today", "concerns", "outputs", "curves", "yields", "legionella", "plan", "targets", "energy"],
	details: ["sensors", "broker"],
};

/** Every part of the page by name. An empty part is not shown. */
export const partsOf = (context: RenderContext, view: View): ReadonlyMap<string, string> =>
	new Map(Object.entries(PARTS).map(([name, part]) => [name, part(context, view)?.text ?? ""]));

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
<title>Solar Heating</title><link rel="icon" href="data:,"><link rel="stylesheet" href="page.css"><noscript><meta http-equiv="refresh" content="30"></noscript><script src="page.js" defer></script></head>
<body>${tabs(context)}<div id="lost" role="status" hidden>${word("lost")}</div><main>
${shown("wall")}
${shown("today")}
${shown("details")}
</main>${context.may ? html`<form id="${FORM}" method="post" action="act">${context.raw(TOKEN)}</form><p id="said" role="status" data-done="${word("act_done")}" data-lost="${word("act_lost")}" hidden></p>` : undefined}<footer class="quiet">${forHome(context)}Solar Heating ${view.version}</footer></body></html>
`;
}

const ICONS = {
	wall: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2m0 16v2M2 12h2m16 0h2M5 5l1.400 1.400M17.600 17.600 19 19M5 19l1.400-1.400M17.600 6.400 19 5",
	today: "M3 20h18M4 15l5-6 4 4 7-8",
	details: "M4 6h16M4 12h10m4-2v4M4 18h16",
} as const;

function tabs({ html, word }: RenderContext): Html {
	const tab = (view: keyof typeof VIEWS, name: string) =>
		html`<a href="#view-${view}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${ICONS[view]}"/></svg>${name}</a>`;
	return html`<nav aria-label="${word("tabs")}"><strong>Solar Heating</strong>${tab("wall", word("tab_now"))}${tab("today", word("tab_today"))}${tab("details", word("tab_details"))}</nav>`;
}

/** What a person takes along to Home Assistant. */
const forHome = ({ html, word }: RenderContext): Html =>
	html`<p>${word("for_home")} <a href="dashboard.yaml" target="_blank">${word("for_home_dashboard")}</a>, <a href="dashboard-drawn.yaml" target="_blank">${word("for_home_drawn")}</a>, <a href="solar-heating-card.js" download>${word("for_home_card")}</a></p>`;
