import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";
import type { View } from "../../view.ts";
import { type Heat, heatsOf } from "./heats.ts";

/** Litres at 40 °C that a shower takes. */
const SHOWER = 40;

/** Hot water that is there, and today's heat by source. What cannot be told is left out. */
export function figures(context: RenderContext, view: View): readonly (Html | undefined)[] {
	return [water(context, view), heat(context, heatsOf(context, view, "today_kwh"))];
}

const big = ({ html }: RenderContext, value: string, unit: string, text: string): Html =>
	html`<div class="fig"><p class="big">${value}<small>${unit}</small></p><p>${text}</p></div>`;

/** Litres over all tanks; showers where the only tank is no buffer for heating. */
function water(context: RenderContext, { energy, parts, sensors }: View): Html | undefined {
	const { word, decimal, celsius } = context;
	const tanks = energy?.tanks ?? [];
	if (tanks.length === 0) return temperature(context, { parts, sensors }, celsius);
	const litres = tanks.reduce((sum, { usable_l, usable_at_least_l = 0 }) => sum + (usable_l ?? usable_at_least_l), 0);
	const known = tanks.every(({ usable_l }) => usable_l !== undefined);
	const showers = Math.floor(litres / SHOWER);
	const heats = parts.some(({ use }) => use === "heating");
	const text = word(known ? "fig_water" : "fig_water_least", { litres: decimal(litres, 0) });
	if (tanks.length === 1 && !heats && known)
		return big(context, String(showers), word(showers === 1 ? "fig_shower" : "fig_showers"), text);
	return big(context, decimal(litres, 0), "L", word(known ? "fig_at_40" : "fig_at_40_least"));
}

/** Of the first tank, where its water cannot be told. */
function temperature(
	context: RenderContext,
	{ parts, sensors }: Pick<View, "parts" | "sensors">,
	celsius: RenderContext["celsius"],
): Html | undefined {
	const tank = parts.find(({ kind }) => kind === "tank");
	const value = sensors.find(({ id }) => id === tank?.sensor)?.value;
	if (tank === undefined || value === undefined) return undefined;
	return big(context, celsius(value), "°C", tank.name);
}

/** The sum, and each source where there are several. */
function heat(context: RenderContext, all: readonly Heat[]): Html | undefined {
	const { html, decimal, word } = context;
	const told = all.filter((one) => one.kwh !== undefined);
	const [first] = told;
	if (first === undefined) return undefined;
	if (all.length === 1)
		return big(
			context,
			decimal(first.kwh ?? 0, 1),
			"kWh",
			word(first.kind === "sun" ? "fig_sun_today" : "fig_named_today", { source: first.name }),
		);
	const sum = told.reduce((total, { kwh = 0 }) => total + kwh, 0);
	return html`<div class="fig"><p class="big">${decimal(sum, 1)}<small>kWh</small></p><p>${word("fig_today")}</p><ul class="by">${heatersAsOne(
		context,
		all,
	).map(
		({ name, kwh, kind }) =>
			html`<li><svg class="sw ${kind}" viewBox="0 0 12 12" aria-hidden="true"><rect width="12" height="12" rx="3"/></svg>${name} <strong>${kwh === undefined ? word("no_value") : `${decimal(kwh, 1)} kWh`}</strong></li>`,
	)}</ul></div>`;
}

/** Several heaters are one line: from afar it is enough what was bought. */
function heatersAsOne({ word }: RenderContext, all: readonly Heat[]): readonly Heat[] {
	const heaters = all.filter(({ kind }) => kind === "heater");
	if (heaters.length < 2) return all;
	const known = heaters.every(({ kwh }) => kwh !== undefined);
	const kwh = heaters.reduce((sum, one) => sum + (one.kwh ?? 0), 0);
	const others = all.filter(({ kind }) => kind !== "heater");
	return [...others, { id: "heaters", kind: "heater", name: word("fig_heaters"), ...(known && { kwh }) }];
}
