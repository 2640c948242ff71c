import * as z from "zod";
import { rule, silent } from "#control/rule.ts";
import { measured, type Readings } from "#model/plant/reading.ts";
import { instant, since } from "#model/quantities/units.ts";
import { booked, joinedMeters, metered } from "./counting/booked.ts";
import { countedByHour, type Times } from "./counting/count.ts";
import { counter, read } from "./heating/counter.ts";
import { heaterLook } from "./heating/reading.ts";
import { type HeaterMeter, heaterMeterOf } from "./heating/wiring.ts";

/** Seconds between looks while it heats. */
const EVERY = 10;

export const memory = z.object({
	/** `heat` is electricity. */
	...metered,
	/** Of its own meter. */
	...counter,
});
export type HeaterMemory = z.output<typeof memory>;

/** Electricity that each heater takes: by its own meter, or by its rated power while its board confirms that it is on. */
export const heaterMeter = rule({
	id: "heater_meter",
	per: "output",
	where: (output, plant) => output.role === "heater" && heaterMeterOf(output, plant) !== undefined,
	needs: { meter: heaterMeterOf },
	options: z.object({}),
	counts: true,
	memory,
	joined: (saved, since, by) => ({
		...joinedMeters(saved, since, by),
		...(since.at !== undefined && { at: since.at + by }),
		...(since.metered !== undefined && {
			metered: since.metered,
			metered_on: since.metered_on,
			...(since.metered_at !== undefined && { metered_at: since.metered_at + by }),
			moved: since.moved === undefined ? undefined : since.moved + by,
		}),
		doubted: undefined,
	}),
	propose({ at: heater, meter }, situation, before) {
		const { now, begun, readings, outputs } = situation;
		if (meter.energy !== undefined) return silent(byMeter(before, meter, readings, situation));
		const look = heaterLook(heater, meter, readings, outputs);
		const isLately = before.at !== undefined && before.at >= begun && now >= before.at;
		if (look.kind === before.last && isLately && since(instant(before.at ?? 0), now) < EVERY && look.kind !== "off")
			return silent(before);
		if (look.kind === "off" && before.last === "off") return silent(withHeat(before, 0, situation));
		return silent(booked(before, look, situation));
	},
});

/** The same object if nothing changed. */
function withHeat(before: HeaterMemory, kwh: number, times: Times, took = 0): HeaterMemory {
	const heat = countedByHour(before.heat, kwh, times, took);
	return heat === before.heat ? before : { ...before, heat };
}

/** A meter goes on counting while this app is off. One that begins again at 0 tells nothing of what was before. */
function byMeter(before: HeaterMemory, meter: HeaterMeter, readings: Readings, times: Times): HeaterMemory {
	const shows = measured(readings, meter.energy);
	if (shows === undefined) return withHeat(before, 0, times);
	const { after, kwh } = read(before, shows, meter.rated, times);
	if (after === before) return withHeat(before, 0, times);
	// A meter that reports once an hour tells of that hour.
	const took = meter.rated > 0 ? (1000 * kwh) / meter.rated : 0;
	return { ...withHeat(before, kwh, times, took), ...after };
}
