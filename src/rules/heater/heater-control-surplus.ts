import * as z from "zod";
import { type Compare, gauge } from "#model/decision/condition.ts";
import { roundedDown } from "#model/plant/level.ts";
import { type OutputStates, running } from "#model/plant/output.ts";
import { measures, type Output, type Plant, type Sensor } from "#model/plant/plant.ts";
import { measured, type Readings } from "#model/plant/reading.ts";
import {
	FULL,
	type Instant,
	instant,
	type Measure,
	OFF,
	type Percent,
	percent,
	since,
	type Watts,
	watts,
} from "#model/quantities/units.ts";

/** A meter shows a changed level after so long at the latest (s): only then it counts again. */
const SETTLED = 10;

/** Whether there is surplus, and for a heater with levels how far it follows it. */
export const surplus = z
	.object({
		on: z.boolean().default(false),
		level: z.number().optional(),
		/** When the level was last changed. */
		at: z.number().optional(),
	})
	.prefault({});
export type Surplus = z.output<typeof surplus>;

/** The sensors that tell of surplus, where they are wired. */
export interface Tellers {
	readonly power?: Sensor<"power">;
	readonly price?: Sensor<"price">;
}
export function tellersIn({ sensors }: Plant): Tellers {
	const power = sensors.find((s): s is Sensor<"power"> => s.role === "surplus_power" && measures(s, "power"));
	const price = sensors.find((s): s is Sensor<"price"> => s.role === "price" && measures(s, "price"));
	return { ...(power && { power }), ...(price && { price }) };
}

export interface Limits {
	readonly surplus_from: Watts;
	readonly surplus_hysteresis: Watts;
	readonly surplus_reading: "feed_in" | "available";
	readonly price_below: number;
	readonly price_hysteresis: number;
}

interface Seen extends Limits {
	readonly now: Instant;
	readonly readings: Readings;
	readonly outputs: OutputStates;
	readonly heaters: readonly Output[];
	readonly compare: Compare;
	/** Of each heater at full power. */
	readonly power: Watts;
}

const PRICE = gauge("price", "price");
const asPrice = (value: number) => value as Measure<"price">;
const POWER = gauge("surplus_power", "W");
const NONE: Surplus = { on: false };
const ALL: Surplus = { on: true };

/** Surplus after a turn; the same object if nothing changed. A sensor that is lost tells of none. */
export function surplusIn(before: Surplus, tellers: Tellers, seen: Seen): Surplus {
	const price = measured(seen.readings, tellers.price);
	const limit = before.on && before.level === undefined ? seen.price_below + seen.price_hysteresis : seen.price_below;
	// At a low price the heater runs at full power.
	if (price !== undefined && seen.compare.atMost(PRICE, asPrice(price), asPrice(limit), "price_below"))
		return before.on && before.level === undefined ? before : ALL;
	const free = freePower(tellers, seen);
	if (free === undefined) return before.on ? NONE : before;
	return seen.heaters.some(hasLevels) ? followed(before, free, tellers, seen) : switched(before, free, seen);
}

const hasLevels = ({ level }: Output) => level !== undefined;

function switched(before: Surplus, free: Watts, { surplus_from, surplus_hysteresis, compare }: Seen): Surplus {
	const on = before.on
		? compare.above(POWER, free, watts(surplus_from - surplus_hysteresis), "surplus_from")
		: compare.atLeast(POWER, free, surplus_from, "surplus_from");
	return on === before.on ? before : on ? ALL : NONE;
}

/** A heater with levels takes what there is, from its lowest level on. */
function followed(before: Surplus, free: Watts, { power: teller }: Tellers, seen: Seen): Surplus {
	const { now, readings, heaters, power, surplus_hysteresis } = seen;
	const [first] = heaters;
	const whole = power * heaters.length;
	if (first === undefined || whole <= 0) return before.on ? NONE : before;
	const reading = teller === undefined ? undefined : readings[teller.index];
	const read = reading?.kind === "ok" ? reading.at : now;
	if (before.at !== undefined && since(instant(before.at), read) < SETTLED && before.on) return before;
	const spare = before.on ? free : free - surplus_hysteresis;
	const level = roundedDown(first, percent(Math.min(FULL, Math.max(OFF, (spare / whole) * 100))));
	if (level === OFF) return before.on ? NONE : before;
	return before.on && before.level === level ? before : { on: true, level, at: now };
}

/** What the heater may take. What is fed into the grid is what is left beside its own consumption. */
function freePower({ power: teller }: Tellers, { readings, outputs, heaters, power, surplus_reading }: Seen) {
	const told = measured(readings, teller);
	if (told === undefined || surplus_reading === "available") return told;
	let own = 0;
	for (const { index } of heaters) {
		const state = outputs[index];
		if (state !== undefined && running(state)) own += (power * (state.actual ?? state.wanted)) / 100;
	}
	return watts(told + own);
}

export const levelIn = ({ level }: Surplus): Percent => (level === undefined ? FULL : percent(level));
