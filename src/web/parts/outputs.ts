import { type Html, sentence } from "../html.ts";
import type { RenderContext } from "../render-context.ts";
import type { OutputView, View } from "../view.ts";

/** Each output: its state, since when, why, and what was overruled. */
export function outputs(context: RenderContext, { outputs: all }: View): Html | undefined {
	if (all.length === 0) return undefined;
	const { html, word } = context;
	return html`<h2>${word("outputs")}</h2><div class="outputs">${all.map((output) => card(context, output))}</div>`;
}

function card(context: RenderContext, output: OutputView): Html {
	const { html, word, lasting } = context;
	const { name, actual, want, age, text, fault, fault_text, overruled, id } = output;
	const how = fault !== undefined ? "bad" : actual === undefined ? "unknown" : actual > 0 ? "on" : "off";
	return html`<article class="output ${how}"><h3>${name} <span class="state">${state(context, actual)}</span>${
		age === undefined ? undefined : html` <span class="quiet">${lasting(age)}</span>`
	}</h3><p>${text}</p>${
		fault === undefined
			? undefined
			: html`<p class="fault">${sentence(fault_text ?? fault)} ${actual === want ? undefined : word("wanted", { want: state(context, want) })}</p>`
	}${
		overruled.length === 0
			? undefined
			: html`<details id="overruled-${id}"><summary>${word("overruled", { count: overruled.length })}</summary><ul>${overruled.map(
					(one) =>
						html`<li><span class="quiet">${word("overruled_one", { want: state(context, one.want), rank: word(`rank_${one.rank}`) })}</span> ${one.text}</li>`,
				)}</ul></details>`
	}</article>`;
}

function state({ word }: RenderContext, percent: number | undefined): string {
	if (percent === undefined) return word("output_unknown");
	if (percent === 0) return word("output_off");
	return percent === 100 ? word("output_on") : word("output_part", { percent });
}
