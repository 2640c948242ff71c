import * as z from "zod";
import type { Output, Part, Plant } from "#model/plant/plant.ts";
import {
	type Celsius,
	type Instant,
	instant,
	type KelvinPerHour,
	kelvinPerHour,
	since,
} from "#model/quantities/units.ts";

/** Wh that warm a litre of water by 1 K. */
const WATER = 1.163;
/** How fast a tank gets warmer of which neither power nor volume is known: 3 kW in 500 litres. */
const ASSUMED = kelvinPerHour(5);
/** A run says how fast the heater heats if it lasts so long (s) and raises the tank by so much (K). */
const LONG = 1200;
const RISE = 2;
/** How far a new run counts against those before. */
const NEW = 0.3;

/** How fast the heater heats, learned from its runs at full power without other heat. */
export const pace = z
	.object({
		/** K/h; 0 until a run has shown it. */
		learned: z.number().min(0).default(0),
		run: z.object({ at: z.number(), from: z.number() }).optional(),
	})
	.prefault({});
export type Pace = z.output<typeof pace>;

interface Seen {
	readonly now: Instant;
	readonly tank: Celsius | undefined;
	/** The boards confirm that it runs at full power. */
	readonly full: boolean;
	/** Other heat comes into the tank. */
	readonly charging: boolean;
	/** What power and volume say. */
	readonly computed: KelvinPerHour;
}

/** What is learned after a turn. The same object if nothing changed. */
export function learned(before: Pace, { now, tank, full, charging, computed }: Seen): Pace {
	const { run, learned: known } = before;
	if (full && !charging && tank !== undefined)
		return run === undefined ? { learned: known, run: { at: now, from: tank } } : before;
	if (run === undefined) return before;
	const lasted = since(instant(run.at), now);
	if (charging || tank === undefined || lasted < LONG || tank - run.from < RISE) return { learned: known };
	const rate = ((tank - run.from) / lasted) * 3600;
	// Someone drew water meanwhile, or it is another heater's heat.
	if (rate < computed / 3 || rate > computed * 6) return { learned: known };
	return { learned: Math.round((known === 0 ? rate : known + NEW * (rate - known)) * 10) / 10 };
}

/** What power and volume say: K/h for the whole tank. */
export function computedRate({ volume }: Part, heaters: readonly Output[], plant: Plant): KelvinPerHour {
	const heated = volume ?? plant.tank.volume;
	const power = plant.heater.power * heaters.length;
	return power > 0 && heated > 0 ? kelvinPerHour(power / (heated * WATER)) : ASSUMED;
}

/** The declared rate, or what was learned, or what power and volume say. */
export const rateOf = (declared: KelvinPerHour, { learned: known }: Pace, computed: KelvinPerHour): KelvinPerHour =>
	declared > 0 ? declared : known > 0 ? kelvinPerHour(known) : computed;
