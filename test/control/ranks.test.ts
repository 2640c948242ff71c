import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { arbitrate } from "#control/arbitrate.ts";
import { activityOf } from "#control/decide.ts";
import type { Idle } from "#control/rule.ts";
import { atLeast, atMost, exactly, forbid } from "#model/decision/claim.ts";
import { type Claim, RANKS, type Rank } from "#model/decision/decision.ts";
import { SWITCH } from "#model/plant/level.ts";
import { percent } from "#model/quantities/units.ts";
import { fakePlant } from "../fakes/plant.ts";
import { reason } from "../fakes/unworded.ts";

/** The pump has speeds, so that bounds in between mean something. */
const SPEEDS = { min: percent(1), max: percent(100), step: percent(1) };
const { outputs } = fakePlant({ pump: { level: SPEEDS }, heater: { level: SPEEDS } });
const [pump, heater] = outputs;
if (pump === undefined || heater === undefined) throw new Error("the fake plant has a pump and a heater");

const asks = (rank: Rank, want: number, code = `${rank}_${want}`, output = pump): Claim =>
	exactly(output, percent(want), rank, reason(code), "heating");
const decided = (claims: readonly Claim[], idle: readonly Idle[] = []) => arbitrate(outputs, claims, idle)[pump.index];

const anyClaim = fc
	.record({
		rank: fc.constantFrom(...RANKS),
		want: fc.constantFrom(0, 30, 60, 100),
		output: fc.constantFrom(...outputs),
	})
	.map(({ rank, want, output }) => asks(rank, want, `${rank}_${want}`, output));

describe("law 1: ranks safety > manual > protection > normal > upkeep", () => {
	const pairs = RANKS.flatMap((strong, i) => RANKS.slice(i + 1).map((weak) => [strong, weak] as const));
	test.each(pairs)("%s wins over %s, to forbid and to want, in any order", (strong, weak) => {
		for (const [a, b] of [
			[asks(strong, 0), asks(weak, 100)],
			[asks(strong, 100), asks(weak, 0)],
		] as const) {
			expect(decided([a, b])).toMatchObject({ want: a.at_least, rank: strong, because: a.because, overruled: [b] });
			expect(decided([b, a])).toMatchObject({ want: a.at_least, rank: strong, because: a.because, overruled: [b] });
		}
	});

	it("keeps an output off that safety forbids, whatever else claims it", () => {
		fc.assert(
			fc.property(fc.array(anyClaim), fc.nat(), (others, place) => {
				const claims = [...others];
				claims.splice(place % (others.length + 1), 0, asks("safety", 0, "forbidden"));
				expect(decided(claims)).toMatchObject({ want: 0, rank: "safety" });
			}),
		);
	});

	it("does not depend on the order of claims, except for the reason of equal ones", () => {
		const shuffled = fc
			.array(anyClaim, { maxLength: 12 })
			.chain((claims) =>
				fc.tuple(
					fc.constant(claims),
					fc.shuffledSubarray(claims, { minLength: claims.length, maxLength: claims.length }),
				),
			);
		const told = (claims: readonly Claim[]) =>
			arbitrate(outputs, claims, []).map(({ want, rank, because, overruled }) => ({
				want,
				rank,
				code: because.code,
				overruled: overruled.map((o) => o.because.code).sort(),
			}));
		fc.assert(
			fc.property(shuffled, ([claims, other]) => expect(told(other)).toEqual(told(claims))),
			{ numRuns: 1000 },
		);
	});

	it("gives every output a whole number of percent, whatever is claimed", () => {
		fc.assert(
			fc.property(fc.array(anyClaim), (claims) => {
				const verdicts = arbitrate(outputs, claims, []);
				expect(verdicts).toHaveLength(outputs.length);
				for (const { want } of verdicts) expect(Number.isFinite(want)).toBe(true);
			}),
		);
	});
});

describe("law 2: load off without a claim; at equal rank forbid beats want, lower speed beats higher", () => {
	test.each(RANKS)("forbid beats want at rank %s", (rank) => {
		expect(decided([asks(rank, 100), asks(rank, 0)])).toMatchObject({ want: 0 });
		expect(decided([asks(rank, 0), asks(rank, 100)])).toMatchObject({ want: 0 });
	});

	test.each([
		[30, 60, 30],
		[60, 30, 30],
		[100, 99, 99],
	])("of %i %% and %i %% at the same rank %i %% is taken", (a, b, taken) => {
		expect(decided([asks("normal", a), asks("normal", b)])).toMatchObject({ want: taken });
	});

	it("turns the load off with the first reason for idleness if there is no claim", () => {
		const idle = [
			{ on: heater, because: reason("other_output") },
			{ on: pump, because: reason("no_gain") },
			{ on: pump, because: reason("no_schedule") },
		];
		const verdict = decided([], idle);
		expect(verdict).toMatchObject({ want: 0, because: { code: "no_gain" }, activity: "idle", overruled: [] });
		expect(verdict?.rank).toBeUndefined();
	});

	it("reports that no rule asks for it if no rule gives a reason", () => {
		expect(decided([])).toMatchObject({ want: 0, because: { code: "nobody_asks" } });
	});

	it("does not let a reason for idleness keep a claim of the lowest rank from winning", () => {
		const idle = [{ on: pump, because: reason("no_gain") }];
		expect(decided([asks("upkeep", 100)], idle)).toMatchObject({ want: 100, rank: "upkeep" });
	});

	it("reports the claims that were overruled, and not those that agree", () => {
		const verdict = decided([asks("normal", 100), asks("safety", 0), asks("normal", 0, "full"), asks("manual", 100)]);
		expect(verdict?.overruled.map((o) => o.because.code)).toEqual(["normal_100", "manual_100"]);
	});

	it("does not affect other outputs", () => {
		const [, other] = arbitrate(outputs, [asks("safety", 0), asks("manual", 100, "held_on", heater)], []);
		expect(other).toMatchObject({ want: 100, rank: "manual", overruled: [] });
	});
});

describe("a claim bounds an output", () => {
	const charge = atLeast(pump, percent(100), "normal", reason("gain"), "heating");
	const matched = atMost(pump, percent(45), "normal", reason("matched"), "heating");
	const frost = atLeast(pump, percent(30), "protection", reason("frost"), "heating");
	const at = (claims: readonly Claim[], output = pump) => arbitrate([output], claims, [])[0];
	const relay = { ...pump, level: SWITCH };
	const on = (claim: Claim): Claim => ({ ...claim, on: relay });

	it("runs no faster than a claim asks, and at most as fast as is allowed", () => {
		expect(at([charge, matched])).toMatchObject({ want: 45, because: { code: "gain" }, limited: matched });
		expect(at([frost])).toMatchObject({ want: 30, rank: "protection" });
		expect(at([frost, charge])).toMatchObject({ want: 100, because: { code: "gain" }, overruled: [] });
	});

	it("is named where it limits, in place of the claim that it limits among the overruled", () => {
		expect(at([charge, matched])?.overruled).toEqual([]);
		expect(at([matched, charge])).toMatchObject({
			want: 45,
			because: { code: "gain" },
			limited: matched,
			overruled: [],
		});
		const tighter = atMost(pump, percent(40), "normal", reason("to_target"), "heating");
		expect(at([charge, matched, tighter])).toMatchObject({ want: 40, limited: tighter, overruled: [] });
	});

	it("limits nothing where nothing asks for more, where it is off, or where a stronger claim runs it", () => {
		const still = forbid(pump, "normal", reason("full"), "tank_full");
		const hot = atLeast(pump, percent(100), "protection", reason("hot"), "collector_cooling");
		const held = exactly(pump, percent(45), "manual", reason("held"), "manual");
		for (const claims of [[matched], [charge], [charge, matched, still], [charge, matched, hot], [charge, held]])
			expect(at(claims)).not.toHaveProperty("limited");
		expect(at([frost, matched])).not.toHaveProperty("limited");
		expect(at([charge, held])?.overruled).toEqual([charge]);
	});

	it("is off if no claim asks for it, whatever is allowed", () => {
		expect(at([matched])).toMatchObject({ want: 0, because: { code: "nobody_asks" } });
	});

	it("keeps a stronger floor against a weaker ceiling, and a stronger ceiling against a weaker floor", () => {
		const slow = atMost(pump, percent(20), "manual", reason("held"), "manual");
		expect(at([frost, atMost(pump, percent(10), "normal", reason("matched"), "heating")])).toMatchObject({ want: 30 });
		expect(at([slow, frost])).toMatchObject({ want: 20, because: { code: "frost" }, limited: slow });
	});

	it("is rounded on a relay: a lower bound runs it fully, an upper bound stops it", () => {
		expect(at([on(frost)], relay)).toMatchObject({ want: 100 });
		expect(at([on(charge), on(matched)], relay)).toMatchObject({ want: 0, because: { code: "matched" } });
	});

	it("is urgent only for a stop that safety asks for", () => {
		const stop = (rank: Rank) => forbid(pump, rank, reason("full"), "tank_full");
		for (const rank of RANKS) expect(at([charge, stop(rank)])?.urgent).toBe(rank === "safety");
		expect(at([charge])?.urgent).toBe(false);
		expect(at([charge, atMost(pump, percent(45), "safety", reason("matched"), "heating")])?.urgent).toBe(false);
	});
});

describe("the activity", () => {
	it("is that of the strongest verdict, and idle or off without a claim", () => {
		const of = (claims: readonly Claim[]) => arbitrate(outputs, claims, []);
		const held: Claim = { ...asks("manual", 100, "held_on", heater), activity: "manual" };
		const boiling: Claim = { ...asks("safety", 0), activity: "boil_stop" };
		expect(activityOf(of([asks("normal", 100), held]), "auto")).toBe("manual");
		expect(activityOf(of([held, boiling]), "auto")).toBe("boil_stop");
		expect(activityOf(of([]), "auto")).toBe("idle");
		expect(activityOf(of([]), "off")).toBe("off");
	});
});
