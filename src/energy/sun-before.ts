import * as z from "zod";
import { rule, silent } from "#control/rule.ts";
import { count, counted } from "./counting/count.ts";
import { memory as metered } from "./metering/memory.ts";

/**
 * The heat of collectors' circuits that are no more: the sum of all collectors must not fall when one is removed. Not saved once a
 * minute like a count, but at once, as the circuit's own memory is forgotten at once.
 */
export const sunBefore = rule({
	id: "sun_before",
	per: "plant",
	needs: {},
	options: z.object({}),
	memory: z.object({ heats: z.array(count).default([]) }),
	gone({ heats }, lost) {
		const meters = (lost["heat_meter"] ?? []).map((row) => metered.safeParse(row).data);
		const more = meters.flatMap((meter) => (meter?.sun === true ? [meter.heat] : []));
		return { heats: [...heats, ...more.map(({ next: _, ended: __, ...heat }) => ({ ...heat, told: heat.total }))] };
	},
	propose(_, situation, before) {
		if (before.heats.length === 0) return silent(before);
		// Days, months and years begin for them too.
		const heats = before.heats.map((heat) => counted(heat, 0, situation));
		return silent(heats.every((heat, n) => heat === before.heats[n]) ? before : { heats });
	},
});
