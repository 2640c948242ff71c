import type { DatabaseSync } from "node:sqlite";
import type { EnergyDay } from "./energy-days.ts";
import { type HourTables, hoursIn } from "./hours.ts";
import { layoutsIn } from "./layouts.ts";
import { columnsOf, decoded, encoded, type Minute } from "./means.ts";
import { type Reasoned, type ReasonTables, reasonsIn } from "./reasons.ts";
import { trimmerOf } from "./trimmer.ts";

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

/** Finds the last change of an output without looking through those of others. A year of a pump that changes its speed each minute: 150 ms without. */
export const SWITCH_INDEX = "CREATE INDEX history_switch_output ON history_switch (output, at)";

/** Each output by a look at the index: a list of distinct values would read every row. Before `from`, the last change of each. */
const SWITCHED = `WITH RECURSIVE outputs (output) AS (
	SELECT min(output) FROM history_switch
	UNION ALL
	SELECT (SELECT min(output) FROM history_switch WHERE output > outputs.output) FROM outputs WHERE output IS NOT NULL)
	SELECT one.at, one.output, one.percent
		FROM outputs CROSS JOIN history_switch AS one ON one.output = outputs.output
			AND one.at = (SELECT max(at) FROM history_switch WHERE output = outputs.output AND at < ?1)
	UNION ALL SELECT at, output, percent FROM history_switch WHERE at >= ?1 AND at < ?2 ORDER BY at, output`;

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
	const trim = trimmerOf(database);
	return {
		reasons,
		write(recorded) {
			for (const one of recorded)
				if (one.kind === "reason") writeReason(one);
				else if (one.kind === "switched") putSwitch.run(one.at, one.output, Math.round(one.percent));
				else {
					trim.before(one.minute);
					putMinute.run(one.minute, layouts.idOf(columnsOf(one.means)), encoded(one.means));
				}
			const written = recorded.flatMap((one) => (one.kind === "minute" ? [one.minute] : []));
			if (written.length > 0) hours().rollUp(written);
		},
		trim(days) {
			if (trim.to(days)) trimReasons();
			hours().trimHours();
		},
		minutes,
		hours: (...asked) => hours().hours(...asked),
		rolledUp: () => hours().rolledUp(),
		switched: (from, to) =>
			database
				.prepare(SWITCHED)
				.all(from, to)
				.map(({ at, output, percent }) => ({
					kind: "switched",
					at: Number(at),
					output: String(output),
					percent: Number(percent),
				})),
	};
}
