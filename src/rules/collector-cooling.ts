import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { atLeast } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { reason } from "#model/decision/decision.ts";
import { chargingOutOf, isField, sensorOf } from "#model/plant/circuit.ts";
import { temperature } from "#model/plant/reading.ts";
import { degrees } from "#model/quantities/fields.ts";
import { celsius, FULL } from "#model/quantities/units.ts";
import { refusedWith } from "#model/sentences/refusal.ts";

const COLLECTOR = gauge("collector", "°C");
const CALM = { cooling: false };
const COOLING = { cooling: true };

/**
 * Takes heat from a hot collector into the tank, even if charging would not, until the collector is strictly below
 * `release_below`.
 */
export const collectorCooling = rule({
	id: "collector_cooling",
	per: "part",
	where: isField,
	needs: { collector: sensorOf, circuits: chargingOutOf },
	options: z
		.object({
			start_at: degrees(70, 120).default(celsius(90)),
			release_below: degrees(50, 119).default(celsius(86)),
		})
		.refine((s) => s.release_below < s.start_at, {
			path: ["release_below"],
			...refusedWith("below_other", { other: "start_at" }),
		}),
	memory: z.object({ cooling: z.boolean().default(false) }),
	propose({ collector, circuits }, { readings, settings, compare }, memory) {
		const { start_at, release_below } = settings;
		const hot = temperature(readings, collector);
		const cooling =
			hot !== undefined &&
			(memory.cooling
				? compare.atLeast(COLLECTOR, hot, release_below, "release_below")
				: compare.atLeast(COLLECTOR, hot, start_at, "start_at"));
		const remembered = cooling === memory.cooling ? memory : cooling ? COOLING : CALM;
		if (hot === undefined || !cooling) return silent(remembered);
		const because = reason("collector_hot", { collector: hot, start_at, release_below });
		return claiming(
			remembered,
			circuits.map((circuit) => atLeast(circuit, FULL, "protection", because, "collector_cooling")),
		);
	},
});
