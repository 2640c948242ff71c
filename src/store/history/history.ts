import type { DatabaseSync } from "node:sqlite";
import type { EnergyDay } from "./energy-days.ts";
import { type HourTables, hoursIn } from "./hours.ts";
import { layoutsIn } from "./layouts.ts";
import { columnsOf, decoded, encoded, type Minute } from "./means.ts";
import { type Reasoned, type ReasonTables, reasonsIn } from "./reasons.ts";

export type { Minute } from "./means.ts";

/** An output changed, in percent of its load; or a circuit, in percent of its pump while heat flows. Small changes of a level are kept once a minute. */
export interface Switched {
	readonly kind: "switched";
	/** ms since 1970-01-01 UTC. */
	readonly at: number;
	/** An output's id, or `circuit:` and the id of a circuit. */
	readonly output: string;
	readonly percent: number;
}
export type Recorded = Minute | Switched | Reasoned | EnergyDay;

/** The tables of an open file. All functions throw what SQLite throws. */
export interface HistoryTables extends Pick<HourTables, "hours" | "rolledUp">, Pick<ReasonTables, "reasons"> {
	/** Minutes make hours, which are kept for three years. */
	write(recorded: readonly (Minute | Switched | Reasoned)[]): void;
	/** Deletes the history beyond so many recorded days, one day at a time, which takes a few ms. */
	trim(days: number): void;
	/** Minutes from `from` (whole minutes since 1970, included) to `to` (excluded), oldest first, at most `limit`. */
	minutes(from: number, to: number, limit: number): readonly Minute[];
	/** Changes from `from` to `to` (ms since 1970), oldest first, preceded by the last earlier change of each output. */
	switched(from: number, to: number): readonly Switched[];
}

/**
 * A minute is one row with two bytes per temperature, eight per other value: 30 days of 15 sensors take 2 MB. A row per mean would take 20 MB. The list
 * of sensors is stored once, as a layout.
 */
export const HISTORY_TABLES = `
	CREATE TABLE history_layout (id INTEGER PRIMARY KEY, sensors TEXT NOT NULL UNIQUE) STRICT;
	CREATE TABLE history_minute (minute INTEGER PRIMARY KEY, layout INTEGER NOT NULL, means BLOB NOT NULL) STRICT;
	CREATE TABLE history_switch (
		at INTEGER NOT NULL,
		output TEXT NOT NULL,
		percent INTEGER NOT NULL,
		PRIMARY KEY (at, output)
	) STRICT, WITHOUT ROWID`;

export const MINUTES_A_DAY = 1440;

export function historyIn(database: DatabaseSync): HistoryTables {
	const layouts = layoutsIn(database);
	const putMinute = database.prepare("INSERT OR REPLACE INTO history_minute (minute, layout, means) VALUES (?, ?, ?)");
	const readMinutes = database.prepare(
		"SELECT minute, layout, means FROM history_minute WHERE minute >= ? AND minute < ? ORDER BY minute LIMIT ?",
	);
	const putSwitch = database.prepare("INSERT OR REPLACE INTO history_switch (at, output, percent) VALUES (?, ?, ?)");
	const minutes: HistoryTables["minutes"] = (from, to, limit) =>
		readMinutes.all(from, to, limit).map(({ minute, layout, means }) => ({
			kind: "minute",
			minute: Number(minute),
			means: decoded(layouts.sensorsOf(Number(layout)), means),
		}));
	// A file of an older release that is only read has none.
	let made: HourTables | undefined;
	const hours = () => {
		made ??= hoursIn(database, layouts, minutes);
		return made;
	};
	const { reasons, writeReason, trimReasons } = reasonsIn(database);
	const trim = trimmer(database);
	return {
		reasons,
		write(recorded) {
			for (const one of recorded)
				if (one.kind === "reason") writeReason(one);
				else if (one.kind === "switched") putSwitch.run(one.at, one.output, Math.round(one.percent));
				else putMinute.run(one.minute, layouts.idOf(columnsOf(one.means)), encoded(one.means));
			const written = recorded.flatMap((one) => (one.kind === "minute" ? [one.minute] : []));
			if (written.length > 0) hours().rollUp(written);
		},
		trim(days) {
			if (trim(days)) trimReasons();
			hours().trimHours();
		},
		minutes,
		hours: (...asked) => hours().hours(...asked),
		rolledUp: () => hours().rolledUp(),
		switched: (from, to) =>
			database
				.prepare(
					`SELECT max(at) AS at, output, percent FROM history_switch WHERE at < ?1 GROUP BY output
					UNION ALL SELECT at, output, percent FROM history_switch WHERE at >= ?1 AND at < ?2 ORDER BY at, output`,
				)
				.all(from, to)
				.map(({ at, output, percent }) => ({
					kind: "switched",
					at: Number(at),
					output: String(output),
					percent: Number(percent),
				})),
	};
}

/** Counts minutes instead of comparing times: a clock that jumps ahead by years would otherwise delete everything. */
function trimmer(database: DatabaseSync): (days: number) => boolean {
	const cut = database.prepare("SELECT minute FROM history_minute ORDER BY minute DESC LIMIT 1 OFFSET ?");
	const drop = database.prepare(
		`DELETE FROM history_minute WHERE minute IN
			(SELECT minute FROM history_minute WHERE minute <= ? ORDER BY minute LIMIT ${MINUTES_A_DAY})`,
	);
	const dropSwitches = database.prepare(
		"DELETE FROM history_switch WHERE at < 60000 * (SELECT min(minute) FROM history_minute)",
	);
	return (days) => {
		const newest = cut.get(days * MINUTES_A_DAY)?.["minute"];
		if (newest === undefined) return false;
		drop.run(Number(newest));
		dropSwitches.run();
		return true;
	};
}
