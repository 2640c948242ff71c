import { describe, expect, it, test } from "@jest/globals";
import { FULL, OFF, percent } from "#model/quantities/units.ts";
import { flowControl } from "#rules/charging/flow-control.ts";
import { solarCharging } from "#rules/charging/solar-charging.ts";
import { startDelay } from "#rules/charging/start-delay.ts";
import { targetCharging } from "#rules/charging/target-charging.ts";
import { tubeKick } from "#rules/charging/tube-kick.ts";
import { fakePlant } from "../../fakes/plant.ts";
import { at, Bench, plantWith, type Seen, twoPumps } from "../../fakes/rule-bench.ts";

const MINUTE = 60;
const seen = (roof: number | "lost", store: number | "lost" = 40, circuit: object = {}): Seen => ({
	told: { roof, store },
	circuits: { pump: circuit as never },
});

describe("charging", () => {
	const bench = (running: boolean, settings = {}) => {
		const one = new Bench(solarCharging).with(settings);
		one.memory = { running };
		return one;
	};
	test.each<[boolean, number, string]>([
		[false, 48, "gain"],
		[false, 47.9, "no_gain"],
		[true, 44.1, "gain"],
		[true, 44, "no_gain"],
	])("running %s, with a collector of %d °C and a tank of 40 °C: %s", (running, roof, because) => {
		const one = bench(running);
		expect(one.ask(0, seen(roof))).toBe(because);
		expect(one.changed).toBe(running !== (because === "gain"));
	});

	it("has to reach its start again where another circuit was served", () => {
		expect(bench(true).ask(0, seen(47.9, 40, { displaced: true }))).toBe("no_gain");
		expect(bench(true).ask(0, seen(48, 40, { displaced: true }))).toBe("gain");
	});

	test.each<[boolean, number, string]>([
		[false, 30, "gain"],
		[false, 29.9, "collector_cold"],
		[true, 28, "gain"],
		[true, 27.9, "collector_cold"],
	])("with a minimum of 30 °C, running %s, at %d °C: %s", (running, roof, because) => {
		expect(bench(running, { collector_minimum: 30 }).ask(0, seen(roof, 10))).toBe(because);
	});
	it("has no minimum at -25 °C", () => {
		expect(bench(false, { collector_minimum: -25 }).ask(0, seen(-26, -40))).toBe("gain");
		expect(bench(false, { collector_minimum: -24.5 }).ask(0, seen(-26, -40))).toBe("collector_cold");
	});

	it("is full speed, normally, and idle when a sensor is lost", () => {
		const one = bench(false);
		one.look(0, seen(60));
		expect(one.claims).toMatchObject([
			{
				from: 100,
				to: 100,
				rank: "normal",
				activity: "heating",
				urgent: false,
				facts: { gain: 20, stop_at: 4, collector: 60, tank: 40 },
			},
		]);
		for (const [roof, store] of [
			["lost", 40],
			[60, "lost"],
		] as const) {
			const lost = bench(true);
			expect([lost.ask(0, seen(roof, store)), lost.memory]).toEqual(["no_reading", { running: false }]);
			lost.look(1);
			expect(lost.changed).toBe(false);
		}
		for (const told of [{ roof: 60 }, { store: 40 }, {}]) {
			const awaited = bench(true);
			expect([awaited.ask(0, { told }), awaited.changed]).toEqual(["no_reading", false]);
		}
	});
});

describe("the start delay", () => {
	const bench = () => new Bench(startDelay).with({ enabled: true });
	test.each<[number, number, readonly unknown[]]>([
		[0, 40, ["protection", "start_waits", { left: 60 }]],
		[58.5, 40, ["protection", "start_waits", { left: 2 }]],
		[59, 40, ["protection", "start_waits", { left: 1 }]],
		[60, 40, []],
		[0, 120, ["safety", "start_too_hot", { collector: 120, collector_below: 120 }]],
		[999, 120, ["safety", "start_too_hot", { collector: 120, collector_below: 120 }]],
		[999, 119.9, []],
	])("%d s after the start, with a collector of %d °C: %j", (second, roof, claimed) => {
		const one = bench();
		one.look(second, seen(roof));
		expect(one.claims.flatMap(({ to, rank, because, facts }) => (to === OFF ? [rank, because, facts] : []))).toEqual(
			claimed,
		);
	});

	it("is over for good, until the next start", () => {
		const one = bench();
		one.look(60, seen(40));
		expect(one.memory).toEqual({ over: at(0) });
		one.look(61, seen(150));
		expect([one.claims, one.changed]).toEqual([[], false]);
	});

	it("stops no pump that runs, and goes on without its sensor", () => {
		const one = bench();
		one.look(1, seen(150, 40, { runs: true }));
		expect([one.claims, one.memory]).toEqual([[], { over: at(0) }]);
		const lost = bench();
		lost.look(999, seen("lost"));
		expect([lost.claims, lost.changed]).toEqual([[], false]);
		const off = bench().with({ enabled: false });
		off.look(1, seen(150));
		expect(off.claims).toEqual([]);
	});
});

describe("the speed of a pump", () => {
	const level = { min: percent(30), max: percent(90), step: percent(1) };
	const slow = fakePlant({ pump: { level } });
	const at_most = (
		rule: typeof flowControl | typeof targetCharging,
		collector: number | "lost",
		tank: number | "lost",
		settings = {},
	) => {
		const one = new Bench(rule as never, slow).with({ enabled: true, ...settings });
		one.look(0, { told: { collector, tank } });
		return one.claims.map(({ from, to, rank, activity }) => [from, to, rank, activity]);
	};
	const speed = (to: number) => [[0, to, "normal", "heating"]];

	test.each<[number, readonly unknown[]]>([
		[44, speed(30)],
		[50, speed(30)],
		[51, speed(36)],
		[55, speed(60)],
		[59.9, speed(89)],
		[60, []],
		[90, []],
	])("by the gain, with a collector of %d °C and a tank of 40 °C: %j", (collector, claims) => {
		expect(at_most(flowControl, collector, 40)).toEqual(claims);
	});

	test.each<[number, readonly unknown[]]>([
		[30, speed(30)],
		[65, speed(30)],
		[65.1, speed(31)],
		[67, speed(40)],
		[76.8, speed(89)],
		[77, []],
	])("by the target, with a collector of %d °C: %j", (collector, claims) => {
		expect(at_most(targetCharging, collector, 40)).toEqual(claims);
	});

	it("is not limited without a sensor, or while that is off", () => {
		expect([
			at_most(flowControl, "lost", 40),
			at_most(flowControl, 50, "lost"),
			at_most(targetCharging, "lost", 40),
		]).toEqual([[], [], []]);
		expect([
			at_most(flowControl, 50, 40, { enabled: false }),
			at_most(targetCharging, 50, 40, { enabled: false }),
		]).toEqual([[], []]);
	});
});

describe("a kick for tubes", () => {
	const bench = (memory: object = {}, settings = {}) => {
		const one = new Bench(tubeKick).with({ enabled: true, ...settings });
		one.memory = tubeKick.memory.parse(memory);
		return one;
	};
	/** 10:00, and the pump has not run for half an hour. */
	const idle: Seen = {
		clock: 600,
		told: { roof: 20 },
		circuits: { pump: { runs: false, most: FULL, since: -30 * MINUTE } },
	};

	it("is for 30 s, every half an hour", () => {
		const one = bench();
		one.look(0, idle);
		expect(one.claims).toMatchObject([
			{ from: 1, to: 100, rank: "upkeep", because: "tubes_kicked", facts: { left: 30 }, activity: "tube_kick" },
		]);
		expect(one.memory).toEqual({ until: at(30), not_before: at(1800) });
		expect([one.ask(29), one.facts, one.ask(29.5), one.facts]).toEqual([
			"tubes_kicked",
			{ left: 1 },
			"tubes_kicked",
			{ left: 1 },
		]);
		expect([one.ask(30), one.ask(1799), one.ask(1800)]).toEqual([undefined, undefined, "tubes_kicked"]);
	});

	test.each<[string, Seen, string | undefined]>([
		["the pump ran half an hour ago", {}, "tubes_kicked"],
		["the pump ran a moment ago", { circuits: { pump: { since: -30 * MINUTE + 1 } } }, undefined],
		["nobody knows when the pump ran", { circuits: { pump: { since: undefined } } }, "tubes_kicked"],
		["the pump runs", { circuits: { pump: { runs: true } } }, undefined],
		["something forbids it", { circuits: { pump: { most: OFF } } }, undefined],
		["something limits it", { circuits: { pump: { most: percent(1) } } }, "tubes_kicked"],
		["its sensor is lost", { told: { roof: "lost" } }, undefined],
		["it is 7:59", { clock: 479 }, undefined],
		["it is 8:00", { clock: 480 }, "tubes_kicked"],
		["it is 18:59", { clock: 1139 }, "tubes_kicked"],
		["it is 19:00", { clock: 1140 }, undefined],
		["nobody has set the clock", { clock: undefined }, undefined],
	])("where %s", (_, more, because) => {
		const pump = { ...idle.circuits?.["pump"], ...more.circuits?.["pump"] };
		expect(bench().ask(0, { ...idle, ...more, circuits: { pump } })).toBe(because);
	});

	test.each<[object, string | undefined]>([
		[{ until: at(30), not_before: at(1800) }, "tubes_kicked"],
		[{ until: at(31), not_before: at(1800) }, undefined],
		[{ until: at(0), not_before: at(1800) }, undefined],
		[{ until: at(31), not_before: at(1801) }, "tubes_kicked"],
	])("with %j from before", (memory, because) => {
		expect(bench(memory).ask(0, idle)).toBe(because);
	});

	it("waits while any pump of the field has run", () => {
		const one = new Bench(tubeKick, plantWith(twoPumps("tanks"))).with({ enabled: true });
		const [first, second] = one.plant.circuits.map(({ id }) => id) as [string, string];
		const rest = { runs: false, most: FULL, since: -30 * MINUTE };
		const ask = (other: object) =>
			one.ask(0, { ...idle, circuits: { [first]: rest, [second]: { ...rest, ...other } } });
		expect([ask({ runs: true }), ask({ since: -1 })]).toEqual([undefined, undefined]);
		expect(ask({})).toBe("tubes_kicked");
	});
});
