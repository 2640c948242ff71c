import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { inForce } from "#control/settings.ts";
import type { Override, Settings } from "#model/decision/settings.ts";
import { fromField, hasSpeeds } from "#model/plant/circuit.ts";
import type { Plant } from "#model/plant/plant.ts";
import * as rules from "#rules/index.ts";
import { settingFieldsIn } from "#rules/settings.ts";
import { type Language, sayAny } from "#texts/say.ts";
import type { Tried, WhatIfAsked, WhatIfResult } from "#web/engineer/what-if-view.ts";
import { minutesIn, type Tables } from "../recorded.ts";
import { solarPlantOf } from "./lines.ts";
import { SeriesMaker } from "./series.ts";
import type { Question } from "./worked-out.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Days that can be asked for, and how long it may take, in ms. */
const MOST_DAYS = 92;
const LONGEST = 120_000;
/** MB. A month of fifteen sensors takes ten. */
const ROOM = { maxOldGenerationSizeMb: 128 };

/** What can be tried: what decides when the pump of a field runs, and how fast. What is drawn and what heaters do stay as recorded. */
const FIELDS = [
	"solar_charging.start_at",
	"solar_charging.stop_at",
	"solar_charging.collector_minimum",
	"tank_limit.target",
];
const SPEED_FIELDS = ["flow_control.slow_at", "flow_control.full_at"];
const fieldsOf = ({ circuits }: Plant): readonly string[] =>
	circuits.some((one) => fromField(one) && hasSpeeds(one)) ? [...FIELDS, ...SPEED_FIELDS] : FIELDS;

export function triedIn(plant: Plant, settings: Settings, language: Language): readonly Tried[] {
	const paths = fieldsOf(plant);
	const fields = settingFieldsIn(plant).filter(({ path }) => paths.includes(path));
	return fields
		.toSorted((a, b) => paths.indexOf(a.path) - paths.indexOf(b.path))
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
		const changed = changedBy(plant, settings(), asked.values);
		if (changed === undefined) return { kind: "refused" };
		const solar = solarPlantOf(plant);
		if (typeof solar === "string") return { kind: "cannot", why: solar };
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

/** Undefined for what a rule does not allow, also at places with settings of their own. */
function changedBy(plant: Plant, settings: Settings, values: WhatIfAsked["values"]): Settings | undefined {
	const wanted = fieldsOf(plant).flatMap((path): readonly Override[] => {
		const [rule = "", field = ""] = path.split(".");
		const [value, replaced] = [values[path], settings[rule]?.[field]];
		return value === undefined || value === replaced || replaced === undefined
			? []
			: [{ rule, field, value, replaced }];
	});
	const { settings: changed, dropped } = inForce(Object.values(rules), settings, wanted, plant.own_settings);
	return dropped.length > 0 ? undefined : changed;
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
