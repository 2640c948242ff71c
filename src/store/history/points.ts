import type { Quantity } from "#model/quantities/quantity.ts";
import type { Minute } from "./history.ts";
import type { Hour } from "./hours.ts";
import type { Mean } from "./means.ts";

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
		this.#add(this.#at(minute), means, means, means);
	}

	addHour({ hour, means, lows, highs }: Hour): void {
		this.#add(this.#at(hour * HOUR), means, lows, highs);
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

	#add(point: Point, means: readonly Mean[], lows: readonly Mean[], highs: readonly Mean[]): void {
		for (const [n, [sensor, mean, quantity = "temperature"]] of means.entries()) {
			const before = point.get(sensor);
			const sum = before?.quantity === quantity ? before : emptyOf(quantity);
			point.set(sensor, sum);
			if (mean === undefined) continue;
			sum.sum += mean;
			sum.count += 1;
			sum.low = Math.min(sum.low, lows[n]?.[1] ?? mean);
			sum.high = Math.max(sum.high, highs[n]?.[1] ?? mean);
		}
	}
}

const emptyOf = (quantity: Quantity): Sum => ({
	quantity,
	sum: 0,
	count: 0,
	low: Number.POSITIVE_INFINITY,
	high: Number.NEGATIVE_INFINITY,
});

const rounded = (value: number) => Math.round(value * 100) / 100;
