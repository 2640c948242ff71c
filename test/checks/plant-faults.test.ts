import { describe, expect, it, test } from "@jest/globals";
import type { PlantFault } from "#simulation/faults/plant-fault.ts";
import { foundIn, type Life } from "./found.ts";

type Fault = Omit<PlantFault, "from">;
const NOON = 12 * 3600;
const from = (faults: readonly Fault[], begins = 2 * 3600): readonly PlantFault[] =>
	faults.map((fault) => ({ ...fault, from: begins }));

/** The days that DOCS.md states, on clear days in June, after a fault that began in the first night. */
const STATED: readonly (readonly [string, Fault, string, number])[] = [
	["a dead pump", { fault: "pump_dead" }, "no_flow", 1],
	["a relay of the pump that stays open", { fault: "relay_stuck_off", of: "pump" }, "no_flow", 1],
	["a relay of the pump that stays closed", { fault: "relay_welded", of: "pump" }, "night_flow", 2],
	["a pump on the other contact of its relay", { fault: "relay_inverted", of: "pump" }, "wired_the_other_way", 1],
	["a pump that pushes the wrong way round", { fault: "flow_return_swapped" }, "pump_reversed", 1],
	["a check valve that leaks", { fault: "check_valve_leaks" }, "night_flow", 2],
	["collector and tank mixed up", { fault: "sensors_swapped", of: "roof", with: "store" }, "swapped_by_day", 1],
	["a collector's sensor that is stuck", { fault: "sensor_stuck", of: "roof" }, "sensor_stuck", 2],
	["a tank's sensor that is stuck", { fault: "sensor_stuck", of: "store" }, "sensor_stuck", 1],
	["a collector's sensor at 85 °C", { fault: "sensor_stuck_85", of: "roof" }, "sensor_without_power", 1],
	["a tank's sensor at 85 °C", { fault: "sensor_stuck_85", of: "store" }, "sensor_without_power", 1],
	["an offset of 5 K", { fault: "sensor_offset", of: "roof", amount: 5 }, "sensor_offset", 3],
	["an offset of -5 K", { fault: "sensor_offset", of: "roof", amount: -5 }, "sensor_offset", 7],
	["a drift of 1 K a day", { fault: "sensor_drift", of: "roof", amount: 1 }, "sensor_offset", 7],
];
/** A collector that cools the tank at night is not as warm as the air, so such nights do not count. */
const optionsFor = (code: string) => (code === "sensor_offset" ? { overheat_cooling: { enabled: false } } : {});

describe("a fault of the simulated plant", () => {
	test.each(STATED)(
		"%s is found within the days that the docs state",
		(_, fault, code, days) => {
			expect(foundIn({ days, faults: from([fault]), options: optionsFor(code) }).has(code)).toBe(true);
		},
		60_000,
	);

	it("in winter too, where collector and tank are mixed up", () => {
		const faults = from([{ fault: "sensors_swapped", of: "roof", with: "store" }]);
		const found = foundIn({ days: 7, day: 20, cloudiness: 1, faults });
		expect(found.has("swapped_by_day") || found.has("swapped_at_night")).toBe(true);
	});

	it("is over when it is repaired: a pump that runs again", () => {
		const faults: readonly PlantFault[] = [{ fault: "pump_dead", from: 0, until: 2 * 86_400 }];
		expect(foundIn({ days: 2, faults }).has("no_flow")).toBe(true);
		expect(foundIn({ days: 4, faults }, 3 * 86_400).has("no_flow")).toBe(false);
	});
});

/** `CHECK_DAYS=365` lives a year in each place. */
const DAYS = Number(process.env["CHECK_DAYS"] ?? 10);

describe("a healthy plant", () => {
	test.each<[string, Life]>([
		["clear days in June", { days: DAYS }],
		["usual days in spring", { days: DAYS, day: 80, cloudiness: 1, place: "stockholm" }],
		["dull days in December", { days: DAYS, day: 340, cloudiness: 1 }],
		["hot days in Athens", { days: DAYS, day: 200, cloudiness: 1, place: "athens" }],
		["bright days in the Alps", { days: DAYS, day: 40, cloudiness: 1, place: "davos" }],
		["a clock that is an hour wrong", { days: 5, faults: [{ fault: "clock_wrong", from: NOON }] }],
	])(
		"finds nothing wrong: %s",
		(_, life) => {
			expect([...foundIn(life)]).toEqual([]);
		},
		600_000,
	);
});
