import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { makeFolder } from "#files/make-folder.ts";
import { replaceFile } from "#files/replace.ts";
import { OUTPUT_ROLES, WIRINGS } from "#model/plant/plant.ts";
import { SENSOR_ROLES } from "#model/plant/sensor-role.ts";
import { caught } from "#model/untyped/caught.ts";
import { jsonIn } from "#model/untyped/untyped.ts";
import { HEARD, STEPS } from "#web/setup/setup-view.ts";

export const DRAFT_FILE = "set-up.json";
/** Entries of the record that are kept. */
const RECORDED = 200;

const said = z.object({
	/** Absent: not used. */
	role: z.enum(SENSOR_ROLES).optional(),
	name: z.string().max(60).optional(),
	height: z.number().optional(),
});
const record = z.object({
	at: z.string(),
	actor: z.string(),
	what: z.enum(["tried", "saved", "simulated"]),
	target: z.string().optional(),
	heard: z.enum(HEARD).optional(),
});
const draft = z.object({
	step: z.enum(STEPS).default("sensors"),
	/** By source. */
	sensors: z.record(z.string(), said).default({}),
	/** By target. `removed` from the options. */
	outputs: z
		.record(
			z.string(),
			z.object({ role: z.enum(OUTPUT_ROLES), wiring: z.enum(WIRINGS), removed: z.boolean().optional() }),
		)
		.default({}),
	volume: z.number().optional(),
	maximum: z.number().optional(),
	record: z.array(record).default([]),
});

/** What a person has said on the guided path and not saved yet, and what was done there. */
export type Draft = z.output<typeof draft>;
export type Recorded = Draft["record"][number];

const EMPTY: Draft = draft.parse({});

/** The draft in the data folder; an empty one where there is none, or it is damaged. */
export function draftIn(folder: string): Draft {
	const read = draft.safeParse(jsonIn(caught(() => readFileSync(join(folder, DRAFT_FILE), "utf8"), "")));
	return read.success ? read.data : EMPTY;
}

/** Nobody has said anything here. */
export const isNew = (one: Draft): boolean => JSON.stringify(one) === JSON.stringify(EMPTY);

/** A full disk costs what would survive a restart, and nothing else. */
export function keepDraft(folder: string, kept: Draft): void {
	caught(() => {
		makeFolder(folder);
		replaceFile(join(folder, DRAFT_FILE), `${JSON.stringify(kept, undefined, "\t")}\n`);
	}, undefined);
}

export const withRecord = (before: Draft, entry: Recorded): Draft => ({
	...before,
	record: [...before.record, entry].slice(-RECORDED),
});

/** Saved: what was said is in the options now. The record stays. */
export const saved = ({ record }: Draft): Draft => ({ ...EMPTY, step: "wiring", record });
