import type { DatabaseSync } from "node:sqlite";
import { jsonIn } from "#model/untyped/untyped.ts";

/** Lists of sensors, by a number that stands in each row. All functions throw what SQLite throws. */
export interface Layouts {
	idOf(sensors: readonly string[]): number;
	sensorsOf(id: number): readonly string[];
}

/** The sensors of a row. There are few different lists, and each is stored once. */
export function layoutsIn(database: DatabaseSync): Layouts {
	const read = database.prepare("SELECT sensors FROM history_layout WHERE id = ?");
	const find = database.prepare("SELECT id FROM history_layout WHERE sensors = ?");
	const put = database.prepare("INSERT OR IGNORE INTO history_layout (sensors) VALUES (?)");
	const known = new Map<string, number>();
	const lists = new Map<number, readonly string[]>();
	return {
		idOf(sensors: readonly string[]): number {
			const json = JSON.stringify(sensors);
			if (!known.has(json)) {
				put.run(json);
				known.set(json, Number(find.get(json)?.["id"]));
			}
			return known.get(json) ?? 0;
		},
		sensorsOf(id: number): readonly string[] {
			const list = lists.get(id) ?? named(read.get(id)?.["sensors"]);
			if (list.length > 0) lists.set(id, list);
			return list;
		},
	};
}

function named(json: unknown): readonly string[] {
	const sensors = jsonIn(String(json));
	return Array.isArray(sensors) ? sensors.map(String) : [];
}
