import { type EngineerKey, engineerText } from "#texts/engineer.ts";
import { valueText } from "#texts/value.ts";
import { type Html, sentence } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";
import type { SensorView, View } from "../../view.ts";

/** Each sensor with its value and age. One without a value says why, and never shows a number. */
export function sensors(context: RenderContext, { sensors: all, energy }: View): Html | undefined {
	if (all.length === 0) return undefined;
	const { html, word, engineer, language } = context;
	const text = (key: EngineerKey) => engineerText(language, key);
	const title = word(all.every(({ quantity }) => quantity === "temperature") ? "sensors" : "measured");
	const more =
		engineer &&
		html`${["raw", "offset", "errors"].map((key) => html`<th scope="col">${text(key as EngineerKey)}</th>`)}`;
	return html`<h2 id="sensors-title">${title}</h2><div class="wide" role="region" tabindex="0" aria-label="${title}"><table class="readings" aria-labelledby="sensors-title"><thead><tr><th scope="col">${word("sensor")}</th><th scope="col">${word("value")}</th><th scope="col">${word("age")}</th>${more}</tr></thead><tbody>${all.map(
		(sensor) => row(context, sensor, energy?.rates_k_per_h?.[sensor.id]),
	)}</tbody></table></div>`;
}

/** @param rate K/h, where the temperature has changed for some minutes */
function row(context: RenderContext, sensor: SensorView, rate = 0): Html {
	const { html, word, measured, ago, decimal, engineer } = context;
	const { name, quantity, state, value, age, text } = sensor;
	const [more, columns] = [counted(context, sensor), engineer === undefined ? 3 : 6];
	if (state === "ok" && value !== undefined)
		return html`<tr><th scope="row">${name}</th><td class="figure">${measured(value, quantity)}${
			Math.abs(rate) < SLOW
				? undefined
				: html` <small class="quiet">${rate > 0 ? "+" : ""}${decimal(rate, 0)}\u00a0K/h</small>`
		}</td><td class="quiet">${ago(age ?? 0)}</td>${more}</tr>`;
	if (state === "unknown")
		return html`<tr class="waits"><th scope="row">${name}</th><td colspan="2">${word("waiting")}</td>${more}</tr>`;
	return html`<tr class="lost"><th scope="row">${name}</th><td><span class="none">${word("no_value")}</span></td><td class="quiet">${age === undefined ? undefined : ago(age)}</td>${more}</tr><tr class="why"><td colspan="${columns}"><span>${sentence(text ?? "")}</span></td></tr>`;
}

/** K/h. Less is no news, and not even the cooling of a tank at night. */
const SLOW = 1;

/** What was read, what is added to it, and how often there was no answer. */
function counted(
	{ html, engineer, language, decimal }: RenderContext,
	{ id, quantity, value }: SensorView,
): Html | undefined {
	const counts = engineer?.sensors.get(id);
	if (engineer === undefined) return undefined;
	const { offset = 0, errors = 0 } = counts ?? {};
	const raw = value === undefined ? "" : valueText(language, value - offset, quantity).replace(/^-/, "−");
	const added = offset === 0 ? "0" : `${offset > 0 ? "+" : ""}${decimal(offset, 1)}`;
	return html`<td class="number">${raw}</td><td class="number">${added}</td><td class="number">${errors}</td>`;
}
