import * as z from "zod";
import { rule, silent } from "#control/rule.ts";
import { finding } from "#model/findings/finding.ts";
import { fromField, fromSensor, toSensor } from "#model/plant/circuit.ts";
import type { Circuit, Plant, Sensor } from "#model/plant/plant.ts";
import { measured, temperature } from "#model/plant/reading.ts";
import { since, warmerBy } from "#model/quantities/units.ts";
import { isCalm, number, unseen, watched, watching } from "./watched.ts";

/** K between collector and tank while fluid flows: 32 at most in a year of a healthy plant, 110 with a dead pump. */
const TOO_MUCH = 50;
const FINE = 40;
/** L/min below which nothing flows. */
const NONE = 0.2;
const SETTLED = 300;
const MINUTE = 60;

/** A role says what it measures. */
const isMeter = (sensor: Sensor): sensor is Sensor<"flow"> => sensor.role === "flow";

/** The flow meter of the circuit: its own, or the only one in a house with one solar pump. */
function meterOf({ id }: Circuit, { sensors, circuits }: Plant): { readonly sensor: Sensor<"flow"> | undefined } {
	const all = sensors.filter(isMeter);
	const pumps = new Set(circuits.map(({ pump }) => pump));
	const only = all.length === 1 && pumps.size === 1 ? all[0] : undefined;
	return { sensor: all.find(({ of }) => of === id) ?? (only?.of === undefined ? only : undefined) };
}

/** The pump runs and nothing flows: the collector gets ever hotter than the tank, or the meter says so. */
export const noFlow = rule({
	id: "no_flow",
	per: "circuit",
	where: (at) => fromField(at) && fromSensor(at) !== undefined && toSensor(at) !== undefined,
	needs: { collector: fromSensor, tank: toSensor, meter: meterOf },
	options: z.object({}),
	counts: true,
	memory: watching,
	finds({ at }, memory) {
		if (memory.found === undefined) return [];
		const [output, minutes] = [at.pump.id, number(memory, "minutes")];
		if (memory.found["flow"] !== undefined)
			return [finding("alarm", "no_flow_metered", { output, minutes, flow: number(memory, "flow") })];
		const [gain, collector] = [number(memory, "gain"), number(memory, "collector")];
		return [finding("alarm", "no_flow", { output, minutes, gain, collector })];
	},
	propose({ at, collector, tank, meter }, { now, readings, circuits }, memory) {
		const state = circuits[at.index];
		const hot = temperature(readings, collector);
		const cold = temperature(readings, tank);
		if (state?.runs !== true || state.since === undefined || hot === undefined || cold === undefined)
			return silent(unseen(memory));
		const ran = since(state.since, now);
		const gain = warmerBy(hot, cold);
		const flow = measured(readings, meter.sensor);
		const starved = flow !== undefined && flow < NONE && ran >= MINUTE;
		const wrong = starved || (gain >= TOO_MUCH && ran >= SETTLED);
		const right = ran >= SETTLED && gain < FINE && !(flow !== undefined && flow < NONE);
		// So it is in nearly every turn.
		if (!wrong && isCalm(memory)) return silent(memory);
		const minutes = Math.round(ran / 60);
		const evidence = () => (starved ? { minutes, flow: Math.max(0, flow) } : { minutes, gain, collector: hot });
		const look = { wrong, right, found_after: starved ? MINUTE : 2 * SETTLED, over_after: SETTLED, evidence };
		return silent(watched(memory, now, look));
	},
});
