import { describe, expect, it, test } from "@jest/globals";
import { PLAIN } from "#control/explain/compare.ts";
import { instant, kelvin, minutes, seconds } from "#model/quantities/units.ts";
import { drainBack } from "#rules/charging/drain-back.ts";
import { emptied, type Memory, memory, next, unpaused } from "#rules/charging/drain-back-phases.ts";
import { at, Bench, plantWith, type Seen } from "../../fakes/rule-bench.ts";

const T = 500_000;
const EMPTY = memory.parse({});
/** As delivered: 10 K for 60 s, 5 min at full speed, 2 min in peace, 3 attempts, half an hour of pause. */
const TIMES = {
	...{ start_at: kelvin(10), hold_for: seconds(60), fill_for: minutes(5), settle_for: minutes(2) },
	...{ attempts: 3, pause: minutes(30) },
};
const turn = (before: Partial<Memory>, gain: number, { runs = false, full = false } = {}) =>
	next({ ...EMPTY, ...before }, instant(T), kelvin(gain), { runs, full }, TIMES, PLAIN);
const RUNS = { runs: true };

describe("the phases of a collector that drains", () => {
	test.each<[string, Partial<Memory>, number, object, Partial<Memory>]>([
		["counts a gain that is enough", {}, 10, {}, { ready: T }],
		["counts no gain that is too small", { ready: T - 9 }, 9.9, {}, {}],
		["counts no gain in its pause", { ready: T - 9, not_before: T + 1 }, 20, {}, { not_before: T + 1 }],
		["counts a gain from the end of its pause", { not_before: T }, 20, {}, { not_before: T, ready: T }],
		["asks for a fill after 60 s", { ready: T - 60, seen: true }, 10, {}, { phase: "asking", from: T }],
		["fills when it runs, whoever started it", { ready: T - 5 }, 0, RUNS, { phase: "filling", from: T, seen: true }],
		["fills when it was asked", { phase: "asking", from: T - 5 }, 0, RUNS, { phase: "filling", from: T, seen: true }],
		["gives up what it asked for", { phase: "asking", from: T - 5 }, 9.9, {}, { from: T - 5 }],
		[
			"asks for nothing that a full tank forbids",
			{ phase: "asking", from: T - 5 },
			10,
			{ full: true },
			{ from: T - 5, ready: T - 65 },
		],
		["sees its pump", { phase: "filling", from: T - 9 }, 0, RUNS, { phase: "filling", from: T - 9, seen: true }],
		[
			"settles after 5 min",
			{ phase: "filling", from: T - 300, seen: true },
			0,
			RUNS,
			{ phase: "settling", from: T, seen: true },
		],
		[
			"is full after 2 min more",
			{ phase: "settling", from: T - 120, seen: true },
			0,
			RUNS,
			{ phase: "full", from: T, seen: true },
		],
		["empties when its pump stops", { phase: "filling", from: T - 9, seen: true }, 50, {}, { from: T - 9 }],
		["empties when its pump stops in peace", { phase: "settling", from: T - 9, seen: true }, 50, {}, { from: T - 9 }],
		["empties when its pump is held back for 2 min", { phase: "filling", from: T - 120 }, 50, {}, { from: T - 120 }],
		["is of another running time", { phase: "settling", from: T + 1, seen: true }, 50, RUNS, { from: T + 1 }],
		["counts a fill that gained nothing", { phase: "full", from: T - 59 }, 0, {}, { from: T - 59, failed: 1 }],
		["forgets those before one that gained", { phase: "full", from: T - 60, failed: 2 }, 0, {}, { from: T - 60 }],
		[
			"pauses after the third",
			{ phase: "full", from: T - 59, failed: 2 },
			0,
			{},
			{ from: T - 59, not_before: T + 1800 },
		],
		["does not pause after the second", { phase: "full", from: T - 59, failed: 1 }, 0, {}, { from: T - 59, failed: 2 }],
	])("%s", (_, before, gain, way, after) => {
		expect(turn(before, gain, way)).toEqual({ ...EMPTY, ...after });
	});

	test.each<[string, Partial<Memory>, number, object]>([
		["waits", {}, 9.9, {}],
		["waits out its pause", { not_before: T + 1 }, 20, {}],
		["has had its gain for less than 60 s", { ready: T - 59 }, 10, {}],
		["waits for a tank that is full", { ready: T - 99 }, 10, { full: true }],
		["asks", { phase: "asking", from: T - 99 }, 10, {}],
		["fills", { phase: "filling", from: T - 299, seen: true }, 0, RUNS],
		["is held back for less than 2 min", { phase: "filling", from: T - 119 }, 0, {}],
		["began at this moment", { phase: "filling", from: T, seen: true }, 0, RUNS],
		["settles", { phase: "settling", from: T - 119, seen: true }, 0, RUNS],
		["is full", { phase: "full", from: T - 9999 }, 0, RUNS],
	])("changes nothing while it %s", (_, before, gain, way) => {
		const memory = { ...EMPTY, ...before };
		expect(next(memory, instant(T), kelvin(gain), { runs: false, full: false, ...way }, TIMES, PLAIN)).toBe(memory);
	});

	it("never counts a gain from before the start", () => {
		const early = { ...EMPTY, phase: "asking" as const, from: 30 };
		expect(next(early, instant(40), kelvin(10), { runs: false, full: true }, TIMES, PLAIN).ready).toBe(0);
	});

	it("is empty once, and without a pause once", () => {
		expect(emptied(EMPTY)).toBe(EMPTY);
		for (const parts of [{ phase: "full" as const }, { ready: T }, { ready: 0 }, { seen: true }])
			expect(emptied({ ...EMPTY, ...parts })).toEqual(EMPTY);
		expect(unpaused(EMPTY)).toBe(EMPTY);
		expect(unpaused({ ...EMPTY, not_before: T })).toEqual(EMPTY);
	});
});

describe("what a collector that drains claims", () => {
	const bench = (memory: object = {}) => {
		const one = new Bench(drainBack, plantWith()).with({ enabled: true });
		one.memory = drainBack.memory.parse(memory);
		return one;
	};
	const sees = (roof: number | "lost", store: number | "lost", circuit: object = {}): Seen => ({
		told: { roof, store },
		circuits: { pump: { full: false, ...circuit } as never },
	});
	const claim = (one: Bench) =>
		one.claims.map(({ from, to, rank, because, urgent, activity }) => [from, to, rank, because, urgent, activity]);

	test.each<[number, unknown]>([
		[95, [0, 0, "safety", "drain_back_hot", true, "drain_back"]],
		[94.9, [0, 0, "normal", "drain_back_holds", false, "drain_back"]],
		[4, [0, 0, "protection", "drain_back_waits", false, "drain_back"]],
		[10, [0, 0, "protection", "drain_back_waits", false, "drain_back"]],
		[10.1, [0, 0, "normal", "drain_back_waits", false, "drain_back"]],
		[3.9, [0, 0, "protection", "drain_back_frozen", true, "drain_back"]],
	])("at %d °C, with a tank of 10 °C", (roof, claimed) => {
		const one = bench();
		one.look(0, sees(roof, 10));
		expect(claim(one)).toEqual([claimed]);
	});

	it("is told hot until 10 K below", () => {
		const one = bench();
		expect([one.ask(0, sees(95, 40)), one.facts]).toEqual(["drain_back_hot", { collector: 95, release_below: 85 }]);
		expect([one.ask(10, sees(85, 40)), one.ask(20, sees(84.9, 40))]).toEqual(["drain_back_hot", "drain_back_holds"]);
	});

	test.each<[number, number]>([
		[85, 0],
		[84.9, at(99)],
	])("ends its pause where the sun would make it too hot, at %d °C", (roof, not_before) => {
		const one = bench({ not_before: at(99) });
		one.look(0, sees(roof, 40));
		expect((one.memory as Memory).not_before).toBe(not_before);
	});

	test.each<[string, object, object, unknown, object]>([
		["waits", {}, {}, [0, 0, "normal", "drain_back_waits", false, "drain_back"], { gain: 9, start_at: 10 }],
		["pauses", { not_before: at(10.2) }, {}, [0, 0, "normal", "drain_back_pauses", false, "drain_back"], { left: 11 }],
		[
			"waits for a full tank",
			{},
			{ full: true },
			[0, 0, "protection", "drain_back_waits", false, "drain_back"],
			{ gain: 9, start_at: 10 },
		],
		[
			"waits where that is not known",
			{},
			{ full: undefined },
			[0, 0, "protection", "drain_back_waits", false, "drain_back"],
			{ gain: 9, start_at: 10 },
		],
	])("while it %s", (_, memory, circuit, claimed, facts) => {
		const one = bench(memory);
		one.look(0, sees(49, 40, circuit));
		expect([claim(one), one.facts]).toEqual([[claimed], facts]);
	});

	test.each<[number, boolean, string, object]>([
		[0, false, "drain_back_holds", { left: 60, gain: 10 }],
		[59.5, false, "drain_back_holds", { left: 1, gain: 10 }],
		[60, true, "drain_back_full", {}],
		[59.5, true, "drain_back_holds", { left: 1, gain: 10 }],
	])("%d s after the gain came, full %s: %s", (second, full, because, facts) => {
		const one = bench({ ready: at(0) });
		expect(one.ask(second, sees(50, 40, { full }))).toBe(because);
		expect(one.facts).toEqual(facts);
	});

	test.each<[Partial<Memory>, number, unknown, object]>([
		[
			{ phase: "asking", from: at(0) },
			9.5,
			[100, 100, "normal", "drain_back_fills", false, "drain_back"],
			{ left: 300 },
		],
		[
			{ phase: "filling", from: at(0), seen: true },
			9.5,
			[100, 100, "protection", "drain_back_fills", false, "drain_back"],
			{ left: 291 },
		],
		[
			{ phase: "settling", from: at(0), seen: true },
			9.5,
			[1, 100, "normal", "drain_back_settles", false, "drain_back"],
			{ left: 111 },
		],
	])("while it is %j", (memory, second, claimed, facts) => {
		const one = bench(memory);
		one.look(second, sees(55, 40, { runs: memory.phase !== "asking" }));
		expect([claim(one), one.facts]).toEqual([[claimed], facts]);
	});

	it("is nothing once it is full, or without a sensor, when it counts as empty", () => {
		const one = bench({ phase: "full", from: at(0) });
		one.look(9, sees(55, 40, { runs: true }));
		expect(one.claims).toEqual([]);
		for (const [roof, store] of [
			["lost", 40],
			[55, "lost"],
		] as const) {
			const lost = bench({ phase: "full", from: at(0), seen: true });
			lost.look(9, sees(roof, store, { runs: true }));
			expect([lost.claims, (lost.memory as Memory).phase]).toEqual([[], "empty"]);
		}
	});
});
