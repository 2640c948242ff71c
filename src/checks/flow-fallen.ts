import * as z from "zod";
import { rule, silent } from "#control/rule.ts";
import { finding } from "#model/findings/finding.ts";
import { fromField } from "#model/plant/circuit.ts";
import type { Circuit, Plant, Sensor } from "#model/plant/plant.ts";
import { measured } from "#model/plant/reading.ts";
import { FULL, instant, since } from "#model/quantities/units.ts";

/** Seconds between looks, and of a run until its flow has settled. */
const EVERY = 120;
const SETTLED = 300;
/** Looks that a day has to have: an hour. */
const LOOKS = 30;
/** Days that teach the usual flow, and those that it is the median of. */
const LEARNT = 6;
const KEPT = 20;
/** Share of it below which a day is told, after so many in a row; and from which one is right again. */
const LOW = 0.7;
const DAYS = 3;
const RIGHT = 0.85;

const memory = z.object({
	at: z.number().optional(),
	day: z.string().optional(),
	/** The pump and the meter: with another one the usual flow is learnt anew. */
	of: z.string().optional(),
	looks: z.int().default(0),
	sum: z.number().default(0),
	/** L/min of the last days, the newest last. */
	flows: z.array(z.number()).default([]),
	/** Days in a row with too little. */
	low: z.int().default(0),
	found: z.object({ flow: z.number(), usual: z.number(), days: z.int() }).optional(),
});
type Memory = z.output<typeof memory>;

const isMeter = (sensor: Sensor): sensor is Sensor<"flow"> => sensor.role === "flow";

/** The flow meter of the circuit: its own, that of its field, or the only one in a house with one pump. */
function meterOf({ id, from }: Circuit, { sensors, circuits }: Plant): Sensor<"flow"> | undefined {
	const all = sensors.filter(isMeter);
	const own = all.find(({ of }) => of === id) ?? all.find(({ of }) => of === from.id);
	const pumps = new Set(circuits.map(({ pump }) => pump));
	return own ?? (all.length === 1 && pumps.size === 1 && all[0]?.of === undefined ? all[0] : undefined);
}

/** At full speed less flows than usual, day after day: air, a clogged filter, a valve half closed, a pump that wears out. */
export const flowFallen = rule({
	id: "flow_fallen",
	per: "circuit",
	where: (circuit, plant) => fromField(circuit) && meterOf(circuit, plant) !== undefined,
	needs: { meter: meterOf },
	options: z.object({}),
	counts: true,
	memory,
	finds: ({ at }, { found }) =>
		found === undefined ? [] : [finding("warning", "flow_fallen", { output: at.pump.id, ...found })],
	propose({ at, meter }, { now, wall, readings, outputs, circuits }, saved) {
		if (!wall.trusted) return silent(saved);
		const before = ofSame(saved, `${at.pump.id}/${meter.id}`);
		const state = circuits[at.index];
		const today = before.day === wall.date ? before : dayOver(before, wall.date);
		if (state?.runs !== true || state.since === undefined || outputs[at.pump.index]?.actual !== FULL)
			return silent(today);
		if (before.at !== undefined && now >= before.at && since(instant(before.at), now) < EVERY) return silent(today);
		const flow = measured(readings, meter);
		if (flow === undefined || since(state.since, now) < SETTLED) return silent(today);
		return silent({ ...today, at: now, looks: today.looks + 1, sum: today.sum + flow });
	},
});

/** The same object if they are the same. */
const ofSame = (before: Memory, of: string): Memory => (before.of === of ? before : { ...memory.parse({}), of });

/** A day with too few looks tells nothing, and one with too little flow teaches nothing. */
function dayOver(before: Memory, day: string): Memory {
	const { looks, sum, flows, found, low } = before;
	const begun = { ...before, day, looks: 0, sum: 0 };
	if (before.day === undefined || day < before.day || looks < LOOKS) return begun;
	const flow = Math.round((100 * sum) / looks) / 100;
	const usual = flows.toSorted((a, b) => a - b)[Math.floor((flows.length - 1) / 2)];
	const learnt = { ...begun, flows: [...flows, flow].slice(-KEPT), low: 0 };
	if (usual === undefined || flows.length < LEARNT) return learnt;
	if (flow < LOW * usual) {
		const days = low + 1;
		return { ...begun, low: days, ...(days >= DAYS && { found: { flow, usual, days } }) };
	}
	if (found !== undefined && flow < RIGHT * usual) return { ...begun, low: 0 };
	const { found: _, ...rest } = learnt;
	return rest;
}
