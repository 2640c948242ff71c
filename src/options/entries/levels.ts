import * as z from "zod";
import { type Problem, problem } from "#model/findings/finding.ts";
import { CURVES } from "#model/plant/curve.ts";
import type { Settable } from "#model/plant/device.ts";
import { type Level, SWITCH } from "#model/plant/level.ts";
import type { Output } from "#model/plant/plant.ts";
import { duration, wholePercents } from "#model/quantities/fields.ts";
import { type Percent, percent } from "#model/quantities/units.ts";
import { mend, type Sentence } from "#model/sentences/sentence.ts";

/** Fields of an output's item, for levels and for valves. */
export const levelFields = {
	min: wholePercents(1, 100).optional(),
	max: wholePercents(1, 100).optional(),
	step: wholePercents(1, 50).optional(),
	dead_band: wholePercents(0, 20).optional(),
	curve: z.enum(CURVES).optional(),
	kick: duration(0, 60).optional(),
	travel: duration(0, 600).optional(),
};
const OF_LEVELS = ["min", "max", "step", "curve", "dead_band", "kick"] as const;

const FINEST = percent(1);
const MOST = percent(100);
const BAND = percent(5);
/** Many pumps do not turn below this. */
const LEAST = percent(30);

type Written = { readonly [field in keyof typeof levelFields]?: unknown } & {
	readonly role?: unknown;
	readonly wiring?: unknown;
};
type Asked = { readonly [field in keyof Level]?: Percent | undefined };

/** The level of an output on a channel that takes levels, where some of it may be left out. */
function levelOf(asked: Asked, finest: Percent): Level {
	const step = percent(Math.max(asked.step ?? FINEST, finest));
	// Both are multiples of the options' step already.
	const most = asked.max ?? MOST;
	const max = most < MOST ? percent(Math.max(step, Math.floor(most / step) * step)) : most;
	const least = percent(Math.ceil((asked.min ?? LEAST) / step) * step);
	return { min: percent(Math.min(least, max)), max, step };
}

/** Wider than a step. Otherwise the noise of a sensor between two steps would change the speed every few seconds. */
const bandOf = ({ step }: Level): Percent => percent(Math.max(BAND, step + 1));

type Fields = z.output<z.ZodObject<typeof levelFields>> & Pick<Output, "role">;

/**
 * What these fields make of an output on such a channel. A device with coarser steps (`finest`, in %) has its own: its lowest level is
 * rounded up to one of them, its highest down. A valve has two positions, also where its channel takes
 * levels.
 */
export function levelsOf({ role, ...fields }: Fields, sets: Settable, finest = FINEST) {
	const { curve, kick, travel } = fields;
	const level = role === "valve" ? SWITCH : levelOf(fields, finest);
	const dead_band = fields.dead_band ?? (sets === "level" && role === "pump" ? bandOf(level) : undefined);
	return {
		...(sets === "level" && { level }),
		...(sets === "level" && curve !== undefined && { curve }),
		...(dead_band !== undefined && { dead_band }),
		...(kick !== undefined && { kick }),
		...(travel !== undefined && { travel }),
	};
}

/** Fields that this output cannot have, or that contradict one another. Works on the raw options. */
export function levelProblems(path: string, output: Written, sets: Settable | undefined): readonly Problem[] {
	const { role, travel, wiring } = output;
	const surplus = (remedy: Sentence) =>
		OF_LEVELS.flatMap((field) =>
			output[field] === undefined ? [] : [problem(`${path}.${field}`, output[field], remedy)],
		);
	const ofValve =
		travel === undefined || role === "valve" || typeof role !== "string"
			? []
			: [problem(`${path}.travel`, travel, mend("travel_of_valve"))];
	if (role === "valve") return surplus(mend("valve_without_levels"));
	if (sets === "switch") return [...surplus(mend("switch_without_levels")), ...ofValve];
	const turned =
		wiring === "nc" && sets === "level" ? [problem(`${path}.wiring`, wiring, mend("wiring_of_level"))] : [];
	return [...ofValve, ...turned, ...contradictions(path, output)];
}

function contradictions(path: string, output: Written): readonly Problem[] {
	const { min, max, step } = output;
	if (typeof min === "number" && min > (numberIn(max) ?? MOST))
		return [problem(`${path}.min`, min, mend("min_above_max", { max: numberIn(max) ?? MOST }))];
	const by = numberIn(step) ?? FINEST;
	const uneven = [numberIn(min), numberIn(max) ?? MOST].find((level) => level !== undefined && level % by !== 0);
	return uneven === undefined ? [] : [problem(`${path}.step`, step, mend("step_divides", { level: uneven }))];
}

/** Anything else is told by the schema. */
const numberIn = (value: unknown) =>
	typeof value === "number" && Number.isInteger(value) && value > 0 ? value : undefined;
