import type { DatabaseSync } from "node:sqlite";

/** What a counter counted on a local day that has ended. */
export interface EnergyDay {
	readonly kind: "energy_day";
	/** ISO date. */
	readonly day: string;
	/** Which counter, as `src/energy/figures/counts.ts` names it. */
	readonly source: string;
	/** Where it was measured on that day. */
	readonly boundary: string;
	/** kWh that the counter showed when the day began. A day that began twice, as the clock went back, has two rows. */
	readonly from: number;
	readonly kwh: number;
}

/** All functions throw what SQLite throws. */
export interface EnergyDayTables {
	write(days: readonly EnergyDay[]): void;
	/** Rows of these days, `to` excluded, oldest first. A day without a row was not counted. */
	energyDays(from: string, to: string): readonly EnergyDay[];
}

/** A row for each day and counter, about 60 bytes, which no trim removes: 15 counters take 0.3 MB a year. */
export const ENERGY_TABLES = `CREATE TABLE energy_day (
	day TEXT NOT NULL,
	source TEXT NOT NULL,
	start REAL NOT NULL,
	boundary TEXT NOT NULL,
	kwh REAL NOT NULL,
	PRIMARY KEY (day, source, start)
) STRICT, WITHOUT ROWID`;

export function energyDaysIn(database: DatabaseSync): EnergyDayTables {
	// The same day may be told again, after a start.
	const put = database.prepare(
		`INSERT INTO energy_day (day, source, start, boundary, kwh) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET kwh = max(kwh, excluded.kwh)`,
	);
	const read = database.prepare(
		"SELECT day, source, start, boundary, kwh FROM energy_day WHERE day >= ? AND day < ? ORDER BY day, source, start",
	);
	return {
		write(days) {
			for (const { day, source, from, boundary, kwh } of days) put.run(day, source, from, boundary, kwh);
		},
		energyDays: (from, to) =>
			read.all(from, to).map(({ day, source, start, boundary, kwh }) => ({
				kind: "energy_day",
				day: String(day),
				source: String(source),
				boundary: String(boundary),
				from: Number(start),
				kwh: Number(kwh),
			})),
	};
}
