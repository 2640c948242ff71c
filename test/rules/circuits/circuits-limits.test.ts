import { describe, expect, it, test } from "@jest/globals";
import { FULL, OFF } from "#model/quantities/units.ts";
import { boilerCharging } from "#rules/circuits/boiler-charging.ts";
import { circulation } from "#rules/circuits/circulation.ts";
import { returnPreheating } from "#rules/circuits/return-preheating.ts";
import { storeExchange } from "#rules/circuits/store-exchange.ts";
import { storePriority } from "#rules/circuits/store-priority.ts";
import { at, Bench, plantWith, type Seen, thermometer } from "../../fakes/rule-bench.ts";
import { stoveHouse, twoTanks } from "../houses.ts";

const MINUTE = 60;
const AIR = thermometer("air", "outdoor_air", 9);
const TAP = { id: "tap_1", role: "tap", source: "megabas:0/1" };
const house = () => plantWith(stoveHouse({}, { sensors: [AIR, TAP] }));
const claimed = (one: Bench) =>
	one.claims.map(({ from, to, rank, because, urgent, activity }) => [from, to, rank, because, urgent, activity]);

describe("the pump of a stove", () => {
	const bench = (memory = {}) => {
		const one = new Bench(boilerCharging, house(), "burn").with({ enabled: true });
		one.memory = boilerCharging.memory.parse(memory);
		return one;
	};
	const RUNS = { running: true, cooling: false };
	const COOLS = { running: true, cooling: true };
	const IDLE = { running: false, cooling: false };

	test.each<[object, number, number, string, object]>([
		[IDLE, 60, 54, "source_warmer", RUNS],
		[IDLE, 59.9, 50, "source_too_cold", IDLE],
		[RUNS, 55, 50, "source_warmer", RUNS],
		[RUNS, 54.9, 50, "source_too_cold", IDLE],
		[IDLE, 70, 54.9, "source_warmer", RUNS],
		[IDLE, 70, 55, "target_warm", IDLE],
		[RUNS, 70, 59.9, "source_warmer", RUNS],
		[RUNS, 70, 60, "target_warm", IDLE],
		[IDLE, 60, 54.1, "source_no_warmer", IDLE],
		[RUNS, 58, 54, "source_no_warmer", IDLE],
		[RUNS, 58.1, 54, "source_warmer", RUNS],
		[RUNS, 90, 70, "boiler_hot", COOLS],
		[IDLE, 90, 89.9, "boiler_hot", COOLS],
		[IDLE, 90, 90, "target_warm", IDLE],
		[RUNS, 89.9, 70, "target_warm", IDLE],
		[COOLS, 85, 70, "boiler_hot", COOLS],
		[COOLS, 84.9, 50, "source_warmer", RUNS],
		[COOLS, 84.9, 70, "target_warm", IDLE],
	])("after %j, with a stove of %d and a tank of %d °C: %s", (before, stove_t, buffer_t, because, after) => {
		const one = bench(before);
		expect(one.ask(0, { told: { stove_t, buffer_t } })).toBe(because);
		expect(one.memory).toEqual(after);
		expect(one.changed).toBe(JSON.stringify(before) !== JSON.stringify(after));
	});

	it("charges normally, and cools the stove to protect it", () => {
		const one = bench();
		one.look(0, { told: { stove_t: 70, buffer_t: 40 } });
		expect(claimed(one)).toEqual([[100, 100, "normal", "source_warmer", false, "heating"]]);
		one.look(1, { told: { stove_t: 95, buffer_t: 40 } });
		expect(claimed(one)).toEqual([[100, 100, "protection", "boiler_hot", false, "boiler_cooling"]]);
		expect(one.facts).toEqual({ source: 95, cool_at: 90, release_below: 85 });
	});

	it("has to reach its start again where another circuit was served", () => {
		const seen = { told: { stove_t: 59, buffer_t: 40 }, circuits: { burn: { displaced: true } } };
		expect(bench(RUNS).ask(0, seen)).toBe("source_too_cold");
	});

	test.each<[object, Seen["told"]]>([
		[RUNS, { stove_t: "lost", buffer_t: 40 }],
		[COOLS, { stove_t: 70, buffer_t: "lost" }],
		[
			{ running: false, cooling: true },
			{ stove_t: 70, buffer_t: "lost" },
		],
	])("forgets %j without a sensor, or while it is off", (before, told) => {
		const one = bench(before);
		expect([one.ask(0, { told: told ?? {} }), one.memory]).toEqual(["no_reading", IDLE]);
		one.look(1);
		expect(one.changed).toBe(false);
		const off = bench(before).with({ enabled: false });
		off.look(0, { told: { stove_t: 70, buffer_t: 40 } });
		expect([off.claims, off.memory]).toEqual([[], IDLE]);
	});
});

describe("the exchange between tanks", () => {
	const bench = (running: boolean) => {
		const one = new Bench(storeExchange, house(), "exchange").with({ enabled: true });
		one.memory = { running };
		return one;
	};
	test.each<[boolean, number, number, string]>([
		[false, 50, 44, "source_warmer"],
		[false, 50, 44.1, "source_no_warmer"],
		[true, 50, 45.9, "source_warmer"],
		[true, 50, 46, "source_no_warmer"],
		[false, 10, 4, "source_warmer"],
		[false, 9.9, 0, "source_too_cold"],
		[true, 8, 0, "source_warmer"],
		[true, 7.9, 0, "source_too_cold"],
		[false, 80, 57.9, "source_warmer"],
		[false, 80, 58, "target_warm"],
		[true, 80, 59.9, "source_warmer"],
		[true, 80, 60, "target_warm"],
	])("running %s, from %d to %d °C: %s", (running, buffer_t, hot_water_t, because) => {
		const one = bench(running);
		expect(one.ask(0, { told: { buffer_t, hot_water_t } })).toBe(because);
		const runs = because === "source_warmer";
		expect([one.memory, one.changed]).toEqual([{ running: runs }, runs !== running]);
		if (runs) expect(claimed(one)).toEqual([[100, 100, "normal", "source_warmer", false, "heating"]]);
	});

	it("rests without a sensor, while it is off, and has to start again after another circuit", () => {
		for (const told of [
			{ buffer_t: "lost", hot_water_t: 40 },
			{ buffer_t: 60, hot_water_t: "lost" },
		] as const)
			expect(bench(true).ask(0, { told })).toBe("no_reading");
		const off = bench(true).with({ enabled: false });
		off.look(0, { told: { buffer_t: 60, hot_water_t: 40 } });
		expect([off.claims, off.memory]).toEqual([[], { running: false }]);
		const seen = { told: { buffer_t: 50, hot_water_t: 45 }, circuits: { exchange: { displaced: true } } };
		expect(bench(true).ask(0, seen)).toBe("source_no_warmer");
	});
});

describe("the return of the heating through a tank", () => {
	const bench = (memory: object) => {
		const one = new Bench(returnPreheating, house(), "preheat");
		one.memory = returnPreheating.memory.parse(memory);
		return one;
	};
	const RUNS = { running: true };
	const IDLE = { running: false };
	const SUMMER = { running: false, summer: true };

	test.each<[object, number, number, number | "lost", string, object]>([
		[IDLE, 46, 40, 5, "return_preheated", RUNS],
		[IDLE, 45.9, 40, 5, "source_no_warmer", IDLE],
		[RUNS, 44.1, 40, 5, "return_preheated", RUNS],
		[RUNS, 44, 40, 5, "source_no_warmer", IDLE],
		[RUNS, 60, 40, 20, "heating_in_summer", SUMMER],
		[RUNS, 60, 40, 19.9, "return_preheated", RUNS],
		[SUMMER, 60, 40, 18, "heating_in_summer", SUMMER],
		[SUMMER, 60, 40, 17.9, "return_preheated", RUNS],
		[SUMMER, 40, 40, 17.9, "source_no_warmer", IDLE],
		[IDLE, 60, 40, "lost", "return_preheated", RUNS],
		[SUMMER, 60, 40, "lost", "return_preheated", RUNS],
	])("after %j, from %d to %d °C at %s °C outdoors: %s", (before, buffer_t, radiators_t, air, because, after) => {
		const one = bench(before);
		expect(one.ask(0, { told: { buffer_t, radiators_t, air } })).toBe(because);
		expect([one.memory, one.changed]).toEqual([after, JSON.stringify(before) !== JSON.stringify(after)]);
		if (because === "return_preheated")
			expect(claimed(one)).toEqual([[100, 100, "normal", because, false, "preheating"]]);
	});

	test.each([
		["buffer_t", "radiators_t"],
		["radiators_t", "buffer_t"],
	])("rests without %s", (lost, other) => {
		const one = bench(RUNS);
		expect([one.ask(0, { told: { [lost]: "lost", [other]: 50 } }), one.memory]).toEqual(["no_reading", IDLE]);
	});
});

describe("hot water circulation", () => {
	const bench = (settings = {}, memory: object = { tank_warm: true }) => {
		const one = new Bench(circulation, house(), "circulate").with(settings);
		one.memory = circulation.memory.parse(memory);
		return one;
	};
	const seen = (more: Seen["told"] = {}): Seen => ({ clock: 8 * 60, told: { hot_water_t: 55, line_t: 30, ...more } });

	test.each<[boolean, number, string]>([
		[false, 40, "line_cold"],
		[false, 39.9, "tank_too_cold_to_circulate"],
		[true, 38, "line_cold"],
		[true, 37.9, "tank_too_cold_to_circulate"],
	])("with a tank that was warm (%s), at %d °C: %s", (was, hot_water_t, because) => {
		expect(bench({}, was ? { tank_warm: true } : {}).ask(0, seen({ hot_water_t }))).toBe(because);
	});

	it("goes by the line alone where the tank is not measured", () => {
		expect(bench({}, {}).ask(0, seen({ hot_water_t: "lost" }))).toBe("line_cold");
	});

	test.each<[boolean, number | "lost", string]>([
		[false, 39.9, "line_cold"],
		[false, 40, "line_warm"],
		[true, 44.9, "line_cold"],
		[true, 45, "line_warm"],
		[true, "lost", "no_reading"],
	])("warming %s, with a line of %s °C: %s", (warming, line_t, because) => {
		const one = bench({}, { warming, tank_warm: true });
		expect(one.ask(0, seen({ line_t }))).toBe(because);
		const runs = because === "line_cold";
		expect([one.memory, one.changed]).toEqual([{ warming: runs, tank_warm: true }, runs !== warming]);
		if (runs) expect(claimed(one)).toEqual([[100, 100, "normal", "line_cold", false, "circulating"]]);
	});

	it("runs 3 min after a demand, and pauses for 30, to the second", () => {
		const one = bench({ mode: "demand" });
		expect([one.ask(0, seen({ tap_1: 0.5 })), one.facts]).toEqual(["tap_opened", { left: 180 }]);
		expect([one.ask(179.5, seen({ tap_1: 0 })), one.facts]).toEqual(["tap_opened", { left: 1 }]);
		expect([one.ask(180), one.facts]).toEqual(["circulated", { left: 1800 }]);
		expect([one.ask(1979.5), one.facts]).toEqual(["circulated", { left: 1 }]);
		expect([one.ask(1980), one.memory]).toEqual(["tap_awaited", { warming: false, tank_warm: true }]);
		one.look(1981);
		expect(one.changed).toBe(false);
	});

	it("takes a tap that stays open as a new demand after the pause, and no smaller flow", () => {
		const one = bench({ mode: "demand" });
		one.look(0, seen({ tap_1: 8 }));
		expect([one.ask(1979), one.ask(1980), one.facts]).toEqual(["circulated", "tap_opened", { left: 180 }]);
		expect(bench({ mode: "demand" }).ask(0, seen({ tap_1: 0.4 }))).toBe("tap_awaited");
		expect(bench({ mode: "demand" }).ask(0, seen({ tap_1: "lost" }))).toBe("tap_awaited");
	});

	test.each<[string, object, number | undefined, string]>([
		["at 5:59", { mode: "time" }, 359, "circulation_closed"],
		["at 6:00", { mode: "time" }, 360, "circulates"],
		["at 22:00", { mode: "time" }, 22 * 60, "circulation_closed"],
		["without a clock", { mode: "time" }, undefined, "circulation_no_clock"],
	])("%s: %s", (_, settings, clock, because) => {
		const one = bench(settings, { warming: true, tank_warm: true });
		expect(one.ask(0, { ...seen(), clock })).toBe(because);
		expect(one.memory).toEqual({ warming: false, tank_warm: true });
	});

	it("forgets its run while it is off", () => {
		for (const memory of [{ warming: true }, { until: at(5) }, { pause_until: at(5) }]) {
			const one = bench({ mode: "off" }, memory);
			one.look(0, seen());
			expect([one.claims, one.memory]).toEqual([[], { warming: false }]);
			one.look(1);
			expect(one.changed).toBe(false);
		}
	});
});

describe("tanks in order", () => {
	const bench = (memory: object, settings = {}, by: "valve" | "pumps" = "valve") => {
		const one = new Bench(storePriority, plantWith(twoTanks(by))).with({ enabled: true, ...settings });
		one.memory = storePriority.memory.parse(memory);
		return one;
	};
	/** The buffer is charged, and the first tank could be. */
	const seen = (roof_t: number | "lost" = 50, first: object = {}, second: object = {}): Seen => ({
		told: { roof_t, hot_water_t: 55, buffer_t: 30 },
		circuits: {
			to_hot_water: { runs: false, asked: OFF, most: FULL, ...first },
			to_buffer: { runs: true, asked: FULL, most: FULL, ...second },
		},
	});
	const phase = (one: Bench) => (one.memory as { phase: string }).phase;

	it("charge the later one for 15 min, to the second", () => {
		const one = bench({});
		one.look(0, seen());
		expect(one.memory).toEqual({ phase: "charging", from: at(0) });
		one.look(15 * MINUTE - 1);
		expect([phase(one), one.changed]).toEqual(["charging", false]);
		one.look(15 * MINUTE);
		expect(one.memory).toEqual({ phase: "pausing", from: at(900), base: 50 });
		expect(one.claims).toMatchObject([
			{ on: "to_buffer", to: 0, rank: "normal", because: "pausing_for_first", activity: "idle" },
		]);
		expect(one.facts).toEqual({ left: 120, circuit: "to_hot_water", collector: 50, rise: 2 });
	});

	it("pause for 2 min, to the second", () => {
		const one = bench({ phase: "pausing", from: at(0), base: 50 });
		expect([one.ask(118.5, seen(50, {}, { runs: false })), one.facts?.["left"]]).toEqual(["pausing_for_first", 2]);
		expect([one.ask(119.5), one.facts?.["left"]]).toEqual(["pausing_for_first", 1]);
		expect([one.ask(120), one.memory]).toEqual([undefined, { phase: "free" }]);
	});

	test.each<[number, object]>([
		[52, { phase: "pausing", from: at(60), base: 52 }],
		[51.9, { phase: "pausing", from: at(0), base: 50 }],
		[40, { phase: "pausing", from: at(0), base: 50 }],
	])("pause on where the collector has risen to %d °C", (roof, after) => {
		const one = bench({ phase: "pausing", from: at(0), base: 50 });
		one.look(60, seen(roof, {}, { runs: false }));
		expect(one.memory).toEqual(after);
	});

	test.each<[string, Seen, string]>([
		["the later one does not run", seen(50, {}, { runs: false }), "free"],
		["something forbids the first", seen(50, { most: OFF }), "free"],
		["the first is asked for", seen(50, { asked: FULL }), "free"],
		[
			"the pump of the first does not answer",
			{ ...seen(), outputs: { pump_1: { fault: { code: "no_answer", facts: {} } as never } } },
			"free",
		],
		["the collector is lost", seen("lost"), "free"],
		["the first could be charged", seen(), "charging"],
	])("count no time where %s", (_, look, after) => {
		const one = bench({ phase: "charging", from: at(0) });
		one.look(60, look);
		expect(phase(one)).toBe(after);
	});

	test.each<[number, object, boolean, boolean]>([
		[94.9, {}, true, false],
		[95, {}, true, true],
		[95, {}, false, false],
		[93, { spreading: true }, true, true],
		[92.9, { spreading: true }, true, false],
	])("with a pump each and a collector of %d °C, %j, may run together (%s): %s", (roof, memory, spread, together) => {
		const one = bench(memory, { spread }, "pumps");
		one.look(0, seen(roof, { asked: FULL, runs: true }));
		expect(one.claims.map(({ on, because }) => [on, because])).toEqual(
			together ? [] : [["to_buffer", "first_is_charged"]],
		);
		expect((one.memory as { spreading?: boolean }).spreading).toBe(together ? true : undefined);
	});
});
