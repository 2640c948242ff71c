import { type Html, sentence } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";
import type { OutputView, View } from "../../view.ts";
import { circuits } from "./circuits.ts";
import { explanation as explained } from "./explanation.ts";
import { holds } from "./holds.ts";
import { limit, overruled as lost } from "./overruled.ts";

/** Each circuit and output: its state, since when, why, and what was overruled. */
export function outputs(context: RenderContext, view: View): Html | undefined {
	const all = view.outputs;
	if (all.length === 0) return undefined;
	const { html, word } = context;
	const inCircuits = new Set(view.circuits.flatMap(({ valves }) => valves.map(({ valve }) => valve)));
	return html`<h2>${word("outputs")}</h2><div class="outputs">${all.map((output) => card(context, output, inCircuits.has(output.id)))}</div>${circuits(context, view)}`;
}

function card(context: RenderContext, output: OutputView, inCircuit: boolean): Html {
	const { html, word, lasting } = context;
	const { name, role, actual, want, want_text, state_text, age, text, fault, fault_text, overruled, id } = output;
	const { silence_test, explanation, limited } = output;
	const on = actual !== undefined && actual > 0 && role !== "valve";
	const how = fault !== undefined ? "bad" : actual === undefined ? "unknown" : on ? "on" : "off";
	return html`<article class="output ${how}"><h3>${name} <span class="state">${state_text}</span>${
		age === undefined ? undefined : html` <span class="quiet">${lasting(age)}</span>`
	}</h3><p class="line">${text}</p>${limit(context, limited)}${
		fault === undefined
			? undefined
			: html`<p class="fault">${sentence(fault_text ?? fault)} ${actual === want ? undefined : word("wanted", { want: want_text })}</p>`
	}${silence_test === undefined ? undefined : html`<p class="quiet">${silence_test}</p>`}${explained(context, id, explanation, on)}${holds(context, output, inCircuit)}${lost(context, id, overruled)}</article>`;
}
