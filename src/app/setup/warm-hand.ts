/** A value of a sensor, and when it came, in seconds. */
export interface Seen {
	readonly at: number;
	readonly value: number;
}

/** Seconds of which a rise is told, and of which a line is drawn. */
export const RISES_WITHIN = 20;
export const DRAWN = 60;
/** K by which a sensor has to lead all others. A hand warms one by several; one on a roof in the sun rises less. */
const LEAD = 1;

/** The values of the last minute and this one. */
export const withSeen = (before: readonly Seen[], next: Seen): readonly Seen[] => [
	...before.filter(({ at }) => next.at - at <= DRAWN && at < next.at),
	next,
];

/** K above the lowest value of the last seconds; 0 where there is only one. */
export function riseOf(seen: readonly Seen[]): number {
	const last = seen.at(-1);
	if (last === undefined) return 0;
	const lately = seen.filter(({ at }) => last.at - at <= RISES_WITHIN).map(({ value }) => value);
	return last.value - Math.min(...lately);
}

/** The sensor that rises while the others do not: somebody holds it. */
export function inHand(all: ReadonlyMap<string, readonly Seen[]>): string | undefined {
	const rises = [...all].map(([source, seen]) => ({ source, rise: riseOf(seen) })).sort((a, b) => b.rise - a.rise);
	const [first, second] = rises;
	if (first === undefined) return undefined;
	// The rounding of a sensor's sixteenths must not decide.
	return first.rise - (second?.rise ?? 0) >= LEAD - 0.01 ? first.source : undefined;
}
