import type { Quantity } from "#model/quantities/quantity.ts";
import type { Hour } from "./hours.ts";
import type { Minute } from "./means.ts";
import { add, type Sum, type Sums, sumIn } from "./sums.ts";

type Columns = Readonly<Record<string, readonly (number | null)[]>>;

const MINUTE = 60_000;
const HOUR = 60;

/** Collects minutes and hours into points of so many minutes. */
export class Points {
	readonly #step: number;
	readonly #points = new Map<number, Sums>();

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

	#at(minute: number): Sums {
		const begin = Math.floor(minute / this.#step);
		const point: Sums = this.#points.get(begin) ?? new Map();
		this.#points.set(begin, point);
		return point;
	}
}

const rounded = (value: number) => Math.round(value * 100) / 100;
