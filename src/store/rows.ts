import { notice, type Tell } from "#model/decision.ts";
import { FAULT_CODES, type Fault } from "#model/fault.ts";
import { MODES } from "#model/intent.ts";
import type { OutputState } from "#model/output.ts";
import type { Override, Setting } from "#model/settings.ts";
import { instant, percent } from "#model/units.ts";
import type { Changes, Kept, Saved } from "./saved.ts";

/** Rows of the file as `part/id` -> JSON. */
export type Rows = ReadonlyMap<string, string>;
/** Rows to write; undefined deletes the row. */
export type RowChanges = ReadonlyMap<string, string | undefined>;

/** Which part a row belongs to, and its id there. */
export const splitKey = (key: string): readonly [part: string, id: string] => {
	const slash = key.indexOf("/");
	return [key.slice(0, slash), key.slice(slash + 1)];
};
export const joinKey = (part: string, id: string) => `${part}/${id}`;

/** Named so that it sorts beside the counters: what is saved each minute then lies on one page of the file. */
const RUNNING = "clock";
const MAPS = ["memories", "outputs", "counters", "published"] as const;

/** Settings, mode, holds and latches, of which nothing may be lost; counters may lose a minute. */
export const matters = (changes: RowChanges): boolean =>
	[...changes.keys()].some((key) => ["overrides", "memories", "mode"].includes(splitKey(key)[0]));
export const isAnnounced = (key: string): boolean => splitKey(key)[0] === "published";

/** The rows that say the same as `changes`, given the rows there are. What cannot be JSON is told and left out. */
export function rowsOf(changes: Changes, known: Iterable<string>, tell: Tell): RowChanges {
	const rows = new Map<string, string | undefined>();
	const put = (part: string, id: string, value: unknown) => {
		const json = value === undefined ? undefined : written(value);
		if (json === undefined && value !== undefined) tell(notice("error", "store_row_not_saved", { part, id }));
		else rows.set(joinKey(part, id), json);
	};
	if (changes.overrides !== undefined) {
		for (const key of known) if (splitKey(key)[0] === "overrides") rows.set(key, undefined);
		for (const o of changes.overrides) put("overrides", JSON.stringify([o.rule, o.field]), o);
	}
	for (const part of MAPS) for (const [id, value] of Object.entries(changes[part] ?? {})) put(part, id, value);
	if (changes.mode !== undefined) put("mode", "", changes.mode);
	if (changes.running !== undefined) put(RUNNING, "", changes.running);
	return rows;
}

function written(value: unknown): string | undefined {
	try {
		return JSON.stringify(value);
	} catch {
		return undefined;
	}
}

/** What the rows say. One that makes no sense is told and skipped; the others count. */
export function savedOf(rows: Rows, tell: Tell): Saved {
	const overrides: Override[] = [];
	const maps: Record<(typeof MAPS)[number], [string, unknown][]> = {
		memories: [],
		outputs: [],
		counters: [],
		published: [],
	};
	let single: Pick<Saved, "mode" | "running"> = {};
	for (const [key, json] of rows) {
		const [part, id] = splitKey(key);
		const row = understood(part, json);
		if (row === undefined) tell(notice("warning", "store_row_skipped", { part, id }));
		else if (row.part === "overrides") overrides.push(row.value);
		else if (row.part === "single") single = { ...single, ...row.value };
		else maps[row.part].push([id, row.value]);
	}
	return {
		overrides,
		memories: Object.fromEntries(maps.memories),
		outputs: Object.fromEntries(maps.outputs) as Record<string, OutputState>,
		counters: Object.fromEntries(maps.counters),
		published: Object.fromEntries(maps.published),
		...single,
	};
}

type Understood =
	| { readonly part: "overrides"; readonly value: Override }
	| { readonly part: "single"; readonly value: Pick<Saved, "mode" | "running"> }
	| { readonly part: (typeof MAPS)[number]; readonly value: unknown }
	| undefined;

function understood(part: string, json: string): Understood {
	const value = read(json);
	if (value === undefined) return undefined;
	switch (part) {
		case "overrides":
			return isOverride(value) ? { part, value } : undefined;
		case "outputs":
			return maybe(outputState(value), (state) => ({ part, value: state }));
		case "memories":
		case "counters":
		case "published":
			return { part, value };
		case "mode":
			return maybe(
				MODES.find((mode) => mode === value),
				(mode) => ({ part: "single", value: { mode } }),
			);
		case RUNNING:
			return isNumber(value) && value >= 0 ? { part: "single", value: { running: instant(value) } } : undefined;
		default:
			return undefined;
	}
}
const maybe = <A, B>(a: A | undefined, to: (a: A) => B): B | undefined => (a === undefined ? undefined : to(a));

function read(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}

const isRecord = (value: unknown): value is Kept =>
	typeof value === "object" && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isSetting = (value: unknown): value is Setting =>
	isNumber(value) || typeof value === "boolean" || typeof value === "string";
const isOverride = (value: unknown): value is Override =>
	isRecord(value) &&
	typeof value["rule"] === "string" &&
	typeof value["field"] === "string" &&
	isSetting(value["value"]) &&
	isSetting(value["replaced"]);
const isFault = (value: unknown): value is Fault =>
	isRecord(value) &&
	FAULT_CODES.some((code) => code === value["code"]) &&
	isRecord(value["facts"]) &&
	Object.values(value["facts"]).every(isSetting);
const isPercent = (value: unknown): value is number => isNumber(value) && value >= 0 && value <= 100;

/** The state of an output, made anew from what was read: a field that makes no sense voids the whole. */
function outputState(value: unknown): OutputState | undefined {
	if (!isRecord(value)) return undefined;
	const { wanted, actual, since, fault } = value;
	if (!isPercent(wanted)) return undefined;
	if (actual !== undefined && !isPercent(actual)) return undefined;
	if (since !== undefined && !isNumber(since)) return undefined;
	if (fault !== undefined && !isFault(fault)) return undefined;
	return {
		wanted: percent(wanted),
		...(actual === undefined ? undefined : { actual: percent(actual) }),
		...(since === undefined ? undefined : { since: instant(since) }),
		...(fault === undefined ? undefined : { fault }),
	};
}
