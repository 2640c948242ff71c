import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";
import type { View } from "../../view.ts";

/** Heat that was gained and is stored. What cannot be told has no row. */
export function energy(context: RenderContext, { energy: told, parts, outputs }: View): Html | undefined {
	const { html, word, measured } = context;
	const { sun, heaters = [], tanks = [] } = told ?? {};
	const kwh = (value: number | undefined) => (value === undefined ? undefined : measured(value, "energy"));
	const named = (name: string | undefined, text: string) => (name === undefined ? text : `${name}: ${text}`);
	const several = tanks.length > 1;
	const rows: readonly (readonly [string, string | undefined])[] = [
		...(sun === undefined
			? []
			: ([
					[word("solar_power"), sun.power_w === undefined ? undefined : measured(sun.power_w, "power")],
					[word(sun.boundary === "into_tank" ? "heat_into_tank" : "heat_of_loop"), kwh(sun.today_kwh)],
				] as const)),
		...heaters.map(({ id, today_kwh }) => {
			const name = outputs.find((output) => output.id === id)?.name;
			return [named(name, word("used_today")), kwh(today_kwh)] as const;
		}),
		...tanks.flatMap(({ id, stored_kwh, usable_l, drawn, standing_loss }) => {
			const name = several ? parts.find((part) => part.id === id)?.name : undefined;
			const litres = usable_l === undefined ? undefined : measured(usable_l, "volume");
			return [
				[named(name, word("usable_water")), litres],
				[named(name, word("stored_heat")), kwh(stored_kwh)],
				...(drawn === undefined ? [] : [[named(name, word("drawn_today")), kwh(drawn.today_kwh)] as const]),
				...(standing_loss === undefined
					? []
					: [[named(name, word("lost_today")), kwh(standing_loss.today_kwh)] as const]),
			] as const;
		}),
	];
	if (rows.length === 0) return undefined;
	return html`<h2 id="energy-title">${word("energy")}</h2><table aria-labelledby="energy-title"><tbody>${rows.map(
		([name, value]) =>
			html`<tr><th scope="row">${name}</th><td class="figure">${value ?? html`<span class="none">${word("no_value")}</span>`}</td></tr>`,
	)}</tbody></table>`;
}
