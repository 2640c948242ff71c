import * as z from "zod";
import type { Situation } from "#control/rule.ts";
import { fromField, into, together } from "#model/plant/circuit.ts";
import { running } from "#model/plant/output.ts";
import type { Circuit, Plant } from "#model/plant/plant.ts";
import { type Readings, temperature } from "#model/plant/reading.ts";
import { type Celsius, type Kelvin, kelvin, shifted } from "#model/quantities/units.ts";
import type { Seen } from "./night-cooling-cools.ts";

/** So far below `tank_above` a tank that was cooled around its coil is still hot above it, and is not heated. */
const STILL_HOT = kelvin(20);

/** What made a tank so hot: something else, or not known; the sun; the sun, and it has been cooled since. */
const HEATS = ["other", "sun", "cooled"] as const;
export type Heat = (typeof HEATS)[number];
export const memory = z.object({
	cooling: z.boolean().default(false),
	heat: z.enum(HEATS).default("other"),
	/** The forecast of the evening says that tomorrow is dull. */
	dull: z.boolean().default(false),
});
type Memory = z.output<typeof memory>;
type States = Situation<unknown>["circuits"];

export const remembered = (before: Memory, cooling: boolean, heat: Heat, dull: boolean): Memory =>
	before.cooling === cooling && before.heat === heat && before.dull === dull ? before : { cooling, heat, dull };

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
 * The sun made it so hot if the collector still heated a tank that charging had already filled. A heater or stove that runs
 * says otherwise, until the sun has done it again.
 */
export function heatIn(
	before: Heat,
	at: Circuit,
	{ heaters, circuits }: ReturnType<typeof sourcesOf>,
	{ hottest, tank, collector }: Seen,
	given: Given,
): Heat {
	const { settings, outputs, circuits: states } = given;
	const heated = heaters.some(({ index }) => {
		const state = outputs[index];
		return state !== undefined && running(state);
	});
	if (heated || circuits.some(({ index }) => states[index]?.runs === true)) return "other";
	const { runs, full } = states[at.index] ?? {};
	if (runs === true && full === true && collector > tank && hottest >= settings.tank_above) return "sun";
	return isHot(hottest, settings) ? before : "other";
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
