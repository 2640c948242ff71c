import { twoTanks } from "../rules/houses.ts";
import { type Course, type CourseChapter, single, span } from "./course.ts";

const PUMP = { on: { pump: "on" }, off: { pump: "off" } } as const;

/** Collector cooling of a full tank: where it starts and ends. The values are those of the makers, written out. */
const cooling = (preset: string, store: number, start: number, end: number): Course => ({
	says: `${preset}: a full tank takes heat from a collector of ${start} °C, until ${end} °C`,
	house: single(),
	with: { preset, "collector_cooling.enabled": true },
	spans: [
		span(2, { collector: start - 0.1, tank: store }, PUMP.off, "tank_full"),
		span(1, { collector: start }, PUMP.on, "collector_hot"),
		span(1, { collector: end }, PUMP.on, "collector_hot"),
		span(1, { collector: end - 0.1 }, PUMP.off, "tank_full"),
	],
});

/** A collector that drains: from which difference it is filled, for how long, and how long it is left in peace. */
const drains = (preset: string, start: number, fill: number, settle: number): Course => ({
	says: `${preset}: drain-back fills for ${fill} min and settles for ${settle} min`,
	house: single(),
	with: { preset, "drain_back.enabled": true, "collector_cooling.enabled": false },
	spans: [
		span(2, { collector: 40 + start - 0.1, tank: 40 }, PUMP.off, "drain_back_waits"),
		span(1.3, { collector: 40 + start }, PUMP.on, "drain_back_fills"),
		span(fill - 0.5, { collector: 41 }, PUMP.on, "drain_back_fills", { throughout: true }),
		span(0.4, {}, PUMP.on, "drain_back_settles"),
		span(settle - 0.4, {}, PUMP.on, "drain_back_settles", { throughout: true }),
		span(1, {}, PUMP.off, "drain_back_waits"),
	],
});

const order = (preset: string, run: number, pause: number): Course => ({
	says: `${preset}: a later tank is charged for ${run} min, with pauses of ${pause} min`,
	house: twoTanks("pumps"),
	with: { preset, "store_priority.enabled": true },
	spans: [
		span(run - 0.5, { roof_t: 50, hot_water_t: 55, buffer_t: 30 }, { to_buffer: "on" }, "gain", { throughout: true }),
		span(1, {}, { to_buffer: "off" }, "pausing_for_first"),
		span(pause - 1, {}, { to_buffer: "off" }, "pausing_for_first", { throughout: true }),
		span(1, {}, { to_buffer: "on" }, "gain"),
	],
});

/** The functions of known controllers beside charging, with what their makers state. */
export const ANCHOR_COURSES: CourseChapter = {
	title: "Known controllers: cooling, frost, drain-back and order",
	courses: [
		cooling("resol_bs4", 60, 110, 105),
		cooling("sorel", 60, 110, 100),
		cooling("predecessor", 75, 90, 86),
		{
			says: "sorel: collector cooling goes on up to 90 °C in the tank",
			house: single(),
			with: { preset: "sorel", "collector_cooling.enabled": true },
			spans: [
				span(2, { collector: 112, tank: 89.9 }, PUMP.off, "tank_full"),
				span(2, { tank: 87.9 }, PUMP.on, "collector_hot"),
				span(2, { tank: 89.9 }, PUMP.on, "collector_hot"),
				span(2, { tank: 90 }, PUMP.off, "tank_full"),
			],
		},
		{
			says: "resol_bs4: a collector is cooled only when that is switched on",
			house: single(),
			with: { preset: "resol_bs4" },
			spans: [span(2, { collector: 129, tank: 60 }, PUMP.off, "tank_full")],
		},
		{
			says: "resol_bs4: system cooling starts at 20 K over a full tank, and ends at 15 K",
			house: single(),
			with: { preset: "resol_bs4", "system_cooling.enabled": true, "collector_cooling.enabled": false },
			spans: [
				span(2, { collector: 79.9, tank: 60 }, PUMP.off, "tank_full"),
				span(1, { collector: 80 }, PUMP.on, "system_cooled"),
				span(1, { collector: 75.1 }, PUMP.on, "system_cooled"),
				span(1, { collector: 75 }, PUMP.off, "tank_full"),
			],
		},
		{
			says: "resol_bs4: the holiday function cools a tank of 40 °C",
			house: single(),
			with: { preset: "resol_bs4", "holiday.enabled": true },
			spans: [
				span(1, { collector: 20, tank: 39.9 }, PUMP.off, "no_gain"),
				span(1, { tank: 40 }, PUMP.on, "holiday_cools"),
			],
		},
		{
			says: "resol_bs4: frost is kept away from 4 to 6 °C, down to 5 °C in the tank",
			house: single(),
			with: { preset: "resol_bs4", "frost_guard.enabled": true },
			spans: [
				span(1, { collector: 4.1, tank: 30 }, PUMP.off, "no_gain"),
				span(1, { collector: 4 }, PUMP.on, "frost_near"),
				span(1, { collector: 6.1 }, PUMP.off, "no_gain"),
				span(1, { collector: 3.9, tank: 4.9 }, PUMP.off, "frost_tank_cold"),
			],
		},
		{
			says: "resol_bs4: tubes are kicked from 7 o'clock on",
			house: single(),
			with: { preset: "resol_bs4", "tube_kick.enabled": true },
			clock: "06:58",
			spans: [
				span(1.8, { collector: 20, tank: 50 }, PUMP.off, "no_gain", { throughout: true }),
				span(0.4, {}, PUMP.on, "tubes_kicked"),
			],
		},
		{
			says: "ta_uvr61: a collector below 5 °C charges nothing",
			house: single(),
			with: { preset: "ta_uvr61" },
			spans: [
				span(1, { collector: 4.9, tank: -10 }, PUMP.off, "collector_cold"),
				span(1, { collector: 5 }, PUMP.on, "gain"),
			],
		},
		{
			says: "sorel: a collector below 20 °C charges nothing",
			house: single(),
			with: { preset: "sorel" },
			spans: [
				span(1, { collector: 19.9, tank: 5 }, PUMP.off, "collector_cold"),
				span(1, { collector: 20 }, PUMP.on, "gain"),
			],
		},
		{
			says: "predecessor: night cooling from 80 °C, with a collector that is 5 K colder, down to 75 °C",
			house: single(),
			with: { preset: "predecessor", "night_cooling.enabled": true },
			spans: [
				span(1, { collector: 75.1, tank: 80 }, PUMP.off, "tank_full"),
				span(1, { collector: 75 }, PUMP.on, "tank_surplus"),
				span(1, { collector: 60, tank: 75 }, PUMP.on, "tank_surplus"),
				span(1, { tank: 74.9 }, PUMP.off, "tank_full"),
			],
		},
		drains("resol_bs4", 10, 5, 2),
		drains("ta_uvr61", 10, 2, 5),
		order("resol_bs4", 15, 2),
		order("ta_uvr61", 20, 5),
		order("viessmann_sm1", 15, 3),
	],
};
