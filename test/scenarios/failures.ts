import { type Chapter, step } from "./scenario.ts";

const gain = step(70, 50, "on", "gain");

/** What went wrong on a controller that this one replaces, and on others. */
export const FAILURES: Chapter = {
	title: "What must not happen again",
	scenarios: [
		{
			says: "the boil stop is not cancelled in the same turn by a gain of 90 K",
			steps: [gain, step(150, 60, "off", "boiling")],
		},
		{
			says: "a resting pump is not started into a boiling collector",
			steps: [step(40, 60, "off", "no_gain"), step(155, 60, "off", "boiling")],
		},
		{
			says: "a heater that runs does not keep solar heat out",
			steps: [
				step(40, 50, "off", "no_gain", { hold: ["heater", "on"], heater: "on" }),
				step(70, 50, "on", "gain", { heater: "on" }),
			],
		},
		{
			says: "a heater can be stopped in a tank of 80 °C",
			steps: [
				step(40, 80, "off", "tank_full", { hold: ["heater", "on"], heater: "on" }),
				step(40, 80, "off", "tank_full", { hold: ["heater", "off"], heater: "off" }),
			],
		},
		{
			says: "a lost collector is not a cool one: nothing is frozen",
			steps: [gain, step("lost", 50, "off", "sensor_lost")],
		},
		{ says: "a lost tank is not 0 °C", steps: [step(20, "lost", "off", "sensor_lost")] },
		{ says: "a hot collector does not heat a full tank", steps: [step(89, 80, "off", "tank_full")] },
		{ says: "collector cooling does not go beyond the tank's maximum", steps: [step(105, 95, "off", "tank_maximum")] },
		{
			says: "collector cooling does not switch on and off all the time",
			steps: [
				step(90, 88, "on", "collector_hot"),
				step(89, 88, "on", "collector_hot"),
				step(86, 88, "on", "collector_hot"),
				step(85.9, 88, "off", "tank_full"),
			],
		},
		{
			says: "cooling is recognised if the pump runs already",
			steps: [step(80, 50, "on", "gain"), step(90, 50, "on", "collector_hot")],
		},
		{
			says: "a hold does not disable the boil stop",
			steps: [step(70, 60, "on", "held_on", { hold: ["pump", "on"] }), step(155, 60, "off", "boiling")],
		},
		{
			says: "choosing auto ends a hold",
			steps: [
				step(50, 60, "on", "held_on", { hold: ["pump", "on"] }),
				step(50, 60, "off", "no_gain", { mode: "auto" }),
			],
		},
		{
			says: "automatic control does not overrule a hold",
			steps: [step(70, 50, "off", "held_off", { hold: ["pump", "off"] }), step(75, 50, "off", "held_off")],
		},
		{
			says: "a heater at the tank's maximum is cut off",
			steps: [
				step(85, 90, "off", "tank_full", { hold: ["heater", "on"], heater: "on" }),
				step(40, 95, "off", "tank_maximum", { heater: "off" }),
			],
		},
		{
			says: "a heater is not started at the tank's maximum",
			steps: [step(40, 95, "off", "tank_maximum", { hold: ["heater", "on"], heater: "off" })],
		},
		{
			says: "a heater without a tank temperature is off",
			steps: [step(40, "lost", "off", "sensor_lost", { hold: ["heater", "on"], heater: "off" })],
		},
		{ says: "66.1 and 58.1 are 8 K: it starts", steps: [step(66.1, 58.1, "on", "gain")] },
		{
			says: "64.4 and 60.4 are 4 K: it stops",
			steps: [step(70, 60.4, "on", "gain"), step(64.4, 60.4, "off", "no_gain")],
		},
		{
			says: "a collector of 160 °C stops a pump that a person holds",
			steps: [step(160, 50, "off", "boiling", { hold: ["pump", "on"] })],
		},
		{
			says: "the maximum of the tank goes by its hottest sensor",
			steps: [gain, step(70, 50, "off", "tank_maximum", { top: 96 })],
		},
		{
			says: "the maximum is released below 93 °C",
			steps: [
				step(70, 50, "off", "tank_maximum", { top: 95 }),
				step(70, 50, "off", "tank_maximum", { top: 93 }),
				step(70, 50, "on", "gain", { top: 92.9 }),
			],
		},
		{ says: "night cooling is off unless it is switched on", steps: [step(20, 85, "off", "tank_full")] },
		{
			says: "night cooling cools a tank of 80 °C",
			options: { "night_cooling.enabled": true },
			steps: [step(20, 80, "on", "tank_surplus")],
		},
		{
			says: "night cooling rests at 79.9 °C",
			options: { "night_cooling.enabled": true },
			steps: [step(20, 79.9, "off", "tank_full")],
		},
		{ says: "8 K exactly start it", steps: [step(58, 50, "on", "gain")] },
		{ says: "7.9 K do not", steps: [step(57.9, 50, "off", "no_gain")] },
		{ says: "4.1 K keep it running", steps: [gain, step(54.1, 50, "on", "gain")] },
		{ says: "a collector of 149.9 °C is cooled", steps: [step(149.9, 50, "on", "collector_hot")] },
		{ says: "a collector of 150 °C boils", steps: [step(150, 50, "off", "boiling")] },
		{ says: "both sensors lost: it rests", steps: [gain, step("lost", "lost", "off", "sensor_lost")] },
		{ says: "a sensor that is back is used at once", steps: [gain, step("lost", 50, "off", "sensor_lost"), gain] },
		{
			says: "mode off outranks a hold",
			steps: [
				step(70, 50, "on", "held_on", { hold: ["pump", "on"] }),
				step(70, 50, "off", "mode_off", { mode: "off" }),
			],
		},
		{
			says: "mode off does not lift the boil stop",
			steps: [step(150, 50, "off", "boiling"), step(145, 50, "off", "boiling", { mode: "off" })],
		},
		{
			says: "auto after off charges again",
			steps: [step(70, 50, "off", "mode_off", { mode: "off" }), step(70, 50, "on", "gain", { mode: "auto" })],
		},
		{
			says: "a collector below the chosen minimum charges nothing",
			options: { "solar_charging.collector_minimum": 30 },
			steps: [step(29.9, 10, "off", "collector_cold")],
		},
		{
			says: "a collector at the chosen minimum charges",
			options: { "solar_charging.collector_minimum": 30 },
			steps: [step(30, 10, "on", "gain")],
		},
	],
};
