import * as z from "zod";
import { claiming, idling, rule } from "#control/rule.ts";
import { atLeast } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { reason } from "#model/decision/decision.ts";
import { fromField, fromSensor, toSensor } from "#model/plant/circuit.ts";
import { awaited, temperature } from "#model/plant/reading.ts";
import { degrees, kelvins, later } from "#model/quantities/fields.ts";
import { celsius, FULL, kelvin, shifted, warmerBy } from "#model/quantities/units.ts";
import { refusedWith } from "#model/sentences/refusal.ts";

const GAIN = gauge("gain", "K");
const COLLECTOR = gauge("collector", "°C");
const IDLE = { running: false };
const RUNNING = { running: true };

/** The lowest value of the minimum: it has no effect. */
const NO_MINIMUM = celsius(-25);
/** A collector that has become this much colder than its minimum ends charging. */
const BELOW_MINIMUM = kelvin(2);

/**
 * Runs the pump while the collector is warmer than the tank: starts at `start_at` or more, stops at `stop_at` or less, and
 * does not change in between. While another circuit of its group is served, it has to reach `start_at` again. A collector
 * below its minimum charges nothing: heat of so few degrees is lost in the pipes.
 */
export const solarCharging = rule({
	id: "solar_charging",
	per: "circuit",
	where: fromField,
	needs: { collector: fromSensor, tank: toSensor },
	options: z
		.object({
			start_at: kelvins(1, 40).default(kelvin(8)),
			stop_at: kelvins(0.5, 20).default(kelvin(4)),
			collector_minimum: later(degrees(NO_MINIMUM, 90).default(NO_MINIMUM)),
		})
		.refine((s) => s.start_at >= s.stop_at + 1, {
			path: ["stop_at"],
			...refusedWith("below_other_by", { other: "start_at", by: 1 }),
		}),
	memory: z.object({ running: z.boolean().default(false) }),
	propose({ at, collector, tank }, { readings, settings, circuits, compare }, memory) {
		const hot = temperature(readings, collector);
		const cold = temperature(readings, tank);
		if (hot === undefined || cold === undefined) {
			// What ran before a restart goes on once its sensors are there.
			const lost = [collector, tank].some((one) => temperature(readings, one) === undefined && !awaited(readings, one));
			return idling(memory.running && lost ? IDLE : memory, at, reason("no_reading"));
		}
		const gain = warmerBy(hot, cold);
		const { start_at, stop_at, collector_minimum } = settings;
		// While another circuit was served, the gain may have sunk below what a start needs.
		const ran = memory.running && !compare.so("displaced", circuits[at.index]?.displaced === true);
		const gains = ran
			? compare.above(GAIN, gain, stop_at, "stop_at")
			: compare.atLeast(GAIN, gain, start_at, "start_at");
		const least = ran ? shifted(collector_minimum, kelvin(-BELOW_MINIMUM)) : collector_minimum;
		const warm = collector_minimum === NO_MINIMUM || compare.atLeast(COLLECTOR, hot, least, "collector_minimum");
		const runs = gains && warm;
		const remembered = runs === memory.running ? memory : runs ? RUNNING : IDLE;
		if (gains && !warm)
			return idling(remembered, at, reason("collector_cold", { collector: hot, minimum: collector_minimum }));
		if (!runs) return idling(remembered, at, reason("no_gain", { gain, start_at, collector: hot, tank: cold }));
		return claiming(remembered, [
			atLeast(at, FULL, "normal", reason("gain", { gain, stop_at, collector: hot, tank: cold }), "heating"),
		]);
	},
});
