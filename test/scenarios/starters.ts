import { twoTanks } from "../rules/houses.ts";
import { type Course, type CourseChapter, LINES, OUTDOORS, single, span } from "./course.ts";

const PUMP = { on: { pump: "on" }, off: { pump: "off" } } as const;
const charging = span(5, { collector: 60, tank: 50 }, PUMP.on, "gain");
const DULL = { roof_t: 50, hot_water_t: 55, buffer_t: 30 };
const BUFFER = { on: { to_buffer: "on" }, off: { to_buffer: "off" } } as const;
const HEATER = { on: { heater: "on" }, off: { heater: "off" } } as const;

const hot: readonly Course[] = [
	{
		says: "a boiling collector is stronger than the kick for tubes",
		house: single(),
		with: { "tube_kick.enabled": true },
		clock: "10:00",
		spans: [span(70, { collector: 155, tank: 50 }, PUMP.off, "boiling", { throughout: true })],
	},
	{
		says: "a boiling collector is stronger than moving a pump that rests",
		house: single(),
		with: { "anti_seize.enabled": true },
		clock: "11:59",
		spans: [span(5, { collector: 155, tank: 50 }, PUMP.off, "boiling", { throughout: true })],
	},
	{
		says: "a boiling collector is stronger than its cooling",
		house: single(),
		spans: [
			span(2, { collector: 149, tank: 80 }, PUMP.on, "collector_hot"),
			span(1, { collector: 150 }, PUMP.off, "boiling"),
		],
	},
	{
		says: "a boiling collector is stronger than system cooling",
		house: single({ collector_cooling: { enabled: false } }),
		with: { "system_cooling.enabled": true },
		spans: [
			span(2, { collector: 120, tank: 80 }, PUMP.on, "system_cooled"),
			span(1, { collector: 150 }, PUMP.off, "boiling"),
		],
	},
	{
		says: "power comes back in stagnation: no start before the collector is below 120 °C",
		house: single({ collector_cooling: { enabled: false } }),
		with: { "start_delay.enabled": true },
		spans: [
			span(5, { collector: 140, tank: 50 }, PUMP.off, "start_too_hot", { throughout: true }),
			span(5, { collector: 120 }, PUMP.off, "start_too_hot", { throughout: true }),
			span(2, { collector: 119.9 }, PUMP.on, "gain"),
		],
	},
	{
		says: "the boil stop outlasts a restart of the app",
		house: single(),
		spans: [
			span(2, { collector: 151, tank: 60 }, PUMP.off, "boiling"),
			span(5, { collector: 141 }, PUMP.off, "boiling", { act: { restart: true }, throughout: true }),
			span(1, { collector: 139.9 }, PUMP.on, "collector_hot"),
		],
	},
];

const nights: readonly Course[] = [
	{
		says: "a tank is cooled at night, and no further than 60 °C",
		house: single({ night_cooling: { enabled: true, tank_above: 65, hysteresis: 5, colder_by: 5 } }),
		with: { "night_cooling.tank_above": 65 },
		spans: [
			span(2, { collector: 30, tank: 65 }, PUMP.on, "tank_surplus"),
			span(2, { tank: 60 }, PUMP.on, "tank_surplus"),
			span(2, { tank: 59.9 }, PUMP.off, "no_gain"),
		],
	},
	{
		says: "in the holidays it is cooled down to 40 °C, and no heater heats it meanwhile",
		house: single({
			heater_control: { mode: "on", comfort: 60, surplus_target: 65 },
			holiday: { enabled: true, tank_above: 45, hysteresis: 5 },
		}),
		with: { "holiday.tank_above": 45, "heater_control.mode": "on" },
		spans: [
			span(5, { collector: 20, tank: 45 }, { pump: "on", heater: "off" }, "holiday_cools", { throughout: true }),
			span(2, { tank: 40 }, { pump: "on", heater: "off" }, "holiday_cools"),
			span(5, { tank: 39.9 }, { heater: "off", pump: "off" }, "holiday_unheated"),
		],
	},
];

const frost: readonly Course[] = [
	{
		says: "a collector of water is kept from freezing from 4 to 6 °C, down to a tank of 5 °C",
		house: single(),
		with: { preset: "resol_bs4", "frost_guard.enabled": true },
		spans: [
			span(2, { collector: 4.1, tank: 20 }, PUMP.off, "no_gain"),
			span(2, { collector: 4 }, PUMP.on, "frost_near"),
			span(2, { collector: 6 }, PUMP.on, "frost_near"),
			span(2, { collector: 6.1 }, PUMP.off, "no_gain"),
			span(2, { collector: 3, tank: 8 }, PUMP.on, "frost_near"),
			span(2, { tank: 5 }, PUMP.on, "frost_near"),
			span(2, { tank: 4.9 }, PUMP.off, "frost_tank_cold"),
		],
	},
];

const kicks: readonly Course[] = [
	{
		says: "tubes are kicked for 30 s every 30 min from 8 o'clock on",
		house: single(),
		with: { "tube_kick.enabled": true },
		clock: "07:55",
		spans: [
			span(4.8, { collector: 20, tank: 50 }, PUMP.off, "no_gain", { throughout: true }),
			span(0.4, {}, PUMP.on, "tubes_kicked"),
			span(0.5, {}, PUMP.off, "no_gain"),
			span(29, {}, PUMP.off, "no_gain", { throughout: true }),
			span(0.7, {}, PUMP.on, "tubes_kicked"),
		],
	},
	{
		says: "after 19 o'clock they are not",
		house: single(),
		with: { "tube_kick.enabled": true },
		clock: "19:00",
		spans: [span(60, { collector: 20, tank: 50 }, PUMP.off, "no_gain", { throughout: true })],
	},
	{
		says: "nor with a collector whose sensor is lost",
		house: single(),
		with: { "tube_kick.enabled": true },
		clock: "10:00",
		spans: [span(60, { collector: "lost", tank: 50 }, PUMP.off, "sensor_lost", { throughout: true })],
	},
];

const drains: readonly Course[] = [
	{
		says: "a collector that drains is filled after 60 s of gain, for 5 min, and left in peace for 2 min",
		house: single({ collector_cooling: { enabled: false } }),
		with: { "drain_back.enabled": true },
		spans: [
			span(0.9, { collector: 60, tank: 40 }, PUMP.off, "drain_back_holds", { throughout: true }),
			span(0.4, {}, PUMP.on, "drain_back_fills"),
			span(4.6, { collector: 42 }, PUMP.on, "drain_back_fills"),
			span(1.8, {}, PUMP.on, "drain_back_settles"),
			span(1, { collector: 55 }, PUMP.on, "gain"),
		],
	},
	{
		says: "water in it does not boil: it is stopped at 95 °C, for a person too",
		house: single({ collector_cooling: { enabled: false } }),
		with: { "drain_back.enabled": true },
		spans: [
			span(2, { collector: 70, tank: 40 }, PUMP.on, "drain_back_fills"),
			span(1, { collector: 95 }, PUMP.off, "drain_back_hot"),
			span(1, {}, PUMP.off, "drain_back_hot", { act: { hold: ["pump", "on"] }, throughout: true }),
		],
	},
	{
		says: "a full tank ends fills, however hot the empty collector is",
		house: single(),
		with: { "drain_back.enabled": true },
		spans: [span(30, { collector: 93, tank: 76 }, PUMP.off, "drain_back_full", { throughout: true })],
	},
];

const order: readonly Course[] = [
	{
		says: "the later of two tanks is charged for 15 min, with pauses of 2 min; the pause begins again when the collector rises by 2 K",
		house: twoTanks("valve"),
		with: { "store_priority.enabled": true },
		spans: [
			span(10, DULL, BUFFER.on, "gain"),
			span(7, {}, BUFFER.off, "pausing_for_first"),
			span(1, { roof_t: 52.5 }, BUFFER.off, "pausing_for_first"),
			span(1, {}, BUFFER.off, "pausing_for_first"),
			span(2, {}, BUFFER.on, "gain"),
		],
	},
	{
		says: "system cooling of a full tank does not end the pause for the first one",
		house: twoTanks("valve", { collector_cooling: { enabled: false } }),
		with: { "store_priority.enabled": true, "system_cooling.enabled": true },
		spans: [span(10, { ...DULL, roof_t: 51 }, BUFFER.on, "gain"), span(7, {}, BUFFER.off, "pausing_for_first")],
	},
	{
		says: "a tank without its sensor rests, and the other one is charged",
		house: twoTanks("pumps"),
		spans: [
			span(
				5,
				{ roof_t: 70, hot_water_t: 40, buffer_t: "lost" },
				{ to_buffer: "off", to_hot_water: "on" },
				"sensor_lost",
				{
					found: "sensor_lost",
				},
			),
		],
	},
	{
		says: "the same with a short circuit in the first one",
		house: twoTanks("pumps"),
		spans: [
			span(
				5,
				{ roof_t: 70, hot_water_t: "lost", buffer_t: 30 },
				{ to_hot_water: "off", to_buffer: "on" },
				"sensor_lost",
			),
		],
	},
];

const machines: readonly Course[] = [
	{
		says: "a pump keeps its least run of 5 min, except from safety",
		house: single({}, [], { least_run: 300 }),
		spans: [
			span(1, { collector: 60, tank: 50 }, PUMP.on, "gain"),
			span(1, { collector: 52 }, PUMP.on, "least_run"),
			span(1 / 6, { collector: 150 }, PUMP.off, "boiling"),
		],
	},
	{
		says: "a heater that excludes another load on the same fuse yields to it, and waits until its relay is off",
		house: single({
			outputs: [
				{ id: "pump", role: "pump", target: "usb_relay:/dev/relays/1" },
				{ id: "heater", role: "heater", target: "usb_relay:/dev/relays/2", excludes: "sauna" },
				{ id: "sauna", role: "other", target: "usb_relay:/dev/relays/3" },
			],
			heater_control: { mode: "on", wait_for_sun: 0 },
		}),
		with: { "heater_control.mode": "on" },
		spans: [
			span(5, { collector: 10, tank: 30 }, { heater: "on", sauna: "off" }, "heater_comfort"),
			span(5, {}, { heater: "off", sauna: "on" }, "excluded", { act: { hold: ["sauna", "on"] } }),
			span(5, {}, { heater: "on", sauna: "off" }, "heater_comfort", { act: { hold: ["sauna", "off"] } }),
		],
	},
	{
		says: "a sensor that is silent for three reads is missing",
		house: single(),
		spans: [
			charging,
			span(0.3, { collector: "silent" }, PUMP.on, "gain", { throughout: true }),
			span(0.5, { collector: "silent" }, PUMP.off, "sensor_lost"),
		],
	},
	{
		says: "summer time, and a clock that jumps back for a day, change nothing",
		house: single(),
		clock: "01:59",
		spans: [
			charging,
			span(10, {}, PUMP.on, "gain", { act: { clock: 60 }, throughout: true }),
			span(10, {}, PUMP.on, "gain", { act: { clock: -1440 }, throughout: true }),
		],
	},
];

const legionella: readonly Course[] = [
	{
		says: "legionella: an hour of 60 °C from the sun counts, and nothing is heated",
		house: single({ legionella: { enabled: true, every: 7 } }),
		with: { "legionella.enabled": true },
		clock: "12:00",
		every: 60,
		spans: [
			span(70, { collector: 20, tank: 66 }, HEATER.off, "nobody_asks"),
			span(480, { tank: 40 }, HEATER.off, "nobody_asks", { throughout: true }),
		],
	},
	{
		says: "legionella: without it the heater heats at 20 o'clock",
		house: single({ legionella: { enabled: true, every: 7 } }),
		with: { "legionella.enabled": true },
		clock: "19:50",
		every: 60,
		spans: [
			span(8, { collector: 20, tank: 40 }, HEATER.off, "nobody_asks"),
			span(4, {}, HEATER.on, "legionella_heats"),
		],
	},
	{
		says: "legionella: it gives up after two hours, and says so",
		house: single({ legionella: { enabled: true, every: 7, give_up_after: 120 } }),
		with: { "legionella.give_up_after": 120 },
		clock: "19:59",
		every: 60,
		spans: [
			span(60, { collector: 20, tank: 40 }, HEATER.on, "legionella_heats"),
			span(65, {}, HEATER.off, "nobody_asks", { found: "legionella_failed" }),
		],
	},
];

const plants: readonly Course[] = [
	{
		says: "nothing flows although the pump runs: it is found",
		house: single({ collector_cooling: { enabled: false } }),
		spans: [span(20, { collector: 110, tank: 50 }, PUMP.on, "gain", { found: "no_flow" })],
	},
	{
		says: "a collector that is 10 K warmer than the air at night is found: the check valve leaks",
		house: single({}, [OUTDOORS]),
		clock: "00:30",
		every: 30,
		spans: [span(240, { collector: 16, tank: 50, outdoors: 5 }, PUMP.off, "no_gain", { found: "night_flow" })],
	},
	{
		says: "a return that is warmer than the flow is found: they are interchanged",
		house: single({}, LINES),
		spans: [span(30, { collector: 60, tank: 40, flow: 45, return: 55 }, PUMP.on, "gain", { found: "swapped_lines" })],
	},
];

/** What any controller of this kind has to do. */
export const STARTERS: CourseChapter = {
	title: "What a controller has to do",
	courses: [...hot, ...nights, ...frost, ...kicks, ...drains, ...order, ...machines, ...legionella, ...plants],
};
