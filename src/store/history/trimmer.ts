import type { DatabaseSync } from "node:sqlite";

export const MINUTES_A_DAY = 1440;

/** Begin of the oldest minute, in ms since 1970. */
export const OLDEST = "(SELECT 60000 * min(minute) FROM history_minute)";

/** Minutes that are counted at once: 3 ms. A year is counted in a quarter of an hour after a start. */
const COUNTED_AT_ONCE = 30 * MINUTES_A_DAY;

/** Deletes minutes beyond a number of them, and what was switched over again before the oldest one. All functions throw what SQLite throws. */
export interface Trimmer {
	/** To be told of each minute before it is written. */
	before(minute: number): void;
	/** True where something was deleted: at most a day. */
	to(days: number): boolean;
}

/**
 * Counts minutes instead of comparing times: a clock that jumps ahead by years would otherwise delete everything. The file is
 * counted once, a piece at each call, and from then on what is written and deleted: nobody else writes to it while it is open.
 */
export function trimmerOf(database: DatabaseSync): Trimmer {
	const piece = database.prepare(
		`SELECT count(*) AS count, max(minute) AS last FROM
			(SELECT minute FROM history_minute WHERE minute > ? ORDER BY minute LIMIT ${COUNTED_AT_ONCE})`,
	);
	const has = database.prepare("SELECT 1 FROM history_minute WHERE minute = ?");
	const drop = database.prepare(
		"DELETE FROM history_minute WHERE minute IN (SELECT minute FROM history_minute ORDER BY minute LIMIT ?)",
	);
	// The last change of an output stays, however old: what rests for longer than the history still rests.
	const dropSwitches = database.prepare(
		`DELETE FROM history_switch WHERE at < ${OLDEST} AND at <
			(SELECT max(at) FROM history_switch AS newer WHERE newer.output = history_switch.output AND newer.at <= ${OLDEST})`,
	);
	/** Minutes up to this one are counted. */
	let [counted, until, all] = [0, Number.NEGATIVE_INFINITY, false];
	const count = () => {
		const { count: found, last } = piece.get(Math.max(until, Number.MIN_SAFE_INTEGER)) ?? {};
		counted += Number(found);
		if (typeof last === "number") until = last;
		all = Number(found) < COUNTED_AT_ONCE;
	};
	return {
		before(minute) {
			if ((all || minute <= until) && has.get(minute) === undefined) counted += 1;
		},
		to(days) {
			if (!all) count();
			const beyond = Math.min(MINUTES_A_DAY, counted - days * MINUTES_A_DAY);
			if (beyond <= 0) return false;
			drop.run(beyond);
			counted -= beyond;
			dropSwitches.run();
			return true;
		},
	};
}
