import * as z from "zod";
import { claiming, idling, rule } from "#control/rule.ts";
import { atLeast, forbid } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { reason } from "#model/decision/decision.ts";
import { fromSensor, isDump, together } from "#model/plant/circuit.ts";
import type { Circuit, Plant } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
import { degrees } from "#model/quantities/fields.ts";
import { celsius, FULL } from "#model/quantities/units.ts";
import { refusedWith } from "#model/sentences/refusal.ts";

const SOURCE = gauge("source", "°C");
const CALM = { dumping: false };
const DUMPING = { dumping: true };

/** What cannot run at the same time, because it shares the pump or a valve. */
const instead = (at: Circuit, { circuits }: Plant): readonly Circuit[] =>
	circuits.filter((other) => other !== at && !together(at, other));

/**
 * Leads heat that is too much into a heat dump, such as a fan coil or a radiator, until its source is strictly below
 * `release_below`. With a pump of its own it runs beside charging. Where a valve leads to it, it takes the pump.
 */
export const heatDump = rule({
	id: "heat_dump",
	per: "circuit",
	where: ({ to }) => isDump(to),
	needs: { source: fromSensor, others: instead },
	options: z
		.object({
			start_at: degrees(40, 190).default(celsius(110)),
			release_below: degrees(35, 189).default(celsius(105)),
		})
		.refine((s) => s.release_below < s.start_at, {
			path: ["release_below"],
			...refusedWith("below_other", { other: "start_at" }),
		}),
	memory: z.object({ dumping: z.boolean().default(false) }),
	propose({ at, source, others }, { readings, settings, compare }, memory) {
		const { start_at, release_below } = settings;
		const hot = temperature(readings, source);
		const dumping =
			hot !== undefined &&
			(memory.dumping
				? compare.atLeast(SOURCE, hot, release_below, "release_below")
				: compare.atLeast(SOURCE, hot, start_at, "start_at"));
		const remembered = dumping === memory.dumping ? memory : dumping ? DUMPING : CALM;
		if (hot === undefined) return idling(remembered, at, reason("no_reading"));
		if (!dumping) return idling(remembered, at, reason("dump_waits", { source: hot, start_at }));
		const because = reason("dumping", { source: hot, start_at, release_below });
		const claims = [atLeast(at, FULL, "protection", because, "heat_dump")];
		for (const other of others) claims.push(forbid(other, "protection", because, "heat_dump"));
		return claiming(remembered, claims);
	},
});
