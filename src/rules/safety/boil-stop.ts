import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { forbid } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { reason } from "#model/decision/decision.ts";
import { isField, outOf, sensorOf } from "#model/plant/circuit.ts";
import { temperature } from "#model/plant/reading.ts";
import { degrees } from "#model/quantities/fields.ts";
import { celsius } from "#model/quantities/units.ts";
import { refusedWith } from "#model/sentences/refusal.ts";

const COLLECTOR = gauge("collector", "°C");
const CALM = { boiling: false };
const BOILING = { boiling: true };

/**
 * Stops the pump when the collector boils, even if it was not running: steam in the pipes and cold fluid on a glowing
 * absorber cause damage. Released strictly below `release_below`. A lost collector sensor does not release it.
 */
export const boilStop = rule({
	id: "boil_stop",
	per: "part",
	where: isField,
	needs: { collector: sensorOf, circuits: outOf },
	options: z
		.object({
			stop_at: degrees(80, 200).default(celsius(150)),
			release_below: degrees(70, 199).default(celsius(140)),
		})
		.refine((s) => s.release_below < s.stop_at, {
			path: ["release_below"],
			...refusedWith("below_other", { other: "stop_at" }),
		}),
	memory: z.object({ boiling: z.boolean().default(false) }),
	propose({ collector, circuits }, { readings, settings, compare }, memory) {
		const { stop_at, release_below } = settings;
		const hot = temperature(readings, collector);
		const boiling =
			hot === undefined
				? memory.boiling
				: memory.boiling
					? compare.atLeast(COLLECTOR, hot, release_below, "release_below")
					: compare.atLeast(COLLECTOR, hot, stop_at, "stop_at");
		const remembered = boiling === memory.boiling ? memory : boiling ? BOILING : CALM;
		if (!boiling) return silent(remembered);
		const facts = hot === undefined ? { stop_at, release_below } : { collector: hot, stop_at, release_below };
		const because = reason("boiling", facts);
		return claiming(
			remembered,
			circuits.map((circuit) => forbid(circuit, "safety", because, "boil_stop")),
		);
	},
});
