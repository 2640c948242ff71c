import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Settings } from "#model/decision/settings.ts";
import type { Plant } from "#model/plant/plant.ts";
import * as rules from "#rules/index.ts";
import { settingFieldsIn } from "#rules/settings.ts";
import { type Language, sayAny } from "#texts/say.ts";
import type { Tried, WhatIfAsked, WhatIfResult } from "#web/engineer/what-if-view.ts";
import { minutesIn, type Tables } from "../recorded.ts";
import { loopOf } from "./loop.ts";
import { SeriesMaker } from "./series.ts";
import type { Question } from "./worked-out.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Days that can be asked for, and how long it may take, in ms. */
const MOST_DAYS = 92;
const LONGEST = 120_000;
/** MB. A month of fifteen sensors takes ten. */
const ROOM = { maxOldGenerationSizeMb: 128 };

/** What can be tried: what decides when the pump of a field runs. What is drawn and what the heater does stay as recorded. */
const FIELDS = [
	"solar_charging.start_at",
	"solar_charging.stop_at",
	"solar_charging.collector_minimum",
	"tank_limit.target",
];

export function triedIn(plant: Plant, settings: Settings, language: Language): readonly Tried[] {
	const fields = settingFieldsIn(plant).filter(({ path }) => FIELDS.includes(path));
	return fields
		.toSorted((a, b) => FIELDS.indexOf(a.path) - FIELDS.indexOf(b.path))
		.flatMap((one): readonly Tried[] => {
			const value = settings[one.rule]?.[one.field];
			if (one.kind !== "number" || typeof value !== "number") return [];
			const { rule, field, unit = "", min, max, step } = one;
			return [{ rule, field, name: sayAny(language, "setting", one.path), value, unit, min, max, step }];
		});
}

export interface WhatIfPorts {
	readonly tables: Tables;
	readonly plant: Plant;
	readonly settings: () => Settings;
	readonly zone: string | undefined;
	/** ms since 1970. */
	readonly now: () => number;
}

/** Works out what other settings would have made of the newest days. One at a time. */
export function whatIfOf({ tables, plant, settings, zone, now }: WhatIfPorts) {
	let busy = false;
	return async (asked: WhatIfAsked, signal: AbortSignal): Promise<WhatIfResult> => {
		if (busy) return { kind: "busy" };
		const changed = changedBy(settings(), asked.values);
		if (changed === undefined) return { kind: "refused" };
		const loop = loopOf(plant);
		if (typeof loop === "string") return { kind: "cannot", why: loop };
		busy = true;
		try {
			const to = now();
			const days = Math.min(MOST_DAYS, Math.max(1, asked.days));
			const read = await recorded(tables, plant, [to - days * DAY, to], signal);
			return await inThread({ plant, ...read, settings: settings(), changed, zone }, signal);
		} catch {
			return { kind: "cannot", why: "failed" };
		} finally {
			busy = false;
		}
	};
}

/** Undefined for what a rule does not allow. */
function changedBy(settings: Settings, values: WhatIfAsked["values"]): Settings | undefined {
	let changed = settings;
	for (const path of FIELDS) {
		const [rule = "", field = ""] = path.split(".");
		const value = values[path];
		if (value !== undefined) changed = { ...changed, [rule]: { ...changed[rule], [field]: value } };
	}
	const valid = Object.values(rules).every(
		({ id, options }) => changed[id] === settings[id] || options.safeParse(changed[id]).success,
	);
	return valid ? changed : undefined;
}

async function recorded(
	tables: Tables,
	plant: Plant,
	[from, to]: readonly [number, number],
	signal: AbortSignal,
): Promise<Pick<Question, "columns" | "switched">> {
	const maker = new SeriesMaker(plant);
	for await (const minute of minutesIn(tables, from, to)) {
		signal.throwIfAborted();
		maker.add(minute);
	}
	const first = maker.first ?? Math.floor(from / MINUTE);
	return { columns: maker.columns(), switched: tables.switched(first * MINUTE, to) };
}

/** The script is beside this file in the sources, and beside the bundle. */
const SCRIPT = new URL(`./what-if-worker.${import.meta.url.endsWith(".ts") ? "ts" : "cjs"}`, import.meta.url);

function inThread(question: Question, signal: AbortSignal): Promise<WhatIfResult> {
	return new Promise((done, failed) => {
		const { means, minutes } = question.columns;
		const worker = new Worker(fileURLToPath(SCRIPT), {
			workerData: question,
			transferList: [means.buffer, minutes.buffer] as ArrayBuffer[],
			execArgv: [],
			resourceLimits: ROOM,
		});
		const end = () => void worker.terminate();
		const over = setTimeout(end, LONGEST);
		signal.addEventListener("abort", end, { once: true });
		worker.once("message", done);
		worker.once("error", failed);
		worker.once("exit", () => {
			clearTimeout(over);
			signal.removeEventListener("abort", end);
			failed(new Error("The thread ended without an answer."));
		});
	});
}
