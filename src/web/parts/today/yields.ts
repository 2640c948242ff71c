import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";
import type { View } from "../../view.ts";
import { type Heat, heatsOf } from "../wall/heats.ts";

const WIDTH = 300;
const PERIODS = [
	["today_kwh", "yield_today"],
	["month_kwh", "yield_month"],
	["year_kwh", "yield_year"],
] as const;

/** Heat by source, of the day, the month and the year. */
export function yields(context: RenderContext, view: View): Html | undefined {
	const { html, word } = context;
	const told = PERIODS.map(([period, key]) => [word(key), heatsOf(context, view, period)] as const);
	if (told.every(([, heats]) => heats.every(({ kwh }) => kwh === undefined))) return undefined;
	return html`<h2>${word("yields")}</h2><div class="yields">${told.map(([name, heats]) => period(context, name, heats))}</div>`;
}

function period(context: RenderContext, name: string, heats: readonly Heat[]): Html {
	const { html, word, decimal } = context;
	const shown = (kwh: number) => decimal(kwh, kwh < 100 ? 1 : 0);
	const known = heats.filter((heat) => heat.kwh !== undefined);
	const sum = known.reduce((total, { kwh = 0 }) => total + kwh, 0);
	if (known.length === 0) return html`<div><p class="quiet">${name}</p><p class="none">${word("no_value")}</p></div>`;
	return html`<div><p class="quiet">${name}</p><p class="sum">${shown(sum)}<small>kWh</small></p>${bar(context, known, sum)}<ul class="by">${heats.map(
		({ name: source, kind, kwh }) =>
			html`<li><svg class="sw ${kind}" viewBox="0 0 12 12" aria-hidden="true"><rect width="12" height="12" rx="3"/></svg>${source} <strong>${kwh === undefined ? word("no_value") : shown(kwh)}</strong></li>`,
	)}</ul></div>`;
}

function bar({ html }: RenderContext, heats: readonly Heat[], sum: number): Html {
	let x = 0;
	const parts = heats.flatMap(({ kind, kwh = 0 }) => {
		const width = sum > 0 ? (kwh / sum) * WIDTH : 0;
		const begin = x;
		x += width;
		return width < 1
			? []
			: [
					html`<rect class="${kind}" x="${Math.round(begin)}" width="${Math.max(1, Math.round(width) - 2)}" height="14"/>`,
				];
	});
	return html`<svg class="share" viewBox="0 0 ${WIDTH} 14" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="${WIDTH}" height="14"/>${parts}</svg>`;
}
