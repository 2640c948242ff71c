import * as z from "zod";
import { joinedMeters } from "../counting/booked.ts";
import { count } from "../counting/count.ts";
import { looked } from "../counting/integral.ts";
import { pair } from "./pair.ts";

/** What the meter of a circuit remembers. */
export const memory = z.object({
	/** kWh that were carried from hot to cold. */
	heat: count.prefault({}),
	/** kWh that were carried back, as when a tank is cooled at night. */
	back: z.number().min(0).default(0),
	/** kWh by which both may be wrong. */
	doubt: z.number().min(0).default(0),
	/** Seconds in which something flowed or may have flowed, and could not be measured. */
	gap: z.number().min(0).default(0),
	...looked,
	/** L/min at full speed, learnt from the flow meter. It counts where that is lost. */
	learnt: z.number().positive().optional(),
	pair: pair.prefault({}),
	/** It begins at a collector: so its heat is the sun's also when the circuit is no more. */
	sun: z.literal(true).optional(),
});
export type HeatMemory = z.output<typeof memory>;

export const joinedHeat = (saved: HeatMemory, since: HeatMemory, by: number): HeatMemory => ({
	...joinedMeters(saved, since, by),
	back: saved.back + since.back,
	...(since.at !== undefined && { at: since.at + by }),
	...(since.last !== undefined && { last: since.last }),
	...(since.kw !== undefined && { kw: since.kw }),
});
