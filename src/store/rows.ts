import * as z from "zod";
import { MODES } from "#model/decision/intent.ts";
import type { Override } from "#model/decision/settings.ts";
import { FAULT_CODES } from "#model/plant/fault.ts";
import type { OutputState } from "#model/plant/output.ts";
import { instant, percent } from "#model/quantities/units.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { caught } from "#model/untyped/caught.ts";
import type { Changes, Saved } from "./saved.ts";

/** Rows of the file: `part/id` to JSON. */
export type Rows = ReadonlyMap<string, string>;
/** Rows to write; undefined deletes the row. */
export type RowChanges = ReadonlyMap<string, string | undefined>;

/** The part of a row, and its id. */
export const splitKey = (key: string): readonly [part: string, id: string] => {
	const slash = key.indexOf("/");
	return [key.slice(0, slash), key.slice(slash + 1)];
};
export const joinKey = (part: string, id: string) => `${part}/${id}`;

/** Sorts next to the counters, so that everything saved each minute is on one page of the file. */
const RUNNING = "clock";
const PLAIN = ["memories", "counters", "published"] as const;
type Plain = (typeof PLAIN)[number];

/** Settings, mode, holds and latches must never be lost. Counters may lose a minute. */
export const matters = (changes: RowChanges): boolean =>
	[...changes.keys()].some((key) => ["overrides", "memories", "mode"].includes(splitKey(key)[0]));
export const isAnnounced = (key: string): boolean => splitKey(key)[0] === "published";

/** The rows for `changes`, given the known ones. What JSON cannot express is reported and left out. */
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
	for (const part of ["outputs", ...PLAIN] as const)
		for (const [id, value] of Object.entries(changes[part] ?? {})) put(part, id, value);
	if (changes.mode !== undefined) put("mode", "", changes.mode);
	if (changes.running !== undefined) put(RUNNING, "", changes.running);
	return rows;
}

const written = (value: unknown): string | undefined => caught(() => JSON.stringify(value), undefined);

/** The state in the rows. An invalid row is reported and skipped. */
export function savedOf(rows: Rows, tell: Tell): Saved {
	const overrides: Override[] = [];
	const outputs: [string, OutputState][] = [];
	const maps: Record<Plain, [string, unknown][]> = { memories: [], counters: [], published: [] };
	let single: Pick<Saved, "mode" | "running"> = {};
	for (const [key, json] of rows) {
		const [part, id] = splitKey(key);
		const row = understood(part, json);
		if (row === undefined) tell(notice("warning", "store_row_skipped", { part, id }));
		else if (row.part === "overrides") overrides.push(row.value);
		else if (row.part === "outputs") outputs.push([id, row.value]);
		else if (row.part === "mode") single = { ...single, mode: row.value };
		else if (row.part === RUNNING) single = { ...single, running: row.value };
		else maps[row.part].push([id, row.value]);
	}
	return {
		overrides,
		memories: Object.fromEntries(maps.memories),
		outputs: Object.fromEntries(outputs),
		counters: Object.fromEntries(maps.counters),
		published: Object.fromEntries(maps.published),
		...single,
	};
}

const setting = z.union([z.number(), z.boolean(), z.string()]);
const load = z.number().min(0).max(100).transform(percent);
const moment = z.number().transform(instant);
const fault = z.looseObject({ code: z.enum(FAULT_CODES), facts: z.record(z.string(), setting) });
/** Rows by part. Unknown fields of a newer app are dropped from an output and kept in an override. */
const row = z.discriminatedUnion("part", [
	z.object({
		part: z.literal("overrides"),
		value: z.looseObject({ rule: z.string(), field: z.string(), value: setting, replaced: setting }),
	}),
	z.object({
		part: z.literal("outputs"),
		value: z.object({
			wanted: load,
			actual: load.exactOptional(),
			since: moment.exactOptional(),
			fault: fault.exactOptional(),
		}),
	}),
	z.object({ part: z.enum(PLAIN), value: z.unknown() }),
	z.object({ part: z.literal("mode"), value: z.enum(MODES) }),
	z.object({ part: z.literal(RUNNING), value: z.number().min(0).transform(instant) }),
]);

const understood = (part: string, json: string): z.output<typeof row> | undefined =>
	caught(() => row.safeParse({ part, value: JSON.parse(json) }).data, undefined);
