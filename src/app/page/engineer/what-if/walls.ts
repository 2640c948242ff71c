import type { Wall } from "#model/quantities/wall.ts";
import { wallOf } from "#runtime/clock.ts";
import { localTimes } from "#runtime/local-time.ts";

/** Clocks change at full quarters of an hour everywhere. */
const QUARTER = 15;

/** The clock on the wall at minutes since 1970 that come in order. To look up each minute would take longer than to decide it. */
export function wallsIn(zone: string | undefined): (minute: number) => Wall {
	const local = localTimes(zone);
	let quarter = Number.NaN;
	let first: Wall | undefined;
	let minuteNow = Number.NaN;
	let last: Wall | undefined;
	return (minute) => {
		if (last !== undefined && minute === minuteNow) return last;
		const begin = Math.floor(minute / QUARTER) * QUARTER;
		if (first === undefined || begin !== quarter) first = wallOf(local(new Date(begin * 60_000)), true);
		quarter = begin;
		minuteNow = minute;
		last = { ...first, minute_of_day: first.minute_of_day + minute - begin };
		return last;
	};
}
