import { describe, expect, it, test } from "@jest/globals";
import { arbitrate } from "#control/arbitrate.ts";
import { interlock, NO_STARTS } from "#control/machinery/interlock.ts";
import { type Effect, settle } from "#control/machinery/settle.ts";
import { atLeast, atMost, exactly, forbid, urgently } from "#model/decision/claim.ts";
import type { Claim, Rank } from "#model/decision/decision.ts";
import { AT_REST, type OutputStates } from "#model/plant/output.ts";
import type { Output } from "#model/plant/plant.ts";
import { FULL, instant, percent, seconds } from "#model/quantities/units.ts";
import { fakePlant } from "../fakes/plant.ts";
import { reason } from "../fakes/unworded.ts";

const SPEEDS = { min: percent(30), max: FULL, step: percent(1) };
const QUIET = { level: SPEEDS, least_run: seconds(0), least_rest: seconds(0) };

/** A pump with speeds. */
class Pump {
	readonly #plant;
	#states: OutputStates;
	constructor(changes: Partial<Output>) {
		this.#plant = fakePlant({ pump: { ...QUIET, ...changes } });
		this.#states = this.#plant.outputs.map(() => AT_REST);
	}
	at(t: number, claims: (pump: Output) => readonly Claim[], effect?: Effect) {
		const { outputs } = this.#plant;
		const [pump] = outputs;
		if (pump === undefined) throw new Error("the fake plant has a pump");
		const goals = arbitrate(outputs, claims(pump), []);
		const { verdicts } = interlock(instant(t), outputs, this.#states, goals, NO_STARTS);
		this.#states = settle(instant(t), this.#plant, this.#states, verdicts, [effect]);
		return verdicts[0];
	}
	/** The level if exactly this is asked. */
	asked(t: number, want: number, rank: Rank = "normal", effect?: Effect): number | undefined {
		return this.at(t, (pump) => [exactly(pump, percent(want), rank, reason("asked"), "heating")], effect)?.want;
	}
}

describe("a level that follows something", () => {
	it("changes only if the change is at least the dead band", () => {
		const pump = new Pump({ dead_band: percent(5) });
		const levels = [50, 54, 46, 55, 51, 50].map((want, n) => pump.asked(10 * n, want));
		expect(levels).toEqual([50, 50, 50, 55, 55, 50]);
	});

	it("drifts no further than the dead band, because the wish is compared with the level in force", () => {
		const pump = new Pump({ dead_band: percent(5) });
		expect([50, 52, 54, 56].map((want, n) => pump.asked(10 * n, want))).toEqual([50, 50, 50, 56]);
	});

	test.each([
		["off", [33, 0], [33, 0]],
		["the lowest speed", [33, 30], [33, 30]],
		["full speed", [98, 100], [98, 100]],
	])("goes to %s at once", (_, wants, levels) => {
		const pump = new Pump({ dead_band: percent(5) });
		expect(wants.map((want, n) => pump.asked(10 * n, want))).toEqual(levels);
	});

	it("gives a person exactly what was asked for", () => {
		const pump = new Pump({ dead_band: percent(10) });
		expect([pump.asked(0, 50, "manual"), pump.asked(10, 52, "manual")]).toEqual([50, 52]);
	});

	it("obeys an upper bound of safety at once", () => {
		const pump = new Pump({ dead_band: percent(10) });
		expect(pump.asked(0, 50)).toBe(50);
		const charge = (on: Output) => atLeast(on, percent(50), "normal", reason("gain"), "heating");
		const slow = (on: Output) => atMost(on, percent(48), "safety", reason("noisy"), "heating");
		expect(pump.at(10, (on) => [charge(on), slow(on)])?.want).toBe(48);
	});
});

describe("a kick", () => {
	it("drives a pump at full speed for its first seconds", () => {
		const pump = new Pump({ kick: seconds(10) });
		expect([0, 5, 9.9, 10, 20].map((t) => pump.asked(t, 40))).toEqual([100, 100, 100, 40, 40]);
		expect([pump.asked(30, 0), pump.asked(40, 40), pump.asked(50, 40)]).toEqual([0, 100, 40]);
	});

	it("goes on until the board confirms that the pump runs", () => {
		const pump = new Pump({ kick: seconds(10) });
		const still = { actual: percent(0) };
		for (const t of [0, 10, 20, 30]) expect(pump.asked(t, 40, "normal", still)).toBe(100);
		expect([pump.asked(40, 40), pump.asked(50, 40)]).toEqual([100, 40]);
	});

	it("goes no faster than safety allows", () => {
		const pump = new Pump({ kick: seconds(10) });
		const charge = (on: Output) => atLeast(on, percent(40), "normal", reason("gain"), "heating");
		const slow = (on: Output, rank: Rank) => atMost(on, percent(60), rank, reason("noisy"), "heating");
		expect(pump.at(0, (on) => [charge(on), slow(on, "safety")])?.want).toBe(60);
		expect(pump.at(5, (on) => [charge(on), slow(on, "manual")])?.want).toBe(100);
	});

	it("ends when the pump is only kept on by its least run", () => {
		const pump = new Pump({ kick: seconds(10), least_run: seconds(60) });
		expect([pump.asked(0, 40), pump.asked(5, 0)]).toEqual([100, 30]);
	});

	it("needs no level change of a switch", () => {
		const { outputs } = fakePlant({ pump: { kick: seconds(10) } });
		const goals = arbitrate(outputs, [], []);
		expect(interlock(instant(0), outputs, [], goals, NO_STARTS).verdicts).toBe(goals);
	});
});

describe("the least run", () => {
	const start = (pump: Pump) => pump.asked(0, 80);

	it("keeps a pump on as slowly as it can", () => {
		const pump = new Pump({ least_run: seconds(60) });
		start(pump);
		expect(pump.at(10, () => [])).toMatchObject({ want: 30, because: { code: "least_run" } });
		expect(pump.at(60, () => [])?.want).toBe(0);
	});

	it("is lifted by a claim that is urgent, whatever its rank, and only by one that stops", () => {
		const stop = (on: Output) => urgently(forbid(on, "normal", reason("full"), "tank_full"));
		const slow = (on: Output) => urgently(atMost(on, percent(50), "normal", reason("noisy"), "heating"));
		for (const [claim, want] of [
			[stop, 0],
			[slow, 30],
		] as const) {
			const pump = new Pump({ least_run: seconds(60) });
			start(pump);
			expect(pump.at(10, (on) => [claim(on)])?.want).toBe(want);
		}
	});

	it("is all that an urgent claim lifts: a start waits for the least rest", () => {
		const pump = new Pump({ least_rest: seconds(60) });
		start(pump);
		pump.at(10, () => []);
		const go = (on: Output) => urgently(atLeast(on, FULL, "normal", reason("gain"), "heating"));
		expect(pump.at(20, (on) => [go(on)])).toMatchObject({ want: 0, because: { code: "least_rest" } });
	});
});
