import * as z from "zod";
import { claiming, idling, rule, silent } from "#control/rule.ts";
import { atLeast } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { reason } from "#model/decision/decision.ts";
import { fromField, fromSensor, toSensor } from "#model/plant/circuit.ts";
import { temperature } from "#model/plant/reading.ts";
import { degrees } from "#model/quantities/fields.ts";
import { celsius, kelvin, percent, shifted } from "#model/quantities/units.ts";
import { refusedWith } from "#model/sentences/refusal.ts";

const COLLECTOR = gauge("collector", "°C");
const TANK = gauge("tank", "°C");
const CALM = { guarding: false };
const GUARDING = { guarding: true };

/** A slow pump is enough, and wakes fewer people. */
const SLOWLY = percent(30);
/** A tank that had become too cold has to be this much warmer before it gives heat again. */
const TANK_HYSTERESIS = kelvin(2);

/**
 * Keeps a collector that is filled with water from freezing, with heat from the tank, as long as the tank has some. Off for
 * glycol. The pump runs in cold nights, so the limits of the tank and of the machinery stay above it.
 */
export const frostGuard = rule({
	id: "frost_guard",
	per: "circuit",
	where: fromField,
	needs: { collector: fromSensor, tank: toSensor },
	options: z
		.object({
			enabled: z.boolean().default(false),
			start_at: degrees(-40, 15).default(celsius(4)),
			stop_above: degrees(-39, 16).default(celsius(6)),
			tank_minimum: degrees(4, 15).default(celsius(5)),
		})
		.refine((s) => s.stop_above > s.start_at, {
			path: ["stop_above"],
			...refusedWith("above_other", { other: "start_at" }),
		}),
	off: ({ enabled }) => !enabled,
	memory: z.object({ guarding: z.boolean().default(false) }),
	propose({ at, collector, tank }, { readings, settings, compare }, memory) {
		const cold = temperature(readings, collector);
		const warm = temperature(readings, tank);
		const calm = memory.guarding ? CALM : memory;
		if (!settings.enabled || cold === undefined || warm === undefined) return silent(calm);
		const { start_at, stop_above, tank_minimum } = settings;
		const freezing = memory.guarding
			? compare.atMost(COLLECTOR, cold, stop_above, "stop_above")
			: compare.atMost(COLLECTOR, cold, start_at, "start_at");
		if (!freezing) return silent(calm);
		const least = memory.guarding ? tank_minimum : shifted(tank_minimum, TANK_HYSTERESIS);
		if (!compare.atLeast(TANK, warm, least, "tank_minimum"))
			return idling(calm, at, reason("frost_tank_cold", { tank: warm, tank_minimum }));
		const because = reason("frost_near", { collector: cold, stop_above, tank: warm });
		return claiming(memory.guarding ? memory : GUARDING, [atLeast(at, SLOWLY, "protection", because, "frost_guard")]);
	},
});
