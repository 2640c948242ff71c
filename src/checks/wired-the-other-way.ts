import * as z from "zod";
import { rule, silent } from "#control/rule.ts";
import { finding } from "#model/findings/finding.ts";
import { fromField, fromSensor, into, toSensor } from "#model/plant/circuit.ts";
import { anyRuns, type OutputState, running } from "#model/plant/output.ts";
import { type Circuit, isThermometer, type Plant } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
import { type Instant, instant, since } from "#model/quantities/units.ts";

/** K above the tank that no run of a healthy plant reaches, and seconds of that run. */
const STARVED = 40;
const SETTLED = 300;
/** A run shows that it moves heat: the collector stays within so many K, and the tank gets warmer by so many. */
const MOVES = 20;
const WARMED = 1;
/** Right after a stop, fluid that moves brings the collector down and the tank up by so many K. */
const PLUNGE = 10;
const GAIN = 0.5;
/** At night a collector through which the tank's water flows is as warm as that, and warmer than the air. */
const ALIKE = 3;
const ABOVE = 4;
const NIGHT = 5 * 60;
const RESTED = 3 * 3600;
const HALF_HOUR = 1800;
/** Both halves of the evidence within this time. */
const TOGETHER = 48 * 3600;

const memory = z.object({
	/** When the pump last ran and nothing moved, and when it last rested and something did. */
	starved: z.number().optional(),
	flowed: z.number().optional(),
	/** The last stop, with what was measured then. */
	stop: z.object({ at: z.number(), collector: z.number(), tank: z.number() }).optional(),
	on: z.boolean().optional(),
	/** The tank when this run began. */
	tank: z.number().optional(),
	/** Since when collector and tank are alike in this night. */
	alike: z.number().optional(),
	found: z.boolean().optional(),
});
type Memory = z.output<typeof memory>;

const around = ({ to }: Circuit, plant: Plant) => ({
	air: plant.sensors.filter(isThermometer).find(({ role }) => role === "outdoor_air"),
	heating: [...to.heaters, ...into(to, plant).map(({ pump }) => pump)],
});

/** While the pump is on nothing moves, and while it rests fluid flows: its load hangs on the other contact of the relay. */
export const wiredTheOtherWay = rule({
	id: "wired_the_other_way",
	per: "circuit",
	where: (at) => fromField(at) && fromSensor(at) !== undefined && toSensor(at) !== undefined,
	needs: { collector: fromSensor, tank: toSensor, around },
	options: z.object({}),
	counts: true,
	memory,
	finds: ({ at }, { found }) =>
		found === true ? [finding("alarm", "wired_the_other_way", { output: at.pump.id })] : [],
	propose({ at, collector, tank, around }, { now, wall, readings, circuits, outputs, begun }, before) {
		const [hot, cold] = [temperature(readings, collector), temperature(readings, tank)];
		const state = circuits[at.index];
		if (hot === undefined || cold === undefined || state === undefined) return silent(before);
		if (state.runs) {
			const ran = state.since === undefined ? 0 : since(state.since, now);
			return silent(whileOn(before, now, ran, hot, cold));
		}
		const night = wall.trusted && wall.minute_of_day < NIGHT && rested(outputs[at.pump.index], begun, now) >= RESTED;
		if (!night && isAtRest(before)) return silent(before);
		const air = temperature(readings, around.air);
		const alike = night && Math.abs(hot - cold) <= ALIKE && (air === undefined || hot - air >= ABOVE);
		const alone = !anyRuns(around.heating, outputs);
		return silent(whileOff(before, now, { collector: hot, tank: cold, alike, alone }));
	},
});

/** Seconds for which the pump has been off. */
const rested = (pump: OutputState | undefined, begun: Instant, now: Instant): number =>
	pump === undefined || running(pump) ? 0 : since(pump.since ?? begun, now);

function started(before: Memory, tank: number): Memory {
	const { stop: _, alike: __, ...kept } = before;
	return { ...kept, on: true, tank };
}

function whileOn(before: Memory, now: number, ran: number, collector: number, tank: number): Memory {
	const next = before.on === true ? before : started(before, tank);
	if (ran < SETTLED) return next;
	const gain = collector - tank;
	const begun = next.tank ?? tank;
	const moves = gain < MOVES && tank - begun >= WARMED;
	// What was found is over.
	if (moves) return next.starved === undefined && next.found === undefined ? next : { on: true, tank: begun };
	if (gain < STARVED || (next.starved !== undefined && now - next.starved < SETTLED)) return next;
	return judged({ ...next, starved: now });
}

/** Some time after a stop only a night has something to show. */
const isAtRest = ({ on, stop, alike }: Memory): boolean => on === false && stop === undefined && alike === undefined;

interface Rest {
	readonly collector: number;
	readonly tank: number;
	readonly alike: boolean;
	/** Nothing heats the tank. */
	readonly alone: boolean;
}

function whileOff(before: Memory, now: number, { collector, tank, alike, alone }: Rest): Memory {
	const stopped: Memory = before.on === false ? before : { ...before, on: false, stop: { at: now, collector, tank } };
	const { stop } = stopped;
	if (stop !== undefined && since(instant(stop.at), instant(now)) > SETTLED) {
		const { stop: _, ...rest } = stopped;
		return rest;
	}
	if (stop !== undefined && alone && stop.collector - collector >= PLUNGE && tank - stop.tank >= GAIN) {
		const { stop: _, ...rest } = stopped;
		return judged({ ...rest, flowed: now });
	}
	if (!alike) {
		if (stopped.alike === undefined) return stopped;
		const { alike: _, ...rest } = stopped;
		return rest;
	}
	if (stopped.alike === undefined) return { ...stopped, alike: now };
	if (now - stopped.alike < HALF_HOUR) return stopped;
	return judged({ ...stopped, alike: now, flowed: now });
}

/** Each half alone has other causes: a dead pump, and a check valve that leaks. */
function judged(memory: Memory): Memory {
	const { starved, flowed } = memory;
	if (starved === undefined || flowed === undefined) return memory;
	return Math.abs(starved - flowed) <= TOGETHER ? { ...memory, found: true } : memory;
}
