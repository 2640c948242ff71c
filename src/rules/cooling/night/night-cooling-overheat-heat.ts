import * as z from "zod";
import type { Situation } from "#control/rule.ts";
import { fromField, into, together } from "#model/plant/circuit.ts";
import { anyFlows } from "#model/plant/flows.ts";
import { anyRuns } from "#model/plant/output.ts";
import type { Circuit, Plant } from "#model/plant/plant.ts";
import { type Readings, temperature } from "#model/plant/reading.ts";
import {
	type Celsius,
	type Instant,
	inSeconds,
	instant,
	type Kelvin,
	kelvin,
	minutes,
	shifted,
	since,
} from "#model/quantities/units.ts";
import type { Seen } from "./night-cooling-cools.ts";

/** So far below `tank_above` a tank that was cooled around its coil is still hot above it, and is not heated. */
const STILL_HOT = kelvin(20);

/** The sun's heat, and what was cooled of it, counts so long after it was seen last: the evening, the night and a day. */
const COUNTS = inSeconds(minutes(36 * 60));
/** How often that time is remembered anew. */
const SEEN_EVERY = inSeconds(minutes(60));

/** What made a tank so hot: something else, or not known; the sun; the sun, and it has been cooled since. */
const HEATS = ["other", "sun", "cooled"] as const;
export type Heat = (typeof HEATS)[number];
export const memory = z.object({
	cooling: z.boolean().default(false),
	heat: z.enum(HEATS).default("other"),
	/** When the sun heated the full tank last, or it was cooled last. */
	seen: z.number().optional(),
	/** The forecast of the evening says that tomorrow is dull. */
	dull: z.boolean().default(false),
});
type Memory = z.output<typeof memory>;
type States = Situation<unknown>["circuits"];

/** @param seen whether the sun heated the full tank in this turn, or it was cooled */
export function remembered(
	before: Memory,
	cooling: boolean,
	heat: Heat,
	dull: boolean,
	seen: Instant | undefined,
): Memory {
	const at = heat === "other" ? undefined : lastSeen(before, seen);
	if (before.cooling === cooling && before.heat === heat && before.dull === dull && before.seen === at) return before;
	return { cooling, heat, dull, ...(at !== undefined && { seen: at }) };
}

function lastSeen({ seen: before }: Memory, seen: Instant | undefined): number | undefined {
	if (seen === undefined || before === undefined) return seen ?? before;
	const ago = since(instant(before), seen);
	return ago >= 0 && ago < SEEN_EVERY ? before : seen;
}

/** What still counts of what was seen. A time that is still to come is of another running time. */
export const lasting = ({ heat, seen }: Memory, now: Instant): Heat =>
	seen !== undefined && Math.abs(since(instant(seen), now)) >= COUNTS ? "other" : heat;

/** What heats the tank beside the sun: its heaters, and the circuits of a stove or of another tank. */
export const sourcesOf = ({ to }: Circuit, plant: Plant) => ({
	heaters: to.heaters,
	circuits: into(to, plant).filter((one) => !fromField(one)),
});

/** Circuits that take from the same field, or cannot run beside this one. */
export const othersOn = (at: Circuit, { circuits }: Plant): readonly Circuit[] =>
	circuits.filter((one) => one !== at && (one.from === at.from || !together(at, one)));

interface Given extends Pick<Situation<unknown>, "outputs" | "circuits"> {
	readonly settings: { readonly tank_above: Celsius; readonly hysteresis: Kelvin };
}

/**
 * What is seen now; undefined if it stays as it was. The sun made it so hot if the collector still heated a tank that charging
 * had already filled. A heater or stove that runs says otherwise, until the sun has done it again.
 */
export function heatIn(
	at: Circuit,
	{ heaters, circuits }: ReturnType<typeof sourcesOf>,
	{ hottest, tank, collector }: Seen,
	given: Given,
): "other" | "sun" | undefined {
	const { settings, outputs, circuits: states } = given;
	if (anyRuns(heaters, outputs) || anyFlows(circuits, states)) return "other";
	const { runs, full } = states[at.index] ?? {};
	if (runs === true && full === true && collector > tank && hottest >= settings.tank_above) return "sun";
	return isHot(hottest, settings) ? undefined : "other";
}

const isHot = (hottest: Celsius, { tank_above }: Given["settings"]): boolean =>
	hottest >= shifted(tank_above, kelvin(-STILL_HOT));

/** A heater whose sensor is at the coil would heat again what was cooled. There is hot water above it. */
export const isUnheated = (heat: Heat, { hottest }: Seen, settings: Given["settings"]): boolean =>
	heat === "cooled" && isHot(hottest, settings);

/**
 * Whether another circuit is wanted: cooling takes the pump from no tank, dump or person. Of two tanks that are both to be
 * cooled the first one is.
 */
export function served(at: Circuit, others: readonly Circuit[], states: States, readings: Readings): boolean {
	return others.some(({ index, from_sensor, to_sensor }) => {
		const { asked = 0, most = 0 } = states[index] ?? {};
		if (asked === 0 || most === 0) return false;
		const [hot, cold] = [temperature(readings, from_sensor), temperature(readings, to_sensor)];
		const cools = hot !== undefined && cold !== undefined && hot < cold;
		return !cools || index < at.index;
	});
}
