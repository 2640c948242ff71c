import type { Html } from "../../html.ts";
import type { CircuitView } from "../../plant-view.ts";
import type { RenderContext } from "../../render-context.ts";
import type { View } from "../../view.ts";
import { explanation as explained } from "./explanation.ts";
import { limit, overruled as lost } from "./overruled.ts";

/** Each circuit, where there is more than a pump: whether heat flows, and why. */
export function circuits(context: RenderContext, view: View): Html | undefined {
	if (isSingle(view)) return undefined;
	const { html, word } = context;
	return html`<h2>${word("circuits")}</h2><div class="outputs circuits">${view.circuits.map((one) => card(context, one))}</div>`;
}

/** A house with one of each: what its circuit does is what its pump does. */
export const isSingle = ({ parts, circuits: all }: View): boolean =>
	all.length <= 1 && parts.length <= 2 && all.every(({ valves }) => valves.length === 0);

function card(
	context: RenderContext,
	{ id, name, runs, age, text, limited, overruled, explanation }: CircuitView,
): Html {
	const { html, word, lasting } = context;
	return html`<article class="output ${runs ? "on" : "off"}"><h3>${name} <span class="state">${word(runs ? "circuit_runs" : "circuit_rests")}</span>${
		age === undefined ? undefined : html` <span class="quiet">${lasting(age)}</span>`
	}</h3><p>${text}</p>${limit(context, limited)}${explained(context, `circuit-${id}`, explanation, runs)}${lost(context, `circuit-${id}`, overruled)}</article>`;
}
