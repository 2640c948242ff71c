import * as z from "zod";
import { rule, silent } from "#control/rule.ts";
import { finding } from "#model/findings/finding.ts";
import { fromField, fromSensor, into, toSensor } from "#model/plant/circuit.ts";
import { anyRuns } from "#model/plant/output.ts";
import type { Circuit, Plant } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
import { instant, since } from "#model/quantities/units.ts";

const HOUR = 3600;
/** Starts in an hour in which the tank gets warmer by so many K: the sun is strong, and a healthy pump would run on. */
const STARTS = 7;
const RISE = 3;
/** It is right again after an hour of the same sun with so few starts. */
const FEW = 2;

const memory = z.object({
	/** The hour that is looked at began then, with this temperature of the tank and so many starts so far. */
	from: z.number().optional(),
	tank: z.number().optional(),
	starts: z.number().default(0),
	on: z.boolean().optional(),
	found: z.object({ starts: z.number(), rise: z.number() }).optional(),
});
type Memory = z.output<typeof memory>;

/** What else heats the tank: its heaters and other pumps. */
const others = ({ to, pump }: Circuit, plant: Plant) => ({
	outputs: [...to.heaters, ...into(to, plant).flatMap((one) => (one.pump === pump ? [] : [one.pump]))],
});

/**
 * In strong sun the pump starts again and again: each time the fluid that comes to the collector's sensor is the tank's. It runs
 * backwards, or flow and return are mixed up; or it moves far too much.
 */
export const pumpReversed = rule({
	id: "pump_reversed",
	per: "circuit",
	where: (at) => fromField(at) && fromSensor(at) !== undefined && toSensor(at) !== undefined,
	needs: { tank: toSensor, others },
	options: z.object({}),
	counts: true,
	memory,
	finds: ({ at }, { found }) =>
		found === undefined ? [] : [finding("warning", "pump_reversed", { output: at.pump.id, ...found })],
	propose({ at, tank, others }, { now, readings, circuits, outputs }, before) {
		const warm = temperature(readings, tank);
		const on = circuits[at.index]?.runs === true;
		// Where something else heats the tank, its rise says nothing.
		if (warm === undefined || anyRuns(others.outputs, outputs))
			return silent(before.from === undefined ? before : asNew(before));
		if (before.from === undefined || before.tank === undefined)
			// An hour begins with a start.
			return silent(
				on && before.on === false ? { ...kept(before), from: now, tank: warm, starts: 1, on } : withOn(before, on),
			);
		const starts = before.starts + (on && before.on === false ? 1 : 0);
		if (since(instant(before.from), now) < HOUR)
			return silent(starts === before.starts ? withOn(before, on) : { ...before, starts, on });
		const rise = Math.round((warm - before.tank) * 10) / 10;
		if (rise < RISE) return silent({ ...asNew(before), on });
		if (starts >= STARTS) return silent({ found: { starts, rise }, starts: 0, on });
		return silent(starts <= FEW ? { starts: 0, on } : { ...asNew(before), on });
	},
});

/** What was found stays. */
const kept = ({ found }: Memory): Pick<Memory, "found"> => (found === undefined ? {} : { found });
const asNew = (before: Memory): Memory => ({ ...kept(before), starts: 0 });
/** The same object if nothing changed. */
const withOn = (before: Memory, on: boolean): Memory => (before.on === on ? before : { ...before, on });
