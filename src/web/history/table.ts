import type { Html } from "../html.ts";
import type { RenderContext } from "../render-context.ts";
import type { CurvesView, HistoryPageView } from "./history-page-view.ts";

interface Row {
	readonly title: string;
	/** By line. */
	readonly ranges: readonly (readonly [low: number, high: number] | undefined)[];
	readonly kwh?: number;
}

/** The lowest and highest temperatures and the kWh of each day, or of each month of a year: for those who do not see the curves. */
export function table(context: RenderContext, { curves, bars }: HistoryPageView): Html | undefined {
	const { html, word, celsius, decimal } = context;
	const rows = rowsOf(curves, bars);
	if (rows.length === 0) return undefined;
	const told = ([low, high]: readonly [number, number]) => `${celsius(low)} – ${celsius(high)} °C`;
	return html`<details id="history-table"><summary>${word("history_table")}</summary><table><thead><tr><th scope="col">${word("history_time")}</th>${(
		curves?.lines ?? []
	).map(({ name }) => html`<th scope="col">${name}</th>`)}<th scope="col">kWh</th></tr></thead><tbody>${rows.map(
		({ title, ranges, kwh }) =>
			html`<tr><th scope="row">${title}</th>${ranges.map((range) => html`<td>${range === undefined ? word("no_value") : told(range)}</td>`)}<td>${kwh === undefined ? word("no_value") : decimal(kwh, 1)}</td></tr>`,
	)}</tbody></table></details>`;
}

/** A row for each bar, where there are bars; otherwise one for each tick. */
function rowsOf(curves: CurvesView | undefined, bars: HistoryPageView["bars"]): readonly Row[] {
	const begins = curves === undefined ? [] : curves.rows;
	if (begins.length === 0) return bars.map(({ title, heats }) => ({ title, ranges: [], ...sumIn(heats) }));
	return begins.map(({ at, title }, n) => {
		const until = begins[n + 1]?.at ?? curves?.to ?? at;
		const ranges = (curves?.lines ?? []).map(({ lows, highs }) => rangeIn(curves, lows, highs, at, until));
		return { title, ranges, ...sumIn(bars[n]?.heats ?? []) };
	});
}

const sumIn = (heats: HistoryPageView["bars"][number]["heats"]) =>
	heats.length === 0 ? {} : { kwh: heats.reduce((sum, { kwh }) => sum + kwh, 0) };

function rangeIn(
	curves: CurvesView | undefined,
	lows: readonly (number | null)[],
	highs: readonly (number | null)[],
	from: number,
	to: number,
): readonly [number, number] | undefined {
	let range: readonly [number, number] | undefined;
	for (const [n, { at }] of (curves?.points ?? []).entries()) {
		const [low, high] = [lows[n], highs[n]];
		if (at < from || at >= to || low == null || high == null) continue;
		range = range === undefined ? [low, high] : [Math.min(range[0], low), Math.max(range[1], high)];
	}
	return range;
}
