import type { DayBand, DayLine, DayView } from "../../day-view.ts";
import { BAND, type CurveFrame, curveFrame, GRID, USABLE } from "../../drawing/curve-frame.ts";
import { spans } from "../../history/page.ts";
import type { Html } from "../../html.ts";
import { cursor, type Readings, readable } from "../../reading.ts";
import type { RenderContext } from "../../render-context.ts";

/** Minutes. Some zones are half an hour apart from the others. */
const HALF_HOUR = 30;

interface Frame extends CurveFrame {
	/** Of so many hours one is named. */
	readonly hours: number;
}

/** Today's temperatures, and below them when pumps and heaters ran. Nothing before there is a history. */
export function curves(context: RenderContext): Html | undefined {
	const { html, word, day } = context;
	if (day === undefined || day.lines.every(({ points }) => points.length < 2)) return undefined;
	const wide = frameOf(day, 1160, 280, 3);
	const pictures = [
		picture(context, day, wide, "day wide"),
		picture(context, day, frameOf(day, 360, 200, 6), "day small"),
	];
	return html`<div class="history-head"><h2>${word("curves")}</h2>${context.beside.has("history") ? spans(context, undefined, undefined) : undefined}</div>${ranges(context, day)}${readable(context, readingsOf(context, day), wide, pictures)}<ul class="key">${day.lines.map(
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
function ranges({ html, word, celsius }: RenderContext, { lines }: DayView): Html {
	const told = lines.map(({ name, points }) => {
		const values = points.flatMap(([, value]) => value ?? []);
		return values.length === 0
			? `${name}: ${word("no_value")}.`
			: `${name}: ${celsius(Math.min(...values))} – ${celsius(Math.max(...values))} °C.`;
	});
	return html`<p class="unseen">${told.join(" ")}</p>`;
}

/** Every moment at which one of the lines has a point. */
function readingsOf({ word }: RenderContext, { lines, length, clock }: DayView): Readings {
	const values = lines.map(({ points }) => new Map(points));
	const minutes = [...new Set(values.flatMap((known) => [...known.keys()]))].sort((a, b) => a - b);
	return {
		name: word("curves"),
		lines: lines.map(({ name }) => name),
		points: minutes.map((minute) => ({
			at: minute / length,
			label: clock(minute),
			values: values.map((known) => known.get(minute) ?? null),
		})),
	};
}

const frameOf = (day: DayView, width: number, tall: number, hours: number): Frame => ({
	...curveFrame({ values: valuesOf(day), from: 0, to: day.length, bands: day.bands.length }, width, tall),
	hours,
});

/** Full hours with their names. When the clocks change, they are not evenly apart. */
function namedHours({ length, clock }: DayView, hours: number) {
	const named: { readonly at: number; readonly name: string }[] = [];
	for (let at = 0; at < length; at += HALF_HOUR) {
		const [hour = "", minute] = clock(at).split(":");
		if (minute === "00" && Number(hour) % hours === 0 && named.at(-1)?.name !== hour) named.push({ at, name: hour });
	}
	return [...named, { at: length, name: "24" }];
}

function picture(context: RenderContext, day: DayView, frame: Frame, kind: string): Html {
	const { html } = context;
	const { width, height, x, y, left, right, low, high, hours, tall } = frame;
	const steps = Array.from({ length: (high - low) / GRID + 1 }, (_, n) => low + n * GRID);
	return html`<svg class="${kind}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${steps.map(
		(at) =>
			html`<path class="grid${at === USABLE ? " use" : ""}" d="M${left} ${y(at)}H${width - right}"/><text class="end" x="${left - 8}" y="${y(at) + 4}">${at}</text>`,
	)}${namedHours(day, hours).map(
		({ at, name }) => html`<text class="mid" x="${x(at)}" y="${height - 6}">${name}</text>`,
	)}<rect class="future" x="${x(day.now)}" y="12" width="${Math.max(0, x(day.length) - x(day.now))}" height="${height - 36}"/>${day.bands.map(
		(band, n) => bandOf(html, band, tall + 8 + n * BAND, frame),
	)}${day.lines.map(({ kind: line, points }) => html`<path class="curve ${line}" d="${pathOf(points, frame)}"/>`)}<path class="now" d="M${x(day.now)} 12V${height - 24}"/>${cursor(context, frame)}</svg>`;
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
