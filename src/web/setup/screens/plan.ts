import type { Html } from "../../html.ts";
import type { Asking } from "../ask.ts";
import { STEPS, type Step } from "../setup-view.ts";

/** The steps, each a button to it, with where one is. */
export function steps({ html, setup, say, button }: Asking): Html {
	const at = STEPS.indexOf(setup.step);
	const done = (step: Step) => isDone(step, setup.plan);
	return html`<div class="card path" role="group" aria-label="${say("path")}"><p class="of"><strong>${say("step_of", { nth: at + 1, count: STEPS.length })}</strong></p><svg class="progress" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8" rx="4"/><rect class="fill" width="${Math.round(((at + 1) / STEPS.length) * 100)}" height="8" rx="4"/></svg><ol>${STEPS.map(
		(step, n) =>
			html`<li class="${step === setup.step ? "here" : done(step) ? "done" : ""}">${button(
				`step:${step}`,
				html`<span class="nth" aria-hidden="true">${done(step) && step !== setup.step ? "✓" : n + 1}</span><span class="name">${say(`step_${step}`)}${done(step) ? html`<span class="unseen">, ${say("done")}</span>` : undefined}</span>`,
				{ how: step === setup.step ? "here" : "" },
			)}</li>`,
	)}</ol></div>`;
}

/** The parts of the plan that a step is about. */
const ABOUT: Readonly<Record<Step, readonly string[]>> = {
	broker: ["broker"],
	sensors: ["collector", "tank"],
	outputs: ["pump"],
	tank: ["volume"],
	save: ["saved"],
	wiring: ["wiring"],
};
function isDone(step: Step, plan: Asking["setup"]["plan"]): boolean {
	const rows = plan.filter(({ what }) => ABOUT[step].includes(what));
	return rows.length > 0 && rows.every(({ state }) => state === "done");
}

/** Only what tells one from others: a path is told in full where it is chosen. */
const short = (address: string): string => {
	const at = address.replace(/^one_wire:/, "");
	return at.length <= 24 ? at : `…${at.slice(-16)}`;
};

/** What the plant has, and what it lacks. */
export function missing({ html, setup, say }: Asking): Html {
	return html`<div class="card"><div class="top"><h2>${say("missing")}</h2><p class="quiet">${say("missing_then")}</p></div><ul class="plan-rows">${setup.plan.map(
		({ what, state, at }) =>
			html`<li class="${state}"><span class="mark" aria-hidden="true">${state === "done" ? "✓" : ""}</span><span><b>${say(`plan_${what}`)}</b><br><span class="quiet">${say(`state_${state}`)}${at === undefined ? undefined : html`, <code>${short(at)}</code>`}</span></span></li>`,
	)}</ul></div>`;
}
