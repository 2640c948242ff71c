import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { atLeast } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { reason } from "#model/decision/decision.ts";
import { chargingOutOf, isField, sensorOf } from "#model/plant/circuit.ts";
import { temperature } from "#model/plant/reading.ts";
import { degrees, later } from "#model/quantities/fields.ts";
import { celsius, FULL, kelvin, shifted } from "#model/quantities/units.ts";
import { refusedWith } from "#model/sentences/refusal.ts";

const COLLECTOR = gauge("collector", "°C");
const TANK = gauge("tank", "°C");
/** As the limit of a tank it has no effect: the tank's maximum is never higher. */
const HIGHEST = 98;
/** A tank that had reached its limit takes heat again when it is so much colder. */
const TANK_HYSTERESIS = kelvin(2);

const CALM = { cooling: false };
const COOLING = { cooling: true };

/**
 * Takes heat from a hot collector into the tank, even if charging would not, until the collector is strictly below
 * `release_below`, or the tank has reached a limit of its own.
 */
export const collectorCooling = rule({
	id: "collector_cooling",
	per: "part",
	where: isField,
	needs: { collector: sensorOf, circuits: chargingOutOf },
	options: z
		.object({
			enabled: later(z.boolean().default(true)),
			start_at: degrees(70, 120).default(celsius(90)),
			release_below: degrees(50, 119).default(celsius(86)),
			tank_up_to: later(degrees(60, HIGHEST).default(celsius(HIGHEST))),
		})
		.refine((s) => s.release_below < s.start_at, {
			path: ["release_below"],
			...refusedWith("below_other", { other: "start_at" }),
		}),
	off: ({ enabled }) => !enabled,
	memory: z.object({ cooling: z.boolean().default(false) }),
	propose({ collector, circuits }, { readings, settings, circuits: states, compare }, memory) {
		const { enabled, start_at, release_below, tank_up_to } = settings;
		const hot = enabled ? temperature(readings, collector) : undefined;
		const cooling =
			hot !== undefined &&
			(memory.cooling
				? compare.atLeast(COLLECTOR, hot, release_below, "release_below")
				: compare.atLeast(COLLECTOR, hot, start_at, "start_at"));
		const remembered = cooling === memory.cooling ? memory : cooling ? COOLING : CALM;
		if (hot === undefined || !cooling) return silent(remembered);
		const because = reason("collector_hot", { collector: hot, start_at, release_below });
		const roomy = circuits.filter((circuit) => {
			const tank = tank_up_to < HIGHEST ? temperature(readings, circuit.to_sensor) : undefined;
			const up_to = states[circuit.index]?.runs === true ? tank_up_to : shifted(tank_up_to, kelvin(-TANK_HYSTERESIS));
			return tank === undefined || compare.below(TANK, tank, up_to, "tank_up_to");
		});
		return claiming(
			remembered,
			roomy.map((circuit) => atLeast(circuit, FULL, "protection", because, "collector_cooling")),
		);
	},
});
