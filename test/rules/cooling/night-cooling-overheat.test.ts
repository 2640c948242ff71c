import { describe, expect, it, test } from "@jest/globals";
import { levelOf } from "#model/decision/claim.ts";
import { fault } from "#model/plant/fault.ts";
import { outputId } from "#model/plant/plant.ts";
import { type Reading, UNKNOWN } from "#model/plant/reading.ts";
import { instant, percent, seconds } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import { nightCoolingOverheat } from "#rules/cooling/night/night-cooling-overheat.ts";
import * as registry from "#rules/index.ts";
import { ask, fakePlant, Play, type PlayOptions, type Row, situation } from "../../fakes/plant.ts";
import { ToldHouse } from "../../fakes/told-house.ts";
import { twoTanks } from "../houses.ts";

const settings = nightCoolingOverheat.options.parse({});
const rules = Object.values(registry);
const HOUR = 3600;
const LOST: Reading = { kind: "broken", fault: fault("no_answer") };
type Heat = "other" | "sun" | "cooled";
const asked = (readings: Parameters<typeof situation>[1], cooling = false, of = settings, heat: Heat = "sun") =>
	ask(nightCoolingOverheat, situation(of, readings), { cooling, heat, dull: false });

describe("cooling of an overheated tank", () => {
	test.each([
		[86.9, 60, 20, false, false],
		[87, 60, 20, false, true],
		[82, 60, 20, true, true],
		[81.9, 60, 20, true, false],
		[92, 25, 10, false, false],
		[92, 25.1, 10, false, true],
		[92, 20.1, 10, true, true],
		[92, 20, 10, true, false],
		[92, 60, 48.1, false, false],
		[92, 60, 48, false, true],
		[92, 60, 59, true, true],
		[92, 60, 59.1, true, false],
		[92, 60, 4.9, true, false],
		[92, 60, 5, true, true],
	])(
		"with %d °C at the top, %d at the coil and a collector of %d °C, cooling before: %s, cools: %s",
		(tank_140, tank, collector, before, cools) => {
			const { claims, memory } = asked({ tank_140, tank, collector }, before);
			expect(memory.cooling).toBe(cools);
			expect(claims.filter(({ at_least }) => at_least > 0).map((c) => [c.rank, levelOf(c), c.activity])).toEqual(
				cools ? [["protection", 100, "night_cooling"]] : [],
			);
		},
	);

	it("goes by the one sensor of a tank that has no other, down to 82 °C", () => {
		expect(asked({ tank: 87, collector: 20 }).memory.cooling).toBe(true);
		expect(asked({ tank: 81.9, collector: 20 }, true).memory.cooling).toBe(false);
	});

	it("rests when it is switched off, and without a reading of collector or coil", () => {
		const hot = { tank_140: 92, tank: 60, collector: 20 };
		expect(asked(hot, true, { ...settings, enabled: false })).toMatchObject({ claims: [], memory: { cooling: false } });
		for (const lost of ["tank", "collector"])
			expect(asked({ ...hot, [lost]: LOST }, true)).toMatchObject({ claims: [], memory: { cooling: false } });
	});

	it("goes on after a restart below the temperature at which it begins, once its sensors are read", () => {
		const hot = { tank_140: 84, tank: 60, collector: 20 };
		for (const missing of ["tank", "collector"]) {
			const { claims, memory } = asked({ ...hot, [missing]: UNKNOWN }, true);
			expect({ claims, memory }).toMatchObject({ claims: [], memory: { cooling: true } });
			expect(asked(hot, memory.cooling).memory.cooling).toBe(true);
		}
	});

	test.each([
		[35.9, true],
		[36, false],
	])("%d hours after the sun heated it, the heat counts as the sun's: %s", (hours, counts) => {
		const now = instant(HOUR * 100);
		const later = (heat: Heat, tank: number) =>
			ask(nightCoolingOverheat, situation(settings, { tank_140: 92, tank, collector: 20 }, { now }), {
				...{ cooling: false, heat, dull: false, seen: now - HOUR * hours },
			});
		// A boiler that the app does not know has heated it since.
		expect(later("sun", 80).memory.cooling).toBe(counts);
		// A sensor at the top is stuck, and the tank is cold.
		expect(later("cooled", 20).claims.map(({ because }) => because.code)).toEqual(
			counts ? ["tank_cooled_unheated"] : [],
		);
	});

	it("remembers at most hourly that it was cooled", () => {
		const seenAfter = (minutes: number) => {
			const now = instant(HOUR * 100);
			const given = situation(settings, { tank_140: 92, tank: 80, collector: 20 }, { now });
			const before = { cooling: true, heat: "cooled", dull: false, seen: now - minutes * 60 } as const;
			return ask(nightCoolingOverheat, given, before).memory.seen;
		};
		// The last one is of another running time.
		expect([0, 59, 60, -1].map(seenAfter)).toEqual([0, 59, 0, 0].map((ago) => HOUR * 100 - ago * 60));
	});
});

/** The sun fills the tank and heats it on to 90 °C; then it is evening. */
const sunny: readonly Row[] = [
	{ collector: 88, tank: 70, tank_20: 70, tank_140: 74 },
	...[72, 74, 76, 80].map((tank) => ({ collector: 92, tank, tank_20: tank, tank_140: tank + 6 })),
	{ collector: 96, tank: 85, tank_20: 85, tank_140: 90 },
	{ collector: 96, tank: 86, tank_20: 86, tank_140: 91 },
];
const evening: Row = { collector: 40, tank: 80, tank_20: 80, tank_140: 90 };

function house(more: Partial<PlayOptions> = {}) {
	const one = new Play({ rules, ...more });
	return { one, turns: one.turns([...sunny, evening, evening]) };
}

describe("cooling of an overheated tank in the house", () => {
	it("as delivered cools in the evening what the sun has made too hot", () => {
		expect(house().turns.at(-1)).toMatchObject({
			on: { pump: true },
			because: { pump: { code: "tank_overheated" } },
			activity: "night_cooling",
		});
	});

	it("leaves a tank that was as hot before the app began, or that a stove has heated", () => {
		const one = new Play({ rules });
		expect(one.turns([evening, evening, evening]).at(-1)?.on.pump).toBe(false);
	});

	it("leaves what a person's heater heats, and goes on after the sun of another day", () => {
		const heater = (want: number): Row => ({
			...evening,
			intents: [{ kind: "hold", output: "heater", want: percent(want), for: seconds(600) }],
		});
		const { one } = house();
		const heated = one.turns([{ ...heater(100) }, evening, evening]);
		expect(heated.map(({ on }) => [on.pump, on.heater])[2]).toEqual([false, true]);
		expect(one.turns([heater(0), evening, evening]).at(-1)?.on.pump).toBe(false);
		expect(one.turns([...sunny, evening, evening]).at(-1)?.on.pump).toBe(true);
	});

	it("does not cool in the winter of a stove whose sensor alone is hot", () => {
		const one = new Play({ rules });
		// A stuck sensor at the top, and a collector that charges the cold bottom.
		const winter = { collector: 50, tank: 35, tank_20: 35, tank_140: 92 };
		expect(one.turns([winter, winter, { ...winter, collector: 10 }, winter]).map((t) => t.activity)).not.toContain(
			"night_cooling",
		);
	});

	it("keeps the heater off afterwards while the tank is hot above the coil, and no longer", () => {
		const on = { heater_control: { mode: "on", wait_for_sun: 0, cut_out: 95 } } as const;
		const { one } = house({ settings: on });
		const cooled = { collector: 26, tank: 25, tank_20: 25, tank_140: 80 };
		const after = one.turns([{ ...cooled, tank_140: 84 }, cooled, cooled]);
		expect(after.at(-1)).toMatchObject({
			on: { pump: false, heater: false },
			because: { heater: { code: "tank_cooled_unheated" } },
		});
		expect(one.turns([{ ...cooled, tank_140: 67 }, cooled]).at(-1)?.on.heater).toBe(false);
		expect(one.turns(Array.from({ length: 8 }, () => ({ ...cooled, tank_140: 66.9 }))).at(-1)?.on.heater).toBe(true);
	});

	it("stops for the legionella programme, and does not cool what that has heated", () => {
		const wall = (hour: number): Wall => ({
			...{ date: "2026-07-01", weekday: 3, minute_of_day: hour * 60, trusted: true },
		});
		const { one } = house({ settings: { legionella: { enabled: true, target: 90 } } });
		const night = (hour: number): Row => ({ ...evening, wall: wall(hour), tank: 60 });
		const turns = one.turns([night(19), night(20), night(20), night(20), night(20)]);
		expect(turns.map(({ on }) => [on.pump, on.heater])).toEqual([
			...[
				[true, false],
				[true, true],
				[false, true],
				[false, true],
				[false, true],
			],
		]);
	});

	it("does not begin where another output has to wait for the pump", () => {
		const plant = fakePlant({ heater: { excludes: outputId("pump") } });
		expect(house({ plant }).turns.at(-1)?.on.pump).toBe(false);
	});

	it("yields to a person who holds the pump off", () => {
		const { one } = house();
		const off: Row = { intents: [{ kind: "hold", output: "pump", want: percent(0), for: seconds(600) }] };
		expect(one.turns([{ ...evening, ...off }, evening]).map(({ on }) => on.pump)).toEqual([false, false]);
	});

	it("never fills a collector that drains", () => {
		const { one } = house({ settings: { drain_back: { enabled: true } } });
		// #empty-collector-cools-nothing
		const nights = [evening, { ...evening, tank: 70, tank_20: 70 }, { ...evening, tank: 65, tank_20: 65 }];
		expect(one.turns([...nights, ...nights]).map(({ on }) => on.pump)).toEqual(Array(6).fill(false));
	});

	it("does not begin before a day that the forecast of the evening calls dull", () => {
		const last = (dull_below: number, tomorrow: number) => {
			const wall: Wall = { date: "2026-07-01", weekday: 3, minute_of_day: 19 * 60, trusted: true };
			const one = new ToldHouse({ ...ONE_TANK, overheat_cooling: { dull_below } }, { every: 60, wall });
			const told = { forecast: tomorrow };
			one.during(20, { ...told, roof_t: 96, tank_t: 88 });
			return one.during(10, { ...told, roof_t: 40, tank_t: 88 }).at(-1)?.want["pump_1"];
		};
		expect(last(5, 4.9)).toBe(0);
		expect(last(5, 5)).toBe(100);
		expect(last(0, 1)).toBe(100);
	});
});

const ONE_TANK = {
	sensors: [
		{ id: "roof_t", role: "collector", source: "one_wire:28-000000000001" },
		{ id: "tank_t", role: "tank", source: "one_wire:28-000000000002" },
		{ id: "forecast", role: "sun_tomorrow", source: "mqtt:forecast/tomorrow" },
	],
	outputs: [{ id: "pump_1", role: "pump", target: "usb_relay:/dev/relays/1" }],
};

describe.each(["valve", "pumps"] as const)("cooling of an overheated tank beside another one, by %s", (by) => {
	const hot = { roof_t: 96, hot_water_t: 90, buffer_t: 88 };
	/** Both tanks were heated by the sun so far. */
	const heated = () => {
		const one = new ToldHouse(twoTanks(by, { store_priority: { enabled: false } }), { every: 60 });
		// A diverter serves one of them at a time, so the other one is at its maximum.
		one.during(15, { ...hot, buffer_t: 95 });
		one.during(15, { ...hot, hot_water_t: 95 });
		return one;
	};

	it("leaves the pump to a tank that is to be charged", () => {
		const rows = heated().during(30, { roof_t: 50, hot_water_t: 90, buffer_t: 30 });
		expect(rows.slice(2).every(({ runs }) => runs["to_buffer"] === true && runs["to_hot_water"] === false)).toBe(true);
	});

	it("cools one after the other, the first one first, and does not change over all night", () => {
		const rows = heated().during(60, { roof_t: 40, hot_water_t: 90, buffer_t: 90 }).slice(5);
		expect(rows.every(({ runs }) => runs["to_hot_water"] === true && runs["to_buffer"] === false)).toBe(true);
		const later = heated();
		later.during(20, { roof_t: 40, hot_water_t: 90, buffer_t: 90 });
		const second = later.during(20, { roof_t: 40, hot_water_t: 60, buffer_t: 90 }).slice(5);
		expect(second.every(({ runs }) => runs["to_hot_water"] === false && runs["to_buffer"] === true)).toBe(true);
	});
});
