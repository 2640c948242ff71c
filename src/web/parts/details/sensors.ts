import { type Html, sentence } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";
import type { SensorView, View } from "../../view.ts";

/** Each sensor with its value and age. One without a value says why, and never shows a number. */
export function sensors(context: RenderContext, { sensors: all }: View): Html | undefined {
	if (all.length === 0) return undefined;
	const { html, word } = context;
	return html`<h2 id="sensors-title">${word(all.every(({ quantity }) => quantity === "temperature") ? "sensors" : "measured")}</h2><table aria-labelledby="sensors-title"><thead><tr><th scope="col">${word("sensor")}</th><th scope="col">${word("value")}</th><th scope="col">${word("age")}</th></tr></thead><tbody>${all.map(
		(sensor) => row(context, sensor),
	)}</tbody></table>`;
}

function row(
	{ html, word, measured, ago }: RenderContext,
	{ name, quantity, state, value, age, text }: SensorView,
): Html {
	if (state === "ok" && value !== undefined)
		return html`<tr><th scope="row">${name}</th><td class="figure">${measured(value, quantity)}</td><td class="quiet">${ago(age ?? 0)}</td></tr>`;
	if (state === "unknown")
		return html`<tr class="waits"><th scope="row">${name}</th><td colspan="2">${word("waiting")}</td></tr>`;
	return html`<tr class="lost"><th scope="row">${name}</th><td><span class="none">${word("no_value")}</span></td><td class="quiet">${age === undefined ? undefined : ago(age)}</td></tr><tr class="why"><td colspan="3">${sentence(text ?? "")}</td></tr>`;
}
