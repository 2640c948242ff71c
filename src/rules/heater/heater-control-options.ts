import * as z from "zod";
import {
	chosenId,
	degrees,
	heatRate,
	kelvins,
	minutesField,
	power,
	price,
	timeWindows,
	weekTimes,
} from "#model/quantities/fields.ts";
import { celsius, kelvin, kelvinPerHour, minutes, watts } from "#model/quantities/units.ts";
import { refusedWith } from "#model/sentences/refusal.ts";

/** Stands for the sensor that decides for the tank. */
export const OWN = "auto";

export const options = z
	.object({
		/** `eco` heats with surplus and for the ready-by time; `on` keeps the comfort temperature in the windows as well. */
		mode: z.enum(["off", "eco", "on"]).default("off"),
		sensor: chosenId().default(OWN),
		comfort: degrees(20, 85).default(celsius(45)),
		hysteresis: kelvins(1, 20).default(kelvin(5)),
		windows: timeWindows().default("always"),
		ready_by: weekTimes().default("never"),
		margin: minutesField(0, 240).default(minutes(30)),
		heat_rate: heatRate(0, 60).default(kelvinPerHour(0)),
		wait_for_sun: minutesField(0, 480).default(minutes(120)),
		surplus_target: degrees(25, 90).default(celsius(60)),
		surplus_from: power(0, 50_000).default(watts(3000)),
		surplus_hysteresis: power(50, 10_000).default(watts(500)),
		surplus_reading: z.enum(["feed_in", "available"]).default("feed_in"),
		price_below: price(-1000, 10_000).default(0),
		price_hysteresis: price(0, 1000).default(0),
		least_on: minutesField(0, 60).default(minutes(5)),
		least_off: minutesField(0, 60).default(minutes(5)),
		cut_out: degrees(40, 95).default(celsius(80)),
		dry_run_after: minutesField(0, 240).default(minutes(60)),
	})
	.refine((s) => s.surplus_target > s.comfort, {
		path: ["surplus_target"],
		...refusedWith("above_other", { other: "comfort" }),
	})
	.refine((s) => s.cut_out > s.surplus_target, {
		path: ["cut_out"],
		...refusedWith("above_other", { other: "surplus_target" }),
	});
export type Settings = z.output<typeof options>;
