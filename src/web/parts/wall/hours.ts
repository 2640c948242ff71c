import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";
import type { Heat } from "./heats.ts";

const HOURS = 24;
/** Of an hour, and of the tallest bar. */
const WIDE = 10;
const TALL = 46;
const BASE = 48;
/** kWh. Less in every hour is drawn as a low bar, so that a trace does not look like a sunny day. */
const LEAST = 0.5;
/** kWh from which an hour is told, and which may be missing in all. */
const TOLD = 0.05;

const tenth = (value: number) => Math.round(value * 10) / 10;

/** Today's heat hour by hour, by source, under its sum; undefined where nothing is told of today. */
export function hours(context: RenderContext, all: readonly Heat[]): Html | undefined {
	const { html } = context;
	const known = all.filter(({ kwh }) => kwh !== undefined);
	if (known.length === 0) return undefined;
	const sums = Array.from({ length: HOURS }, (_, hour) => sumAt(known, hour));
	const most = Math.max(LEAST, ...sums);
	return html`<svg class="hours" viewBox="0 0 240 66" role="img" aria-label="${labelOf(context, known, sums)}"><path class="line" d="M0 49H240"/>${sums.map(
		(sum, hour) => (sum > 0 ? bar(context, known, { hour, most }) : undefined),
	)}${[6, 12, 18].map((hour) => html`<text x="${hour * WIDE}" y="63">${two(hour)}</text>`)}</svg>`;
}

const sumAt = (all: readonly Heat[], hour: number): number =>
	all.reduce((sum, { hours: its }) => sum + (its?.[hour] ?? 0), 0);

const two = (hour: number) => String(hour).padStart(2, "0");

/** The sun below, what was bought or burnt above it. */
function bar({ html }: RenderContext, all: readonly Heat[], { hour, most }: { hour: number; most: number }) {
	let top = BASE;
	return all.flatMap(({ kind, hours: its }) => {
		const kwh = its?.[hour] ?? 0;
		if (kwh <= 0) return [];
		const height = Math.max(1.5, tenth((kwh / most) * TALL));
		top -= height;
		return [
			html`<rect class="${kind}" x="${hour * WIDE + 1}" y="${tenth(top)}" width="8" height="${height}" rx="1.5"/>`,
		];
	});
}

/** `Today by the hour: 08 to 09: 0.3 kWh; 09 to 10: 1.2 kWh.` */
function labelOf({ word, decimal }: RenderContext, all: readonly Heat[], sums: readonly number[]): string {
	const rows = sums.flatMap((kwh, hour) =>
		kwh < TOLD ? [] : [word("hour_kwh", { from: two(hour), to: two(hour + 1), kwh: decimal(kwh, 1) })],
	);
	const missing = all.reduce((sum, { kwh = 0 }) => sum + kwh, 0) - sums.reduce((sum, kwh) => sum + kwh, 0);
	const more = missing < TOLD ? [] : [word("hour_unknown", { kwh: decimal(missing, 1) })];
	const told = [...rows, ...more];
	return told.length === 0 ? word("hours_none") : `${word("hours_title")}: ${told.join("; ")}.`;
}
