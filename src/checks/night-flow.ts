import * as z from "zod";
import { rule, silent } from "#control/rule.ts";
import { finding } from "#model/findings/finding.ts";
import { isField, outOf, sensorOf } from "#model/plant/circuit.ts";
import { type OutputStates, running } from "#model/plant/output.ts";
import { type Circuit, isThermometer, type Plant } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
import { type Instant, since } from "#model/quantities/units.ts";
import { number, unseen, watched, watching } from "./watched.ts";

/** K above the air outdoors at night (Viessmann's limit), and when it is fine again. */
const WARM = 10;
const FINE = 5;
/** The same without a sensor outdoors, in °C. */
const WARM_ALONE = 40;
const FINE_ALONE = 30;
/** Until then a collector that charged in the evening has cooled down. */
const RESTED = 3 * 3600;
const HALF_HOUR = 1800;
/** Minutes of the day: from midnight on. */
const MORNING = 5 * 60;

const outdoors = (_: unknown, { sensors }: Plant) => ({
	sensor: sensors.filter(isThermometer).find(({ role }) => role === "outdoor_air"),
});

/** The collector is warm at night while the pump rests: the check valve leaks, or the pump's relay sticks. */
export const nightFlow = rule({
	id: "night_flow",
	per: "part",
	where: (part, plant) => isField(part) && part.sensor !== undefined && outOf(part, plant) !== undefined,
	needs: { collector: sensorOf, circuits: outOf, outdoors },
	options: z.object({}),
	counts: true,
	memory: watching,
	finds({ at }, memory) {
		if (memory.found === undefined) return [];
		const [part, collector] = [at.id, number(memory, "collector")];
		return memory.found["outdoor"] === undefined
			? [finding("warning", "night_flow_alone", { part, collector })]
			: [finding("warning", "night_flow", { part, collector, outdoor: number(memory, "outdoor") })];
	},
	propose({ collector, circuits, outdoors }, { now, wall, readings, outputs, begun }, memory) {
		const hot = temperature(readings, collector);
		const night = wall.trusted && wall.minute_of_day < MORNING;
		if (!night || hot === undefined || !rest(circuits, outputs, now, begun)) return silent(unseen(memory));
		const air = temperature(readings, outdoors.sensor);
		const wrong = air === undefined ? hot >= WARM_ALONE : hot - air >= WARM;
		const right = air === undefined ? hot < FINE_ALONE : hot - air < FINE;
		const evidence = () => (air === undefined ? { collector: hot } : { collector: hot, outdoor: air });
		return silent(watched(memory, now, { wrong, right, found_after: HALF_HOUR, over_after: 2 * HALF_HOUR, evidence }));
	},
});

/** Whether all pumps have rested long enough. */
const rest = (circuits: readonly Circuit[], outputs: OutputStates, now: Instant, begun: Instant): boolean =>
	circuits.every(({ pump }) => {
		const state = outputs[pump.index];
		return state !== undefined && state.wanted === 0 && !running(state) && since(state.since ?? begun, now) >= RESTED;
	});
