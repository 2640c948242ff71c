import * as z from "zod";
import { claiming, idling, rule } from "#control/rule.ts";
import { atLeast } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { reason } from "#model/decision/decision.ts";
import { fromSensor, toSensor } from "#model/plant/circuit.ts";
import { isThermometer, type Plant } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
import { degrees, kelvins } from "#model/quantities/fields.ts";
import { celsius, FULL, kelvin, shifted, warmerBy } from "#model/quantities/units.ts";
import { refusedWith } from "#model/sentences/refusal.ts";

const GAIN = gauge("gain", "K");
const OUTDOOR = gauge("outdoor", "°C");
const IDLE = { running: false };
const RUNNING = { running: true };
/** K below `summer_from` at which the heating season goes on. */
const SEASON = kelvin(2);

const outdoors = (_: unknown, { sensors }: Plant) => ({
	sensor: sensors.filter(isThermometer).find(({ role }) => role === "outdoor_air"),
});

/**
 * Leads the return of the heating through a tank that is warmer, so that the boiler has less to do. Not in summer, where an
 * outdoor sensor tells.
 */
export const returnPreheating = rule({
	id: "return_preheating",
	per: "circuit",
	where: ({ to }) => to.use === "heating",
	needs: { tank: fromSensor, return_line: toSensor, outdoors },
	options: z
		.object({
			start_at: kelvins(1.5, 40).default(kelvin(6)),
			stop_at: kelvins(0.5, 20).default(kelvin(4)),
			summer_from: degrees(5, 40).default(celsius(20)),
		})
		.refine((s) => s.start_at >= s.stop_at + 1, {
			path: ["stop_at"],
			...refusedWith("below_other_by", { other: "start_at", by: 1 }),
		}),
	memory: z.object({ running: z.boolean().default(false), summer: z.boolean().optional() }),
	propose({ at, tank, return_line, outdoors }, { readings, settings, compare }, memory) {
		const { start_at, stop_at, summer_from } = settings;
		const air = temperature(readings, outdoors.sensor);
		const from = memory.summer === true ? shifted(summer_from, kelvin(-SEASON)) : summer_from;
		const summer = air !== undefined && compare.atLeast(OUTDOOR, air, from, "summer_from");
		const season = summer ? { summer } : {};
		const remember = (running: boolean) =>
			running === memory.running && summer === (memory.summer ?? false)
				? memory
				: { ...(running ? RUNNING : IDLE), ...season };
		if (summer) return idling(remember(false), at, reason("heating_in_summer", { outdoor: air, summer_from }));
		const hot = temperature(readings, tank);
		const cold = temperature(readings, return_line);
		if (hot === undefined || cold === undefined) return idling(remember(false), at, reason("no_reading"));
		const gain = warmerBy(hot, cold);
		const runs = memory.running
			? compare.above(GAIN, gain, stop_at, "stop_at")
			: compare.atLeast(GAIN, gain, start_at, "start_at");
		if (!runs) return idling(remember(false), at, reason("source_no_warmer", { source: hot, target: cold, start_at }));
		const because = reason("return_preheated", { gain, stop_at, source: hot, target: cold });
		return claiming(remember(true), [atLeast(at, FULL, "normal", because, "preheating")]);
	},
});
