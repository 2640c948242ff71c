import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Plant } from "#model/plant/plant.ts";
import type { Instant } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import { Mistake, remark } from "#model/sentences/sentence.ts";
import { wallOf } from "#runtime/clock.ts";
import { localTimes } from "#runtime/local-time.ts";
import { causeOf } from "#store/database.ts";
import { STORE_FILE } from "#store/files/files.ts";
import { historyIn, type Minute } from "#store/history/history.ts";
import { MINUTES_A_DAY } from "#store/history/trimmer.ts";
import type { Found, Row, Table } from "./table.ts";

/** More than the history keeps. */
const DIGITS = 4;

interface HistoryTable extends Table {
	/** The clock on the wall at these seconds since 1970. */
	wallAt(now: Instant): Wall;
}

/**
 * The newest so many days of the app's own history as a table: a row for each minute, with the means of the sensors that
 * the plant still has. The file is only read, also while the app writes it. Throws a `Mistake` where there is none.
 */
export function historyTable(folder: string, days: number, plant: Plant, zone: string | undefined): HistoryTable {
	const path = join(folder, STORE_FILE);
	if (!existsSync(path)) throw new Mistake(remark("history_none"));
	const local = localTimes(zone);
	return {
		decimal_comma: false,
		header: 1,
		rows: rowsIn(path, days, plant),
		wallAt: (now) => wallOf(local(new Date(now * 1000)), false),
	};
}

async function* rowsIn(path: string, days: number, plant: Plant): AsyncGenerator<Found> {
	let database: DatabaseSync | undefined;
	try {
		database = new DatabaseSync(path, { readOnly: true });
		const newest = Number(database.prepare("SELECT max(minute) AS minute FROM history_minute").get()?.["minute"] ?? 0);
		const tables = historyIn(database);
		let lines = 1;
		for (let from = newest - Math.ceil(days * MINUTES_A_DAY) + 1; ; ) {
			const page = tables.minutes(from, newest + 1, MINUTES_A_DAY);
			for (const minute of page) yield { record: rowOf(minute, plant), info: { lines: ++lines } };
			const last = page.at(-1);
			if (last === undefined) break;
			from = last.minute + 1;
		}
		if (lines === 1) throw new Mistake(remark("history_none"));
	} catch (failed) {
		throw failed instanceof Mistake ? failed : new Mistake(remark("table_unreadable", { why: causeOf(failed) }));
	} finally {
		database?.close();
	}
}

/** A sensor without a mean had no value in this minute; one that measures something else now is another. */
function rowOf({ minute, means }: Minute, { sensors }: Plant): Row {
	const cells = sensors.flatMap(({ id, quantity, offset }) => {
		const found = means.find(([sensor, , measured = "temperature"]) => sensor === id && measured === quantity);
		// The history has corrected values, and the core corrects what it is given.
		return found === undefined ? [] : [[id, found[1] === undefined ? "" : (found[1] - offset).toFixed(DIGITS)]];
	});
	return Object.fromEntries([["time", String(minute * 60)], ...cells]);
}
