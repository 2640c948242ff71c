import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { forbid } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { type Claim, reason } from "#model/decision/decision.ts";
import { devicesOf, isField, sensorOf, together } from "#model/plant/circuit.ts";
import type { Circuit } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
import { kelvins, minutesField } from "#model/quantities/fields.ts";
import { inSeconds, kelvin, minutes, OFF, warmerBy } from "#model/quantities/units.ts";
import { better, chargedWith, hasChoice } from "./store-priority-choices.ts";
import { freed, lasted, next, phases, spread } from "./store-priority-phases.ts";

/** K below the difference for both at which the second pump stops. */
const SPREAD_HYSTERESIS = 2;
const GAIN = gauge("gain", "K");

/**
 * Tanks in the order of their priorities. What charges a later tank stops now and then, so that the collector can become warm
 * enough for an earlier one; while it gets warmer, the pause begins again. Pumps that could run together go in that order
 * too. A tank that is full, or must not be charged, is not waited for.
 */
export const storePriority = rule({
	id: "store_priority",
	per: "part",
	where: (part, plant) => isField(part) && hasChoice(part, plant),
	needs: { collector: sensorOf, ways: chargedWith },
	options: z.object({
		enabled: z.boolean().default(false),
		run_for: minutesField(1, 60).default(minutes(15)),
		pause_for: minutesField(1, 30).default(minutes(2)),
		rise: kelvins(1, 20).default(kelvin(2)),
		spread: z.boolean().default(false),
		spread_at: kelvins(20, 90).default(kelvin(40)),
	}),
	off: ({ enabled }) => !enabled,
	memory: phases,
	propose({ collector, ways }, { now, readings, settings, outputs, circuits, compare }, memory) {
		const hot = temperature(readings, collector);
		if (!compare.so("enabled", settings.enabled, "enabled") || hot === undefined) return silent(freed(memory));
		// A pump or valve whose board does not answer charges nothing.
		const works = (one: Circuit) => devicesOf(one).every(({ index }) => outputs[index]?.fault === undefined);
		const isOpen = (one: Circuit) => (circuits[one.index]?.most ?? OFF) > 0 && works(one);
		const isWanted = (one: Circuit) => isOpen(one) && (circuits[one.index]?.asked ?? OFF) > 0;
		const claims: Claim[] = [];
		// Circuits that cannot run together are served by priority anyway. A pump of its own would run beside the first.
		const limit = kelvin(settings.spread_at - (memory.spreading === true ? SPREAD_HYSTERESIS : 0));
		let spreading = false;
		for (const way of ways) {
			const first = better(way, ways).find((one) => isWanted(one) && together(one, way));
			if (!compare.so("earlier_charged", first !== undefined) || first === undefined) continue;
			const tank = temperature(readings, first.to_sensor);
			if (settings.spread && tank !== undefined && compare.atLeast(GAIN, warmerBy(hot, tank), limit, "spread_at"))
				spreading = true;
			else claims.push(forbid(way, "normal", reason("first_is_charged", { circuit: first.id }), "idle"));
		}
		const patient = ways.flatMap((way) => {
			const ahead = better(way, ways).filter(isOpen);
			const [first] = ahead;
			return first === undefined || ahead.some(isWanted) ? [] : [{ way, first }];
		});
		const runs = patient.some(({ way }) => circuits[way.index]?.runs === true);
		const after = next(memory, now, hot, settings, runs ? "runs" : patient.length > 0 ? "rests" : "none", compare);
		if (after.phase === "pausing") {
			const left = Math.ceil(inSeconds(settings.pause_for) - lasted(after, now));
			for (const { way, first } of patient) {
				const facts = { left, circuit: first.id, collector: hot, rise: settings.rise };
				claims.push(forbid(way, "normal", reason("pausing_for_first", facts), "idle"));
			}
		}
		const remembered = spread(after, spreading);
		return claims.length === 0 ? silent(remembered) : claiming(remembered, claims);
	},
});
