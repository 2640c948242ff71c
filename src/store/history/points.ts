import type { Quantity } from "#model/quantities/quantity.ts";
import type { Hour } from "./hours.ts";
import type { Minute } from "./means.ts";

interface Sum {
	readonly quantity: Quantity;
	sum: number;
	count: number;
	low: number;
	high: number;
}
/** By sensor. */
type Point = Map<string, Sum>;
type Columns = Readonly<Record<string, readonly (number | null)[]>>;

const MINUTE = 60_000;
const HOUR = 60;

/** Collects minutes and hours into points of so many minutes. */
export class Points {
	readonly #step: number;
	readonly #points = new Map<number, Point>();

	constructor(step: number) {
		this.#step = step;
	}

	addMinute({ minute, means }: Minute): void {
		const point = this.#at(minute);
		for (const [sensor, mean, quantity] of means) add(sumIn(point, sensor, quantity), 1, mean);
	}

	addHour({ hour, sensors }: Hour): void {
		const point = this.#at(hour * HOUR);
		for (const { sensor, quantity, mean, low, high } of sensors)
			add(sumIn(point, sensor, quantity), HOUR, mean, low, high);
	}

	/** Start of each point in ms since 1970-01-01 UTC, and the values of each sensor. */
	columns(): {
		readonly times: readonly number[];
		readonly sensors: Columns;
		readonly lows: Columns;
		readonly highs: Columns;
		readonly quantities: Readonly<Record<string, Quantity>>;
	} {
		const all = [...this.#points.values()];
		const quantities = new Map(all.flatMap((point) => [...point].map(([s, { quantity }]) => [s, quantity])));
		const columns = (value: (sum: Sum) => number) =>
			Object.fromEntries(
				[...quantities].map(([sensor, quantity]) => [
					sensor,
					all.map((point) => {
						const sum = point.get(sensor);
						return sum === undefined || sum.count === 0 || sum.quantity !== quantity ? null : rounded(value(sum));
					}),
				]),
			);
		return {
			times: [...this.#points.keys()].map((begin) => begin * this.#step * MINUTE),
			sensors: columns(({ sum, count }) => sum / count),
			lows: columns(({ low }) => low),
			highs: columns(({ high }) => high),
			quantities: Object.fromEntries(quantities),
		};
	}

	#at(minute: number): Point {
		const begin = Math.floor(minute / this.#step);
		const point: Point = this.#points.get(begin) ?? new Map();
		this.#points.set(begin, point);
		return point;
	}
}

/** Of a sensor that measured another quantity meanwhile, the newest counts. */
function sumIn(point: Point, sensor: string, quantity: Quantity = "temperature"): Sum {
	const before = point.get(sensor);
	if (before?.quantity === quantity) return before;
	const sum = emptyOf(quantity);
	point.set(sensor, sum);
	return sum;
}

/** @param count minutes that the mean is of: an hour counts as a whole one */
function add(sum: Sum, count: number, mean: number | undefined, low = mean, high = mean): void {
	if (mean === undefined || low === undefined || high === undefined) return;
	sum.sum += count * mean;
	sum.count += count;
	if (low < sum.low) sum.low = low;
	if (high > sum.high) sum.high = high;
}

const emptyOf = (quantity: Quantity): Sum => ({
	quantity,
	sum: 0,
	count: 0,
	low: Number.POSITIVE_INFINITY,
	high: Number.NEGATIVE_INFINITY,
});

const rounded = (value: number) => Math.round(value * 100) / 100;
