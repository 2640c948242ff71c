import * as z from "zod";
import { count, countedByHour, joinedCounts, type Times } from "./count.ts";
import { between, type Look, looked, rememberedLook } from "./integral.ts";

/** What a meter remembers. */
export const metered = {
	/** kWh. */
	heat: count.prefault({}),
	/** kWh by which it may be wrong. */
	doubt: z.number().min(0).default(0),
	/** Seconds in which something flowed or may have flowed, and could not be measured. */
	gap: z.number().min(0).default(0),
	...looked,
};
type Metered = Pick<z.output<z.ZodObject<typeof metered>>, "heat" | "doubt" | "gap">;

/** A saved memory with what was counted while the store could not be read. @param by how far the running time moves then */
export const joinedMeters = <M extends Metered>(saved: M, since: Metered, by: number): M => ({
	...saved,
	heat: joinedCounts(saved.heat, since.heat, by),
	doubt: saved.doubt + since.doubt,
	gap: saved.gap + since.gap,
});

/** The memory after a look: what flowed since the last one, and this look in its place. */
export function booked<M extends z.output<z.ZodObject<typeof metered>>>(before: M, look: Look, times: Times): M {
	const { kwh, unsure, gap } = between(before, look, times.now, times.begun);
	return {
		...before,
		heat: countedByHour(before.heat, kwh, times),
		doubt: before.doubt + unsure,
		gap: before.gap + gap,
		...rememberedLook(look, times.now),
	};
}
