import { type CourseChapter, single, span } from "./course.ts";

const PUMP = { on: { pump: "on" }, off: { pump: "off" } } as const;
const BOTH_OFF = { pump: "off", heater: "off" } as const;
const charging = span(5, { collector: 60, tank: 50 }, PUMP.on, "gain");

/** Faults of controllers that were seen in houses, as stories. */
export const KNOWN_FAULTS: CourseChapter = {
	title: "Faults that were seen in houses",
	courses: [
		{
			says: "a sensor that is open or shorted is no temperature: nothing charges, boils or cools by it",
			house: single(),
			with: { "night_cooling.enabled": true },
			spans: [
				charging,
				span(2, { collector: "lost" }, PUMP.off, "sensor_lost", { found: "sensor_lost" }),
				span(5, { tank: 90 }, PUMP.off, "sensor_lost", { throughout: true }),
			],
		},
		{
			says: "nor is one that tells more than a collector can have",
			house: single(),
			spans: [charging, span(2, { collector: 305 }, PUMP.off, "sensor_lost")],
		},
		{
			says: "a pump that runs when the app starts is known to run, and is stopped in the first turn",
			house: single(),
			running: "pump",
			spans: [span(1 / 6, { collector: 40, tank: 50 }, PUMP.off, "no_gain")],
		},
		{
			says: "so is one between both limits: after a start it needs the full difference",
			house: single(),
			running: "pump",
			spans: [span(1, { collector: 56, tank: 50 }, PUMP.off, "no_gain")],
		},
		{
			says: "a bus that is gone makes its sensors lost; no value is made up, and nothing is switched on",
			house: single(),
			spans: [
				charging,
				span(10, { collector: "lost", tank: "lost" }, BOTH_OFF, "sensor_lost", { found: "sensor_lost" }),
				span(5, {}, { heater: "off" }, "sensor_lost", { act: { hold: ["heater", "on"] }, throughout: true }),
			],
		},
		{
			says: "a person's on is on and off is off, whatever contact the load is wired to",
			house: single({}, [], { wiring: "nc" }),
			spans: [
				span(1, { collector: 20, tank: 50 }, PUMP.off, "no_gain", { coil: ["pump", "energised"] }),
				span(1, {}, PUMP.on, "held_on", { act: { hold: ["pump", "on"] }, coil: ["pump", "released"] }),
				span(10, {}, PUMP.off, "held_off", { act: { hold: ["pump", "off"] }, coil: ["pump", "energised"] }),
			],
		},
		{
			says: "mode off stops automatic control, and it stays off",
			house: single(),
			spans: [
				charging,
				span(30, { collector: 95 }, PUMP.off, "mode_off", { act: { mode: "off" }, throughout: true }),
				span(1, {}, PUMP.on, "collector_hot", { act: { mode: "auto" } }),
			],
		},
		...(
			[
				["boil_stop.stop_at", Number.NaN, "no number at all"],
				["boil_stop.stop_at", Number.POSITIVE_INFINITY, "an infinite number"],
				["boil_stop.stop_at", -5, "a negative limit"],
				["boil_stop.stop_at", 139, "a limit below its own release"],
				["solar_charging.stop_at", 8, "a stop at the difference of the start"],
			] as const
		).map(([path, value, what]) => ({
			says: `${what} is refused, and the limit before stays in force`,
			house: single(),
			spans: [
				span(1, { collector: 149, tank: 60 }, PUMP.on, "collector_hot", {
					act: { set: [path, value], refused: true as const },
				}),
				span(1, { collector: 150 }, PUMP.off, "boiling"),
			],
		})),
		{
			says: "a collector that boils while the pump rests is told as boiling",
			house: single(),
			spans: [
				span(5, { collector: 40, tank: 60 }, PUMP.off, "no_gain"),
				span(1, { collector: 150 }, PUMP.off, "boiling"),
				span(5, { collector: 140 }, PUMP.off, "boiling", { throughout: true }),
			],
		},
		{
			says: "night cooling that is switched on and off moves nothing by itself",
			house: single(),
			spans: [
				span(2, { collector: 20, tank: 50 }, BOTH_OFF, "no_gain"),
				span(2, {}, PUMP.off, "no_gain", { act: { set: ["night_cooling.enabled", true] }, throughout: true }),
				span(2, {}, PUMP.off, "no_gain", { act: { set: ["night_cooling.enabled", false] }, throughout: true }),
			],
		},
		{
			says: "night cooling that is switched off while it cools stops at once",
			house: single({ night_cooling: { enabled: true } }),
			spans: [
				span(2, { collector: 20, tank: 85 }, PUMP.on, "tank_surplus"),
				span(1 / 6, {}, PUMP.off, "tank_full", { act: { set: ["night_cooling.enabled", false] } }),
			],
		},
		{
			says: "a collector of 107 °C charges a tank of 26 °C",
			house: single(),
			spans: [span(1, { collector: 107, tank: 26 }, PUMP.on, "collector_hot")],
		},
		{
			says: "when the sun is down nothing runs",
			house: single(),
			spans: [charging, span(60, { collector: 12, tank: 50 }, PUMP.off, "no_gain")],
		},
		{
			says: "after boiling the collector is cooled again only below the release, and from there on",
			house: single(),
			spans: [
				span(1, { collector: 150, tank: 80 }, PUMP.off, "boiling"),
				span(10, { collector: 140 }, PUMP.off, "boiling", { throughout: true }),
				span(1, { collector: 139.9 }, PUMP.on, "collector_hot"),
				span(1, { collector: 86 }, PUMP.on, "collector_hot"),
				span(1, { collector: 85.9 }, PUMP.off, "tank_full"),
			],
		},
		{
			says: "one master: night cooling, a full tank and cooling of the collector follow each other without a fight",
			house: single({ night_cooling: { enabled: true } }),
			spans: [
				span(30, { collector: 30, tank: 85 }, PUMP.on, "tank_surplus", { throughout: true }),
				span(30, { collector: 82 }, PUMP.off, "tank_full"),
				span(30, { collector: 90 }, PUMP.on, "collector_hot"),
			],
		},
		{
			says: "limits of cooling that an owner sets are those that count",
			house: single({ collector_cooling: { start_at: 100, release_below: 95 } }),
			with: { "collector_cooling.start_at": 100, "collector_cooling.release_below": 95 },
			spans: [
				span(1, { collector: 99.9, tank: 80 }, PUMP.off, "tank_full"),
				span(1, { collector: 100 }, PUMP.on, "collector_hot"),
				span(1, { collector: 95 }, PUMP.on, "collector_hot"),
				span(1, { collector: 94.9 }, PUMP.off, "tank_full"),
			],
		},
		{
			says: "so are those that are set at run time",
			house: single(),
			spans: [
				span(1, { collector: 55, tank: 50 }, PUMP.off, "no_gain"),
				span(1, {}, PUMP.on, "gain", { act: { set: ["solar_charging.start_at", 5] } }),
			],
		},
		{
			says: "a start moves nothing: no relay is tried",
			house: single(),
			spans: [span(10, { collector: 20, tank: 50 }, BOTH_OFF, "no_gain", { throughout: true })],
		},
	],
};
