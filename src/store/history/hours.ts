import type { DatabaseSync } from "node:sqlite";
import type { Quantity } from "#model/quantities/quantity.ts";
import type { Layouts } from "./layouts.ts";
import { type Column, columnsIn, columnsOf, encoded, type Mean, type Minute, valueIn, viewOf } from "./means.ts";
import { add, type Sum, type Sums, sumIn } from "./sums.ts";

/** Of a sensor in an hour: the mean, the lowest and the highest mean of a minute. Without values there was none. */
export interface HourOf {
	readonly sensor: string;
	/** Absent: temperature. */
	readonly quantity?: Quantity;
	readonly mean: number | undefined;
	readonly low: number | undefined;
	readonly high: number | undefined;
}

/** One hour of a plant. */
export interface Hour {
	/** Whole hours since 1970-01-01 UTC. */
	readonly hour: number;
	readonly sensors: readonly HourOf[];
}

/** All functions throw what SQLite throws. */
export interface HourTables {
	/** Makes the hours up to date after these minutes were written. */
	rollUp(written: readonly number[]): void;
	/** Deletes the oldest hours beyond three years of them. */
	trimHours(): void;
	/** The hour after the last one that was made of its minutes; 0 before the first. Later ones are only in the minutes. */
	rolledUp(): number;
	/** Hours from `from` (included) to `to` (excluded), oldest first, at most `limit`. */
	hours(from: number, to: number, limit: number): readonly Hour[];
}

/** A year of 15 sensors takes 1 MB. */
export const HOUR_TABLES =
	"CREATE TABLE history_hour (hour INTEGER PRIMARY KEY, layout INTEGER NOT NULL, means BLOB NOT NULL) STRICT";

const MINUTES = 60;
const KEPT = 3 * 366 * 24;
/** Hours that are made, or deleted, with one write, which takes a few ms. A file of an older app catches up in two hours. */
const AT_ONCE = 6;

/** @param minutes those of a range, oldest first */
export function hoursIn(
	database: DatabaseSync,
	layouts: Layouts,
	minutes: (from: number, to: number, limit: number) => readonly Minute[],
): HourTables {
	const last = database.prepare("SELECT max(hour) AS hour FROM history_hour");
	const next = database.prepare("SELECT min(minute) AS minute FROM history_minute WHERE minute >= ?");
	const newest = database.prepare("SELECT max(minute) AS minute FROM history_minute");
	const put = database.prepare("INSERT OR REPLACE INTO history_hour (hour, layout, means) VALUES (?, ?, ?)");
	const read = database.prepare(
		"SELECT hour, layout, means FROM history_hour WHERE hour >= ? AND hour < ? ORDER BY hour LIMIT ?",
	);
	const drop = database.prepare(
		`DELETE FROM history_hour WHERE hour IN
			(SELECT hour FROM history_hour ORDER BY hour DESC LIMIT ${AT_ONCE} OFFSET ${KEPT})`,
	);
	const rows = new Map<number, readonly Column[]>();
	const rowOf = (layout: number) => {
		const columns = rows.get(layout) ?? columnsIn(layouts.sensorsOf(layout));
		rows.set(layout, columns);
		return columns;
	};
	const rolledUp = () => numberIn(last.get()?.["hour"], -1) + 1;
	// Only a new hour can be one too many.
	let made = true;
	const make = (hour: number) => {
		made = true;
		const { means, lows, highs } = meansOf(minutes(hour * MINUTES, (hour + 1) * MINUTES, MINUTES));
		const blob = Buffer.concat([means, lows, highs].map(encoded));
		put.run(hour, layouts.idOf(columnsOf(means)), blob);
	};
	return {
		rollUp(written) {
			const before = rolledUp();
			// A clock that was set back, or the minute that a stop cut off.
			for (const hour of new Set(written.map((minute) => Math.floor(minute / MINUTES)))) if (hour < before) make(hour);
			const now = Math.floor(numberIn(newest.get()?.["minute"], 0) / MINUTES);
			for (let hour = before, nth = 0; nth < AT_ONCE; nth += 1) {
				hour = Math.floor(numberIn(next.get(hour * MINUTES)?.["minute"], Number.POSITIVE_INFINITY) / MINUTES);
				if (hour >= now) break;
				make(hour);
				hour += 1;
			}
		},
		trimHours() {
			if (made) made = Number(drop.run().changes) > 0;
		},
		rolledUp,
		hours: (from, to, limit) =>
			read.all(from, to, limit).map(({ hour, layout, means }) => {
				const columns = rowOf(Number(layout));
				return { hour: Number(hour), sensors: valuesIn(columns, means) };
			}),
	};
}

const numberIn = (value: unknown, otherwise: number) => (typeof value === "number" ? value : otherwise);

/** The mean, the lowest and the highest, one after the other. */
function valuesIn(columns: readonly Column[], bytes: unknown): readonly HourOf[] {
	const view = viewOf(bytes);
	const last = columns.at(-1);
	const size = last === undefined ? 0 : last.offset + last.size;
	return columns.map((column) => {
		const { sensor, quantity } = column;
		const mean = valueIn(view, column, 0);
		const [low, high] = [valueIn(view, column, size), valueIn(view, column, 2 * size)];
		return quantity === undefined ? { sensor, mean, low, high } : { sensor, quantity, mean, low, high };
	});
}

function meansOf(minutes: readonly Minute[]) {
	const sums: Sums = new Map();
	for (const { means } of minutes)
		for (const [sensor, mean, quantity] of means) add(sumIn(sums, sensor, quantity), 1, mean);
	const all = [...sums];
	const each = (value: (sum: Sum) => number): readonly Mean[] =>
		all.map(([sensor, sum]): Mean => {
			const known = sum.count === 0 ? undefined : value(sum);
			return sum.quantity === "temperature" ? [sensor, known] : [sensor, known, sum.quantity];
		});
	return {
		means: each(({ sum, count }) => sum / count),
		lows: each(({ low }) => low),
		highs: each(({ high }) => high),
	};
}
