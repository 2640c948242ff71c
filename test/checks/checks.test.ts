import { describe, expect, it, test } from "@jest/globals";
import { outputId } from "#model/plant/plant.ts";
import { FULL, OFF, seconds } from "#model/quantities/units.ts";
import { ToldHouse } from "../fakes/told-house.ts";

const W1 = "one_wire:28-00000000000";
const SENSORS = [
	{ id: "roof", role: "collector", source: `${W1}1` },
	{ id: "store", role: "tank", source: `${W1}2` },
];
const LINES = [
	{ id: "hot_line", role: "flow_line", source: `${W1}3` },
	{ id: "cold_line", role: "return_line", source: `${W1}4` },
];
const METER = [{ id: "meter", role: "flow", source: "simulated:flow/pump" }];
const AIR = [{ id: "air", role: "outdoor_air", source: `${W1}5` }];
const house = (more: readonly object[] = [], every = 30, minute_of_day = 10 * 60) =>
	new ToldHouse(
		{
			sensors: [...SENSORS, ...more],
			outputs: [
				{ id: "pump", role: "pump", target: "usb_relay:/dev/relays/1" },
				{ id: "heater", role: "heater", target: "usb_relay:/dev/relays/2" },
			],
			collector_cooling: { start_at: 120, release_below: 110 },
		},
		{ every, wall: { date: "2026-06-01", minute_of_day, weekday: 1, trusted: true } },
	);
const moving = (told: Readonly<Record<string, number>>) => (minute: number) => ({
	...told,
	// No real sensor tells the same all the time.
	roof: (told["roof"] ?? 0) + (Math.floor(minute) % 2) / 100,
	store: (told["store"] ?? 0) + (Math.floor(minute) % 2) / 100,
});

describe("no flow", () => {
	test.each<[number, number, readonly string[]]>([
		[49.9, 30, []],
		[50.1, 14, []],
		[50.1, 17, ["no_flow"]],
	])("at %d K between collector and tank for %d min: %j", (gain, minutes, found) => {
		const one = house();
		expect(one.during(minutes, moving({ roof: 40 + gain, store: 40 })).at(-1)?.found).toEqual(found);
	});

	it("is over after five minutes below 40 K, and not while the pump rests", () => {
		const one = house();
		one.during(20, moving({ roof: 95, store: 40 }));
		expect(one.during(10, moving({ roof: 30, store: 40 })).at(-1)?.found).toEqual(["no_flow"]);
		expect(one.during(12, moving({ roof: 79.8, store: 40 })).at(-1)?.found).toEqual([]);
	});

	test.each<[number, readonly string[]]>([
		[0.1, ["no_flow_metered"]],
		[0.2, []],
	])("with a meter that tells %d L/min: %j", (meter, found) => {
		const row = house(METER)
			.during(4, moving({ roof: 60, store: 40, meter }))
			.at(-1);
		expect(row?.found).toEqual(found);
	});
});

describe("flow and return mixed up", () => {
	test.each<[number, number, readonly string[]]>([
		[50, 52, ["swapped_lines"]],
		[50, 51.9, []],
		[50, 40, []],
	])("with a flow of %d °C and a return of %d °C: %j", (hot_line, cold_line, found) => {
		const row = house(LINES)
			.during(25, moving({ roof: 60, store: 40, hot_line, cold_line }))
			.at(-1);
		expect(row?.found).toEqual(found);
	});

	it("is not found in a night in which the tank is cooled through the collector", () => {
		const one = house(LINES);
		one.during(20, moving({ roof: 121, store: 88, hot_line: 90, cold_line: 85 }));
		const night = one.during(60, moving({ roof: 40, store: 88, hot_line: 41, cold_line: 80 }));
		expect(night.at(-1)?.because["pump"]).toBe("tank_overheated");
		expect(night.flatMap(({ found }) => found)).toEqual([]);
	});

	it("is found only while the pump charges", () => {
		const row = house(LINES)
			.during(60, moving({ roof: 20, store: 40, hot_line: 20, cold_line: 30 }))
			.at(-1);
		expect(row?.found).toEqual([]);
	});
});

describe("warm collectors at night", () => {
	test.each<[number, number | undefined, readonly string[]]>([
		[19.9, 10, []],
		[20.1, 10, ["night_flow"]],
		[39.8, undefined, []],
		[40.1, undefined, ["night_flow_alone"]],
	])("at %d °C, with %s °C outdoors: %j", (roof, air, found) => {
		const one = house(air === undefined ? [] : AIR, 60, 20 * 60);
		const rows = one.during(6 * 60, moving({ roof, store: 60, ...(air !== undefined && { air }) }));
		expect(rows.at(-1)?.found).toEqual(found);
	});
});

describe("a heater without effect", () => {
	const hold = { kind: "hold", output: outputId("heater"), want: FULL, for: seconds(3600) } as const;

	test.each<[number, readonly string[]]>([
		[1.9, ["heater_no_effect"]],
		[2.1, []],
	])("when its tank has become %d K warmer: %j", (rise, found) => {
		const one = house([], 60);
		one.turn({ roof: 20, store: 40 }, [hold]);
		one.during(40, { roof: 20, store: 40 });
		// A hold ends after an hour, and is given again.
		one.turn({ store: 40 + rise }, [hold]);
		one.during(40);
		one.turn({}, [hold]);
		one.during(10);
		expect(one.turn().found).toEqual(found);
	});

	it("is over when a later run warms the tank", () => {
		const one = house([], 60);
		one.turn({ roof: 20, store: 40 }, [hold]);
		one.during(40);
		one.turn({}, [hold]);
		one.during(40);
		one.turn({}, [hold]);
		one.during(10);
		one.turn({}, [{ ...hold, want: OFF }]);
		expect(one.during(5).at(-1)?.found).toEqual(["heater_no_effect"]);
		one.turn({}, [hold]);
		one.during(5);
		one.turn({ store: 43 });
		expect(one.turn().found).toEqual([]);
	});
});

describe("a relay that does not follow", () => {
	it("is found after two minutes, either way, and is over a minute after it follows", () => {
		const one = house();
		const stuck = (told: Readonly<Record<string, number>>, actual: typeof OFF, minutes: number) => {
			const rows = Array.from({ length: minutes * 2 }, () => one.turn(told, [], { pump: { actual } }));
			return rows.at(-1)?.found;
		};
		const DULL = { roof: 20, store: 40 };
		one.turn(DULL);
		expect(stuck(DULL, FULL, 2)).toEqual([]);
		expect(stuck(DULL, FULL, 1)).toEqual(["relay_stays_on"]);
		expect(stuck(DULL, OFF, 3)).toEqual([]);
		expect(stuck({ roof: 60, store: 40 }, OFF, 4)).toEqual(["relay_stays_off"]);
	});
});

describe("a pump that wears out", () => {
	const days = (one: ToldHouse, starts: number, count: number) => {
		const minutes = 1440 / starts;
		for (let n = 0; n < starts * count; n++) {
			one.during(minutes / 2, moving({ roof: 60, store: 40 }));
			one.during(minutes / 2, moving({ roof: 30, store: 40 }));
		}
		return one.turn().found;
	};

	test.each<[number, readonly string[]]>([
		[60, ["pump_starts_often"]],
		[48, []],
	])(
		"with %d starts a day for three days: %j",
		(starts, found) => {
			expect(days(house([], 180), starts, 4)).toEqual(found);
		},
		60_000,
	);
});
