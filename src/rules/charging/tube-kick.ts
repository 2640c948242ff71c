import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { atLeast } from "#model/decision/claim.ts";
import { reason } from "#model/decision/decision.ts";
import { fromField, isField, outOf, sensorOf } from "#model/plant/circuit.ts";
import type { Circuit } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
import { duration, minutesField, timeWindows } from "#model/quantities/fields.ts";
import { inSeconds, minutes, percent, seconds, since } from "#model/quantities/units.ts";
import { isWithin, windowsIn } from "#model/quantities/windows.ts";

/** The lowest speed, after the kick that the output has for itself. */
const SLOWLY = percent(1);

/**
 * The sensor of a tube collector sits outside of its tubes and feels their heat late. By day the pump runs for a moment now
 * and then, so that hot fluid reaches the sensor. Not while the pump ran a moment ago, not without the sensor, and not where
 * something forbids the circuit: a full tank, a boiling collector, a person.
 */
export const tubeKick = rule({
	id: "tube_kick",
	per: "part",
	where: isField,
	needs: { collector: sensorOf, circuits: outOf },
	options: z.object({
		enabled: z.boolean().default(false),
		windows: timeWindows().default("08:00-19:00"),
		every: minutesField(1, 60).default(minutes(30)),
		run_for: duration(5, 600).default(seconds(30)),
	}),
	off: ({ enabled }) => !enabled,
	/** When the kick that runs ends, and before when the next one does not begin. */
	memory: z.object({ until: z.number().default(0), not_before: z.number().default(0) }),
	propose({ collector, circuits }, { now, wall, readings, settings, circuits: states, compare }, memory) {
		if (!settings.enabled) return silent(memory);
		const windows = windowsIn(settings.windows);
		const by_day = windows !== undefined && isWithin(windows, wall) === true;
		if (!compare.so("within_hours", by_day, "windows")) return silent(memory);
		if (temperature(readings, collector) === undefined) return silent(memory);
		const free = circuits.filter((one) => fromField(one) && (states[one.index]?.most ?? 0) > 0);
		const [first] = free.toSorted((a, b) => a.priority - b.priority);
		if (first === undefined) return silent(memory);
		const every = inSeconds(settings.every);
		const left = Math.ceil(memory.until - now);
		// What is later than a kick or its interval is of another running time, or of other settings.
		if (left > 0 && left <= settings.run_for) return claiming(memory, [kick(first, left)]);
		if (now < memory.not_before && memory.not_before - now <= every) return silent(memory);
		const moved = circuits.some(({ index }) => {
			const { runs = false, since: from } = states[index] ?? {};
			return runs || (from !== undefined && since(from, now) < every);
		});
		if (moved) return silent(memory);
		const begun = { until: now + settings.run_for, not_before: now + every };
		return claiming(begun, [kick(first, settings.run_for)]);
	},
});

const kick = (circuit: Circuit, left: number) =>
	atLeast(circuit, SLOWLY, "upkeep", reason("tubes_kicked", { left }), "tube_kick");
