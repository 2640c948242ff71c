import type { DayBand, DayLine, DayView } from "../../day-view.ts";
import { BAND, type CurveFrame, curveFrame, GRID, USABLE } from "../../drawing/curve-frame.ts";
import { spans } from "../../history/page.ts";
import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";

const DAY = 1440;

interface Frame extends CurveFrame {
	/** Minutes between two hours that are named. */
	readonly hours: number;
}

/** Today's temperatures, and below them when pumps and heaters ran. Nothing before there is a history. */
export function curves(context: RenderContext): Html | undefined {
	const { html, word, day } = context;
	if (day === undefined || day.lines.every(({ points }) => points.length < 2)) return undefined;
	const label = labelOf(context, day);
	const wide = picture(context, day, frameOf(day, 1160, 280, 3 * 60), `day wide`, label);
	const small = picture(context, day, frameOf(day, 360, 200, 6 * 60), `day small`, label);
	return html`<div class="history-head"><h2>${word("curves")}</h2>${context.beside.has("history") ? spans(context, undefined, undefined) : undefined}</div>${wide}${small}<ul class="key">${day.lines.map(
		({ name, kind, points }) =>
			html`<li><svg viewBox="0 0 22 6" aria-hidden="true"><path class="curve ${kind}" d="M0 3h22"/></svg>${name} <strong>${last(context, points, day.now)}</strong></li>`,
	)}</ul>`;
}

const valuesOf = ({ lines }: DayView) => lines.flatMap(({ points }) => points.flatMap(([, value]) => value ?? []));
/** Minutes for which a value is that of now. */
const RECENT = 15;
function last({ celsius, word }: RenderContext, points: DayLine["points"], now: number): string {
	const [, value] = points.findLast(([minute, measured]) => measured !== null && minute >= now - RECENT) ?? [];
	return value == null ? word("no_value") : `${celsius(value)} °C`;
}

/** The range of each line, for those who do not see them. */
function labelOf({ word, celsius }: RenderContext, { lines }: DayView): string {
	const ranges = lines.map(({ name, points }) => {
		const values = points.flatMap(([, value]) => value ?? []);
		return values.length === 0
			? `${name}: ${word("no_value")}.`
			: `${name}: ${celsius(Math.min(...values))} – ${celsius(Math.max(...values))} °C.`;
	});
	return [`${word("curves")}.`, ...ranges].join(" ");
}

const frameOf = (day: DayView, width: number, tall: number, hours: number): Frame => ({
	...curveFrame({ values: valuesOf(day), from: 0, to: DAY, bands: day.bands.length }, width, tall),
	hours,
});

function picture({ html }: RenderContext, day: DayView, frame: Frame, kind: string, label: string): Html {
	const { width, height, x, y, left, right, low, high, hours, tall } = frame;
	const steps = Array.from({ length: (high - low) / GRID + 1 }, (_, n) => low + n * GRID);
	const named = Array.from({ length: DAY / hours + 1 }, (_, n) => n * hours);
	return html`<svg class="${kind}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${steps.map(
		(at) =>
			html`<path class="grid${at === USABLE ? " use" : ""}" d="M${left} ${y(at)}H${width - right}"/><text class="end" x="${left - 8}" y="${y(at) + 4}">${at}</text>`,
	)}${named.map(
		(at) => html`<text class="mid" x="${x(at)}" y="${height - 6}">${String(at / 60).padStart(2, "0")}</text>`,
	)}<rect class="future" x="${x(day.now)}" y="12" width="${Math.max(0, x(DAY) - x(day.now))}" height="${height - 36}"/>${day.bands.map(
		(band, n) => bandOf(html, band, tall + 8 + n * BAND, frame),
	)}${day.lines.map(({ kind: line, points }) => html`<path class="curve ${line}" d="${pathOf(points, frame)}"/>`)}<path class="now" d="M${x(day.now)} 12V${height - 24}"/></svg>`;
}

function bandOf(
	html: RenderContext["html"],
	{ name, kind, runs }: DayBand,
	y: number,
	{ x, width, left, right }: Frame,
): Html {
	return html`<path class="grid" d="M${left} ${y + 8}H${width - right}"/>${runs.map(
		([from, to]) =>
			html`<rect class="band ${kind}" x="${x(from)}" y="${y}" width="${Math.max(2, Math.round((x(to) - x(from)) * 10) / 10)}" height="16" rx="3"/>`,
	)}<text class="name" x="${left + 4}" y="${y + 12.5}">${name}</text>`;
}

/** A gap where nothing was measured. */
function pathOf(points: DayLine["points"], { x, y }: Frame): string {
	let pen = "M";
	return points
		.map(([minute, value]) => {
			if (value === null) {
				pen = "M";
				return "";
			}
			const text = `${pen}${x(minute)} ${y(value)}`;
			pen = "L";
			return text;
		})
		.join("");
}
