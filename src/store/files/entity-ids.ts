import { readFileSync } from "node:fs";
import { join } from "node:path";
import { replaceFile } from "#files/replace.ts";
import { caught } from "#model/untyped/caught.ts";
import { isRecord, jsonIn } from "#model/untyped/untyped.ts";

/** Entity ids of a former controller, with which the app's entities go on. */
export const ENTITY_IDS_FILE = "former-entity-ids.json";
const ID = /^[a-z_]+\.[a-z0-9_]+$/;

/** By platform and key, such as `sensor/tank_temperature`. Nothing where the file is missing or damaged: Home Assistant's ids then are the app's own. */
export function entityIds(folder: string): Readonly<Record<string, string>> {
	const read = jsonIn(caught(() => readFileSync(join(folder, ENTITY_IDS_FILE), "utf8"), ""));
	if (!isRecord(read)) return {};
	return Object.fromEntries(
		Object.entries(read).flatMap(([key, id]) => (typeof id === "string" && ID.test(id) ? [[key, id]] : [])),
	);
}

/** Throws what the file system throws. */
export const keepEntityIds = (folder: string, ids: Readonly<Record<string, string>>): void =>
	replaceFile(join(folder, ENTITY_IDS_FILE), `${JSON.stringify(ids, undefined, "\t")}\n`);
