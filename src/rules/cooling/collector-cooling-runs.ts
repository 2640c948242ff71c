import * as z from "zod";
import type { Situation } from "#control/rule.ts";
import { type Compare, gauge } from "#model/decision/condition.ts";
import { anyFlows } from "#model/plant/flows.ts";
import type { Circuit } from "#model/plant/plant.ts";
import { type Readings, temperature } from "#model/plant/reading.ts";
import {
	type Celsius,
	type Instant,
	inSeconds,
	instant,
	kelvin,
	type Minutes,
	minutes,
	since,
	warmerBy,
} from "#model/quantities/units.ts";

/**
 * Over a tank that is full, but hardly warmer than its target, a running pump cools the collector within minutes, and
 * without it the collector is hot again as fast: the pump would start a dozen times in an afternoon. So after a few short
 * runs the next ones last longer, while the collector still heats the tank.
 */
const GAIN = gauge("gain", "K");
const RAN = gauge("cooling_ran", "s");
/** A run that begins so soon after the last one ended is one of a row. */
const SOON = inSeconds(minutes(30));
/** From so many in a row on they are made longer. */
const OFTEN = 2;
/** Less gain than this is not worth it. */
const WORTH = kelvin(4);

export const memory = z.object({
	cooling: z.boolean().default(false),
	/** Cooling is over, and the pump still runs, or runs in between. */
	on: z.boolean().optional(),
	/** When the last run ended. */
	ended: z.number().optional(),
	/** How many of those in a row began soon after the one before. Absent for none. */
	again: z.int().min(0).optional(),
});
export type Memory = z.output<typeof memory>;
type States = Situation<unknown>["circuits"];

interface Given {
	readonly now: Instant;
	readonly readings: Readings;
	readonly circuits: States;
	readonly compare: Compare;
	readonly settings: { readonly run_for: Minutes };
}

/** A run for cooling alone: nothing ran before it, and there is no tank that would be charged. */
export function begun(
	{ ended, on, again: before = 0 }: Memory,
	circuits: readonly Circuit[],
	{ now, circuits: states }: Given,
): Memory {
	const pause = ended === undefined ? -1 : since(instant(ended), now);
	// An end that is still to come is of another running time. A run that goes on is no other one.
	const soon = on === true || (pause >= 0 && pause < SOON);
	const alone = circuits.every(({ index }) => states[index]?.runs === false && states[index].full === true);
	const again = soon ? before + (alone ? 1 : 0) : 0;
	return as(true, ended, again);
}

/** Without cooling any more. A run that began with it ends when the pump stops. */
export function ended(
	before: Memory,
	circuits: readonly Circuit[],
	{ now, circuits: states, settings }: Given,
): Memory {
	const runs = anyFlows(circuits, states);
	// A run of charging in between does not count, and does not end the row either.
	if (!before.cooling && before.on !== true) return runs && (before.again ?? 0) > 0 ? { ...before, on: true } : before;
	if (settings.run_for === 0) return as(false, undefined, 0);
	if (before.cooling) return { ...as(false, before.ended, before.again ?? 0), ...(runs && { on: true }) };
	return runs ? before : as(false, now, before.again ?? 0);
}

/** Switched off, the function is asked only once: nothing of a row is left. */
export const forgotten = (before: Memory): Memory =>
	before.cooling || Object.keys(before).length > 1 ? as(false, undefined, 0) : before;

const as = (cooling: boolean, ended: number | undefined, again: number): Memory => ({
	cooling,
	...(ended !== undefined && { ended }),
	...(again > 0 && { again }),
});

/** Whether every tank of the field is full. Otherwise heat belongs to the one that is still to be charged. */
export const areFull = (circuits: readonly Circuit[], states: States): boolean =>
	circuits.every(({ index }) => states[index]?.full === true);

/** The circuits whose run is made longer, and for how long. */
export function stays({ again = 0 }: Memory, circuits: readonly Circuit[], given: Given, hot: Celsius) {
	const { now, readings, circuits: states, compare, settings } = given;
	const longest = inSeconds(settings.run_for);
	if (again < OFTEN || longest === 0) return [];
	return circuits.flatMap((circuit) => {
		const { runs, since: from } = states[circuit.index] ?? {};
		const tank = temperature(readings, circuit.to_sensor);
		if (runs !== true || from === undefined || tank === undefined) return [];
		const ran = since(from, now);
		const goes = compare.below(RAN, ran, longest, "run_for") && compare.atLeast(GAIN, warmerBy(hot, tank), WORTH);
		return goes ? [{ circuit, left: Math.ceil(longest - ran) }] : [];
	});
}
