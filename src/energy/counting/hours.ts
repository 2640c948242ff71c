/** kWh by the hours of the local clock, from midnight on. */
export type Hours = readonly number[];

const HOURS = 24;
/** kWh. Finer amounts are not kept. */
const DIGITS = 1e6;
const rounded = (kwh: number) => Math.round(kwh * DIGITS) / DIGITS;

/**
 * Adds kWh to the hours in which they came.
 * @param minute of the local day, now
 * @param took hours until now in which they came; what came before midnight belongs to this day, as it is counted in it
 */
export function inHours(before: Hours, kwh: number, minute: number, took: number): number[] {
	const until = minute / 60;
	const from = Math.max(0, until - took);
	const last = Math.min(HOURS - 1, Math.floor(until));
	const all = Array.from({ length: Math.max(before.length, last + 1) }, (_, hour) => before[hour] ?? 0);
	for (let hour = Math.min(last, Math.floor(from)); hour <= last; hour += 1) {
		const share = until > from ? (Math.min(until, hour + 1) - Math.max(from, hour)) / (until - from) : 1;
		all[hour] = rounded((all[hour] ?? 0) + kwh * share);
	}
	return all;
}

/** Hour by hour; as long as the longest. */
export const sumOfHours = (all: readonly Hours[]): number[] =>
	Array.from({ length: Math.max(0, ...all.map(({ length }) => length)) }, (_, hour) =>
		rounded(all.reduce((sum, hours) => sum + (hours[hour] ?? 0), 0)),
	);

/** No more than is shown of the day, which is a few minutes old. */
export function hoursShown(hours: Hours, today: number): number[] {
	let left = today;
	return hours.map((kwh) => {
		const shown = Math.min(kwh, left);
		left = Math.max(0, left - shown);
		return shown;
	});
}
