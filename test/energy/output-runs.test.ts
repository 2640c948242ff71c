import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type * as z from "zod";
import { bind } from "#control/bind.ts";
import { remembered } from "#control/memory/memories.ts";
import { outputRuns } from "#energy/output-runs.ts";
import { fault } from "#model/plant/fault.ts";
import { AT_REST, type OutputState } from "#model/plant/output.ts";
import { FULL, instant, OFF, percent, seconds } from "#model/quantities/units.ts";
import { ask, fakePlant, situation } from "../fakes/plant.ts";

const plant = fakePlant();
type Memory = z.output<typeof outputRuns.memory>;
type Look = readonly [t: number, pump: boolean | OutputState, heater?: boolean];

const state = (on: boolean | OutputState): OutputState => (typeof on === "boolean" ? { wanted: on ? FULL : OFF } : on);
/** Looks at the outputs at these moments; the counter sees them as each turn of the loop does. */
function counted(looks: readonly Look[], from: Memory = outputRuns.memory.parse({})): Memory {
	return looks.reduce((memory, [t, pump, heater = false]) => {
		const outputs = [state(pump), state(heater), AT_REST];
		return ask(outputRuns, situation({}, {}, { plant, outputs, now: instant(t) }), memory).memory;
	}, from);
}
const runs = (looks: readonly Look[], from?: Memory) => counted(looks, from).runs;

describe("the run time of an output", () => {
	it("is the time between its start and its stop, however often anybody looks", () => {
		expect(
			runs([
				[0, false],
				[100, true],
				[3700, false],
			]),
		).toEqual({ pump: { seconds: 3600, starts: 1 } });
		expect(
			runs([
				[0, false],
				[100, true],
				[101, true],
				[2000, true],
				[3700, false],
			]),
		).toEqual({
			pump: { seconds: 3600, starts: 1 },
		});
	});

	it("counts a run by hand like any other: a minute at noon adds a minute", () => {
		const day = [
			[0, true],
			[3600, false],
			[25_200, true],
			[25_260, false],
			[30_000, false],
		] as const;
		expect(runs(day)).toEqual({ pump: { seconds: 3660, starts: 2 } });
	});

	it("grows while the output runs, so that a run over midnight belongs to both days", () => {
		const evening = counted([
			[0, true],
			[14_400, true],
		]);
		expect(evening.runs["pump"]?.seconds).toBe(14_400);
		expect(
			runs(
				[
					[18_000, true],
					[18_001, false],
				],
				evening,
			)["pump"],
		).toEqual({ seconds: 18_001, starts: 1 });
	});

	it("goes by what the board confirmed, not by what was wanted", () => {
		const refused: OutputState = { wanted: FULL, actual: OFF, fault: fault("not_verified") };
		expect(
			runs([
				[0, refused],
				[100, refused],
			]),
		).toEqual({});
		const stuck: OutputState = { wanted: OFF, actual: FULL, fault: fault("not_verified") };
		expect(
			runs([
				[0, stuck],
				[100, stuck],
				[200, false],
			]),
		).toEqual({ pump: { seconds: 200, starts: 1 } });
	});

	it("counts a level as running whatever it is, and another level as no start", () => {
		const at = (level: number): OutputState => ({ wanted: percent(level), actual: percent(level) });
		expect(
			runs([
				[0, at(30)],
				[100, at(80)],
				[200, at(0)],
				[300, at(5)],
				[350, at(0)],
			]),
		).toEqual({ pump: { seconds: 250, starts: 2 } });
	});

	it("does not depend on when anybody looks: the moments of start and stop count", () => {
		const since = (on: boolean, at: number): OutputState => ({ wanted: on ? FULL : OFF, since: instant(at) });
		expect(
			runs([
				[0, false],
				[130, since(true, 100)],
				[9000, since(false, 400)],
				[9999, since(false, 400)],
			]),
		).toEqual({ pump: { seconds: 300, starts: 1 } });
	});

	it("is kept for each output", () => {
		expect(
			runs([
				[0, true, false],
				[10, true, true],
				[30, false, true],
				[100, false, false],
			]),
		).toEqual({
			pump: { seconds: 30, starts: 1 },
			heater: { seconds: 90, starts: 1 },
		});
	});

	it("goes on after a restart from what was saved, without a start for a pump that never stopped", () => {
		const before = counted([
			[0, true],
			[500, true],
		]);
		const saved = remembered(bind(fakePlant(), [outputRuns]), JSON.parse(JSON.stringify({ output_runs: before })));
		expect(
			runs(
				[
					[510, true],
					[600, false],
				],
				saved["output_runs"] as Memory,
			),
		).toEqual({ pump: { seconds: 600, starts: 1 } });
	});

	it("does not shrink when the controller's own time was lost", () => {
		const before = counted([
			[1000, true],
			[2000, true],
		]);
		expect(
			runs(
				[
					[5, true],
					[15, false],
				],
				before,
			),
		).toEqual({ pump: { seconds: 1010, starts: 1 } });
	});

	it("is the sum of the time in which it ran, for any course of a day", () => {
		const course = fc.array(fc.record({ wait: fc.integer({ min: 1, max: 5000 }), on: fc.boolean() }), {
			maxLength: 60,
		});
		fc.assert(
			fc.property(course, (steps) => {
				let [t, seconds, starts, was] = [0, 0, 0, false];
				const looks = [...steps, { wait: 1, on: false }].map(({ wait, on }): Look => {
					t += wait;
					if (was) seconds += wait;
					if (on && !was) starts += 1;
					was = on;
					return [t, on];
				});
				expect(runs(looks)["pump"] ?? { seconds: 0, starts: 0 }).toEqual({ seconds, starts });
			}),
		);
	});

	it("claims nothing, changes nothing while all rest, and is saved as a counter", () => {
		const memory = outputRuns.memory.parse({});
		const idle = ask(outputRuns, situation({}, {}, { plant }), memory);
		expect(idle).toEqual({ claims: [], idle: [], memory });
		expect(idle.memory).toBe(memory);
		expect(outputRuns.counts).toBe(true);
		expect(percent(0)).toBe(OFF);
	});
});

describe("counts of two times, of which the later one knew nothing of the earlier", () => {
	it("add up, and the count goes on from the later one, by the running time of both", () => {
		const saved = { runs: { pump: { seconds: 100, starts: 2 } }, running: ["pump"], at: 5000 };
		const since = {
			runs: { pump: { seconds: 30, starts: 1 }, heater: { seconds: 7, starts: 1 } },
			running: ["heater"],
			at: 40,
		};
		const both = outputRuns.joined?.(saved, since, seconds(6000)) as Memory;
		expect(both).toEqual({
			runs: { pump: { seconds: 130, starts: 3 }, heater: { seconds: 7, starts: 1 } },
			told: { pump: { seconds: 100, starts: 2 } },
			running: ["heater"],
			at: 6040,
		});
		expect(runs([[6050, false, true]], { ...saved, ...both })).toEqual({
			pump: { seconds: 130, starts: 3 },
			heater: { seconds: 7, starts: 1 },
		});
		expect(runs([[6100, false, true]], { ...saved, ...both })["heater"]).toEqual({ seconds: 67, starts: 1 });
	});
});

describe("what is shown of it", () => {
	it("was saved at least a minute before, so that no kill takes back what was shown", () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.integer({ min: 5, max: 90 }), fc.boolean()), { minLength: 5, maxLength: 60 }),
				(steps) => {
					let [t, memory, shown] = [0, outputRuns.memory.parse({}), 0];
					// Saved once a minute: a kill comes back with what was saved last.
					let saved = { at: 0, memory };
					for (const [wait, kill] of steps) {
						t += wait;
						if (kill) memory = outputRuns.memory.parse(structuredClone(saved.memory));
						const outputs = [state(true), AT_REST, AT_REST];
						const begun = instant(kill ? t : 0);
						memory = ask(
							outputRuns,
							{ ...situation({}, {}, { plant, outputs, now: instant(t) }), begun },
							memory,
						).memory;
						const now = (memory.told ?? memory.runs)["pump"]?.seconds ?? 0;
						expect(now).toBeGreaterThanOrEqual(shown);
						shown = now;
						if (t - saved.at >= 60) saved = { at: t, memory };
					}
				},
			),
		);
	});

	it("follows what was counted within four minutes", () => {
		const day: Look[] = Array.from({ length: 200 }, (_, n) => [n * 10, n > 0 && n < 100]);
		const { told, runs: all } = counted(day);
		expect(told).toEqual(all);
		expect(all).toEqual({ pump: { seconds: 990, starts: 1 } });
	});
});
