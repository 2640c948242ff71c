import { minutesIn, type Tables } from "./recorded.ts";

const MINUTE = 60_000;
/** ms between two minutes that follow each other, at most. A restart for an update takes half a minute. */
const NEXT = 2 * MINUTE;
/** ms that the newest minutes need to be written. */
const WRITTEN = 5 * MINUTE;

/** A time (ms since 1970) in which nothing was recorded: the app did not run, or its clock was not set. */
export interface Gap {
	readonly from: number;
	readonly to: number;
}

export async function gapsIn(tables: Pick<Tables, "minutes">, from: number, until: number): Promise<readonly Gap[]> {
	const gaps: Gap[] = [];
	let known = from;
	for await (const { minute } of minutesIn(tables, from, until)) {
		const at = minute * MINUTE;
		if (at - known > NEXT - MINUTE) gaps.push({ from: known, to: at });
		known = Math.max(known, at + MINUTE);
	}
	if (until - known > WRITTEN) gaps.push({ from: known, to: until });
	return gaps;
}

/** What is left of a time. A rest so short that what follows was recorded in the same minute belongs to nothing. */
export function withoutGaps<T extends Gap>(all: readonly T[], gaps: readonly Gap[]): readonly T[] {
	let left = all;
	for (const gap of gaps)
		left = left.flatMap((one) => {
			if (one.to <= gap.from || one.from >= gap.to) return [one];
			const before = { ...one, to: gap.from };
			const after = { ...one, from: gap.to };
			return [...(before.to > before.from ? [before] : []), ...(after.to - after.from >= NEXT ? [after] : [])];
		});
	return left;
}
