/** A series of a plot. Values that are no number leave a gap. */
export interface Series {
	readonly label: string;
	/** Its colour is a class of the report's style. */
	readonly colour: string;
	readonly values: readonly number[];
}

const WIDTH = 920;
const HEIGHT = 260;
const [LEFT, RIGHT, TOP, BOTTOM] = [52, 12, 12, 34] as const;
const PLOT = { width: WIDTH - LEFT - RIGHT, height: HEIGHT - TOP - BOTTOM };

/** Safe as text and in a quoted attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"'`]/g, (c) => `&#${c.charCodeAt(0)};`);

interface Frame {
	readonly title: string;
	readonly unit: string;
	readonly low: number;
	readonly high: number;
	/** Labels below, each at a share of the width. */
	readonly marks: readonly { readonly at: number; readonly label: string }[];
}

/** Lines over time. */
export function lines(frame: Pick<Frame, "title" | "unit" | "marks">, series: readonly Series[]): string {
	const { low, high } = limits(series);
	const path = ({ values, colour }: Series) => {
		let pen = "M";
		const steps = values.map((value, at) => {
			if (!Number.isFinite(value)) {
				pen = "M";
				return "";
			}
			const step = `${pen}${coordinate(across(at, values.length - 1))} ${coordinate(down(value, low, high))}`;
			pen = "L";
			return step;
		});
		return `<path class="line ${colour}" d="${steps.join("")}"/>`;
	};
	return framed({ ...frame, low, high }, series, series.map(path).join(""));
}

/** Groups of bars, one for each value. A series of zeros is left out. */
export function bars(frame: Pick<Frame, "title" | "unit" | "marks">, all: readonly Series[]): string {
	const series = all.filter(({ values }) => values.some((value) => Math.abs(value) > 1e-6));
	const { low, high } = limits(series);
	const groups = Math.max(...series.map(({ values }) => values.length), 1);
	const room = PLOT.width / groups;
	const width = (room * 0.8) / Math.max(series.length, 1);
	const drawn = series.flatMap(({ values, colour }, nth) =>
		values.map((value, at) => {
			const x = LEFT + room * (at + 0.1) + width * nth;
			const [from, to] = [down(Math.max(value, 0), low, high), down(Math.min(value, 0), low, high)];
			return `<rect class="bar ${colour}" x="${coordinate(x)}" y="${coordinate(from)}" width="${coordinate(width)}" height="${coordinate(to - from)}"/>`;
		}),
	);
	return framed({ ...frame, low, high }, series, drawn.join(""));
}

function framed({ title, unit, low, high, marks }: Frame, series: readonly Series[], inside: string): string {
	const grid = ticks(low, high).map((value) => {
		const y = coordinate(down(value, low, high));
		return `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y}" y2="${y}"/><text class="tick" x="${LEFT - 6}" y="${y}" dy="0.32em" text-anchor="end">${value}</text>`;
	});
	const below = marks.map(
		({ at, label }, nth) =>
			`<text class="tick mark${nth % 2 === 1 ? " between" : ""}" x="${coordinate(LEFT + at * PLOT.width)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${escaped(label)}</text>`,
	);
	const legend = series.map(({ label, colour }) => `<li><span class="key ${colour}"></span>${escaped(label)}</li>`);
	return `<figure><figcaption>${escaped(title)} <small>${escaped(unit)}</small></figcaption>
<ul class="legend">${legend.join("")}</ul>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">${grid.join("")}${below.join("")}${inside}</svg></figure>`;
}

/** Round values from just below the least to just above the greatest. */
function limits(series: readonly Series[]): { readonly low: number; readonly high: number } {
	const all = series.flatMap(({ values }) => values.filter(Number.isFinite));
	const [least, most] = [all.reduce((a, b) => Math.min(a, b), 0), all.reduce((a, b) => Math.max(a, b), 1)];
	const step = stepOf(most - least);
	return { low: least > -step / 10 ? 0 : Math.floor(least / step) * step, high: Math.ceil(most / step) * step };
}

function ticks(low: number, high: number): readonly number[] {
	const step = stepOf(high - low);
	return Array.from({ length: Math.round((high - low) / step) + 1 }, (_, nth) =>
		Number((low + nth * step).toPrecision(6)),
	);
}

/** 1, 2 or 5 times a power of ten, at least a fifth of the range. */
function stepOf(range: number): number {
	const power = 10 ** Math.floor(Math.log10(Math.max(range, 1e-6) / 4));
	return ([1, 2, 5, 10].find((one) => one * power * 5 >= range) ?? 10) * power;
}

const across = (at: number, last: number) => LEFT + (last > 0 ? at / last : 0) * PLOT.width;
const down = (value: number, low: number, high: number) => TOP + (1 - (value - low) / (high - low || 1)) * PLOT.height;
const coordinate = (value: number) => value.toFixed(1);
