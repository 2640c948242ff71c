import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { atLeast } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { reason } from "#model/decision/decision.ts";
import { fromField, fromSensor, toSensor } from "#model/plant/circuit.ts";
import { awaited, temperature } from "#model/plant/reading.ts";
import { degrees, kelvins } from "#model/quantities/fields.ts";
import { celsius, FULL, kelvin, shifted, warmerBy } from "#model/quantities/units.ts";
import { refusedWith } from "#model/sentences/refusal.ts";

const GAIN = gauge("gain", "K");
const TANK = gauge("tank", "°C");
const CALM = { cooling: false };
const COOLING = { cooling: true };
const TANK_HYSTERESIS = kelvin(2);

/**
 * Delays stagnation: once charging is over because the tank is full, the pump still runs while the collector is much warmer.
 * The collector stays hot and loses more than it would otherwise, and the tank fills slowly, up to a limit of its own.
 */
export const systemCooling = rule({
	id: "system_cooling",
	per: "circuit",
	where: fromField,
	needs: { collector: fromSensor, tank: toSensor },
	excludes: ["collector_cooling"],
	options: z
		.object({
			enabled: z.boolean().default(false),
			start_at: kelvins(1, 30).default(kelvin(20)),
			stop_at: kelvins(0.5, 29.5).default(kelvin(15)),
			tank_up_to: degrees(60, 95).default(celsius(90)),
		})
		.refine((s) => s.start_at >= s.stop_at + 0.5, {
			path: ["stop_at"],
			...refusedWith("below_other_by", { other: "start_at", by: 0.5 }),
		}),
	off: ({ enabled }) => !enabled,
	memory: z.object({ cooling: z.boolean().default(false) }),
	propose({ at, collector, tank }, { readings, settings, circuits, compare }, memory) {
		const hot = temperature(readings, collector);
		const warm = temperature(readings, tank);
		const calm = memory.cooling ? CALM : memory;
		if (!settings.enabled) return silent(calm);
		if (hot === undefined || warm === undefined)
			return silent(awaited(readings, collector) || awaited(readings, tank) ? memory : calm);
		const { start_at, stop_at, tank_up_to } = settings;
		const gain = warmerBy(hot, warm);
		// What else forbids charging, such as a pause for another tank or a person, is no reason to cool.
		// That is not known in the first turn: what ran before a restart goes on until then.
		const full = compare.so("charging_full", circuits[at.index]?.full ?? memory.cooling);
		const up_to = memory.cooling ? tank_up_to : shifted(tank_up_to, kelvin(-TANK_HYSTERESIS));
		const room = compare.below(TANK, warm, up_to, "tank_up_to");
		const hotter = memory.cooling
			? compare.above(GAIN, gain, stop_at, "stop_at")
			: compare.atLeast(GAIN, gain, start_at, "start_at");
		const cooling = full && room && hotter;
		if (!cooling) return silent(calm);
		const because = reason("system_cooled", { gain, stop_at, tank: warm, tank_up_to });
		return claiming(memory.cooling ? memory : COOLING, [atLeast(at, FULL, "protection", because, "system_cooling")]);
	},
});
