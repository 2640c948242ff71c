import * as z from "zod";
import { rule, silent } from "#control/rule.ts";
import { finding } from "#model/findings/finding.ts";
import { fromField, fromSensor, into, toSensor } from "#model/plant/circuit.ts";
import { anyRuns } from "#model/plant/output.ts";
import type { Circuit, Plant } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
import { instant, since } from "#model/quantities/units.ts";

/** Minutes of the day: between these the sun heats no collector south of the polar circle. */
const DARK = { from: 23 * 60, to: 4 * 60 };
const CHARGED = 600;
/** K by which both ends have to change in that time. */
const MOVED = 0.3;
/** K by which a sensor cannot rise in this time, in a tank that nothing heats. */
const RISE = 20;
const SPAN = 1800;
const STILL = 3;
/** Without new evidence for so long it is over. */
const OVER = 48 * 3600;

const memory = z.object({
	/** When both were looked at, and what they told. */
	at: z.number().optional(),
	collector: z.number().optional(),
	tank: z.number().optional(),
	/** The last evidence: when, which, and what was told then. */
	found: z
		.object({ at: z.number(), kind: z.enum(["night", "rise"]), collector: z.number(), tank: z.number() })
		.optional(),
});
type Memory = z.output<typeof memory>;

/** The pump charges at night, or the tank's sensor behaves like one in the sun: those of collector and tank are mixed up. */
export const swappedSensors = rule({
	id: "swapped_sensors",
	per: "circuit",
	where: (at) => fromField(at) && fromSensor(at) !== undefined && toSensor(at) !== undefined,
	needs: { collector: fromSensor, tank: toSensor, heating },
	options: z.object({}),
	counts: true,
	memory,
	finds({ at, collector, tank }, { found }) {
		if (found === undefined) return [];
		const facts = { collector: found.collector, tank: found.tank, sensor: collector.id, by: tank.id };
		return [
			found.kind === "night"
				? finding("alarm", "swapped_at_night", { ...facts, circuit: at.id })
				: finding("alarm", "swapped_by_day", facts),
		];
	},
	propose({ at, collector, tank, heating }, { now, wall, readings, circuits, outputs }, before) {
		const hot = temperature(readings, collector);
		const cold = temperature(readings, tank);
		const state = circuits[at.index];
		if (hot === undefined || cold === undefined) return silent(over(before, now));
		const dark = wall.trusted && (wall.minute_of_day >= DARK.from || wall.minute_of_day < DARK.to);
		if (dark && state?.runs === true) {
			const begun = state.since === undefined || before.at === undefined || before.at < state.since;
			if (begun) return silent(marked(over(before, now), now, hot, cold));
			return silent(
				since(instant(before.at ?? now), now) >= CHARGED ? judged(before, now, hot, cold) : over(before, now),
			);
		}
		const still = !anyRuns(heating.outputs, outputs);
		const mark = before.at;
		if (!still || mark === undefined || before.tank === undefined || before.collector === undefined)
			return silent(still ? marked(over(before, now), now, hot, cold) : unmarked(over(before, now)));
		if (cold - before.tank >= RISE && Math.abs(hot - before.collector) <= STILL && cold - hot >= RISE)
			return silent(evident(marked(before, now, hot, cold), { at: now, kind: "rise", collector: hot, tank: cold }));
		return silent(since(instant(mark), now) >= SPAN ? marked(over(before, now), now, hot, cold) : over(before, now));
	},
});

/** Since the mark the pump has charged in the dark. Only if one end has cooled and the other has warmed, it moved heat that way. */
function judged(before: Memory, now: number, collector: number, tank: number): Memory {
	const { collector: was = collector, tank: stood = tank } = before;
	const moved = was - collector >= MOVED && tank - stood >= MOVED && collector > tank;
	const next = marked(before, now, collector, tank);
	return moved ? evident(next, { at: now, kind: "night", collector, tank }) : next;
}

/** All that can heat the tank: its pumps and its heaters. */
function heating({ to }: Circuit, plant: Plant) {
	return { outputs: [...to.heaters, ...into(to, plant).map(({ pump }) => pump)] };
}

const marked = (before: Memory, now: number, collector: number, tank: number): Memory => ({
	...before,
	at: now,
	collector,
	tank,
});
const unmarked = (before: Memory): Memory =>
	before.at === undefined ? before : before.found === undefined ? {} : { found: before.found };

/** The first evidence of an hour is kept, or the memory would change in every turn. */
const evident = (before: Memory, found: NonNullable<Memory["found"]>): Memory =>
	before.found !== undefined && found.at - before.found.at < 3600 ? before : { ...before, found };

function over(before: Memory, now: ReturnType<typeof instant>): Memory {
	if (before.found === undefined || since(instant(before.found.at), now) < OVER) return before;
	const { found: _, ...rest } = before;
	return rest;
}
