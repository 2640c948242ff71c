import { BAND, type CurveFrame, curveFrame, GRID, tenth, USABLE } from "../drawing/curve-frame.ts";
import type { Html } from "../html.ts";
import { cursor, type Readings, readable } from "../reading.ts";
import type { RenderContext } from "../render-context.ts";
import type { CurveBand, CurveLine, CurvesView } from "./history-page-view.ts";

interface Frame extends CurveFrame {
	/** Every so many ticks are named. */
	readonly named: number;
}

/** Temperatures with their lowest and highest values, and below them when pumps and heaters ran. */
export function curves(context: RenderContext, view: CurvesView): Html {
	const { html, word } = context;
	const wide = frameOf(view, 1160, 300, 1);
	const small = frameOf(view, 360, 220, Math.ceil(view.ticks.length / 5));
	const pictures = [picture(context, view, wide, "day wide"), picture(context, view, small, "day small")];
	return html`${readable(context, readingsOf(context, view), wide, pictures)}<ul class="key">${view.lines.map(
		({ name, kind }) =>
			html`<li><svg viewBox="0 0 22 6" aria-hidden="true"><path class="curve ${kind}" d="M0 3h22"/></svg>${name}</li>`,
	)}</ul><p class="quiet">${word("history_range")}</p>`;
}

const readingsOf = ({ word }: RenderContext, { from, to, points, lines }: CurvesView): Readings => ({
	name: word("history_curves"),
	lines: lines.map(({ name }) => name),
	points: points.map(({ at, label }, n) => ({
		at: (at - from) / (to - from),
		label,
		values: lines.map(({ means }) => means[n] ?? null),
	})),
});

function frameOf(view: CurvesView, width: number, tall: number, named: number): Frame {
	const { from, to, bands } = view;
	const values = view.lines.flatMap(({ lows, highs }) => [...lows, ...highs].filter((one) => one !== null));
	return { ...curveFrame({ values, from, to, bands: bands.length }, width, tall), named };
}

function picture(context: RenderContext, view: CurvesView, frame: Frame, kind: string): Html {
	const { html } = context;
	const { width, height, x, y, left, right, low, high, tall, named } = frame;
	const steps = Array.from({ length: (high - low) / GRID + 1 }, (_, n) => low + n * GRID);
	return html`<svg class="${kind}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${steps.map(
		(at) =>
			html`<path class="grid${at === USABLE ? " use" : ""}" d="M${left} ${y(at)}H${width - right}"/><text class="end" x="${left - 8}" y="${y(at) + 4}">${at}</text>`,
	)}${view.ticks.map(
		({ at, label }, n) =>
			html`<path class="grid tick" d="M${x(at)} 12V${height - 24}"/>${
				n % named === 0 ? html`<text x="${x(at) + 3}" y="${height - 6}">${label}</text>` : undefined
			}`,
	)}${view.now < view.to ? html`<rect class="future" x="${x(view.now)}" y="12" width="${tenth(x(view.to) - x(view.now))}" height="${height - 36}"/>` : undefined}${view.bands.map(
		(band, n) => bandOf(html, band, tall + 8 + n * BAND, frame),
	)}${view.lines.map((line) => html`<path class="range ${line.kind}" d="${rangeOf(view, line, frame)}"/>`)}${view.lines.map(
		(line) => html`<path class="curve ${line.kind}" d="${pathOf(view, line, frame)}"/>`,
	)}${cursor(context, frame)}</svg>`;
}

function bandOf(html: RenderContext["html"], { name, kind, runs }: CurveBand, y: number, frame: Frame): Html {
	const { x, width, left, right } = frame;
	return html`<path class="grid" d="M${left} ${y + 8}H${width - right}"/>${runs.map(
		([from, to]) =>
			html`<rect class="band ${kind}" x="${x(from)}" y="${y}" width="${Math.max(1, tenth(x(to) - x(from)))}" height="16" rx="2"/>`,
	)}<text class="name" x="${left + 4}" y="${y + 12.5}">${name}</text>`;
}

/** Runs of points without a gap, by their places. */
function piecesOf({ points }: CurvesView, values: CurveLine["means"]): readonly (readonly number[])[] {
	const pieces: number[][] = [];
	for (const [n, { follows }] of points.entries()) {
		if (values[n] == null) continue;
		const piece = pieces.at(-1);
		if (piece !== undefined && follows && piece.at(-1) === n - 1) piece.push(n);
		else pieces.push([n]);
	}
	return pieces;
}

/** A gap where nothing was measured, or nothing ran. A single point is a dot. */
function pathOf(view: CurvesView, { means }: CurveLine, { x, y }: Frame): string {
	const at = (n: number) => `${x(view.points[n]?.at ?? 0)} ${y(means[n] ?? 0)}`;
	return piecesOf(view, means)
		.map((piece) => `M${piece.map(at).join("L")}${piece.length === 1 ? "h0.1" : ""}`)
		.join("");
}

function rangeOf(view: CurvesView, { means, lows, highs }: CurveLine, { x, y }: Frame): string {
	const at = (values: CurveLine["lows"]) => (n: number) => `${x(view.points[n]?.at ?? 0)} ${y(values[n] ?? 0)}`;
	return piecesOf(view, means)
		.map((piece) => `M${[...piece.map(at(highs)), ...piece.toReversed().map(at(lows))].join("L")}Z`)
		.join("");
}
