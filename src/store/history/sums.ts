import type { Quantity } from "#model/quantities/quantity.ts";

/** What was measured within a time. */
export interface Sum {
	readonly quantity: Quantity;
	sum: number;
	/** Minutes with a value. */
	count: number;
	low: number;
	high: number;
}
/** By sensor. */
export type Sums = Map<string, Sum>;

/** Of a sensor that measured another quantity meanwhile, the newest counts. */
export function sumIn(sums: Sums, sensor: string, quantity: Quantity = "temperature"): Sum {
	const before = sums.get(sensor);
	if (before?.quantity === quantity) return before;
	const sum = { quantity, sum: 0, count: 0, low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
	sums.set(sensor, sum);
	return sum;
}

/** @param count minutes that the mean is of: an hour counts as a whole one */
export function add(sum: Sum, count: number, mean: number | undefined, low = mean, high = mean): void {
	if (mean === undefined || low === undefined || high === undefined) return;
	sum.sum += count * mean;
	sum.count += count;
	if (low < sum.low) sum.low = low;
	if (high > sum.high) sum.high = high;
}

/** Undefined without a value. */
export const meanOf = ({ sum, count }: Sum): number | undefined => (count === 0 ? undefined : sum / count);
