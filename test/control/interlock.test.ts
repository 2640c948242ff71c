import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { arbitrate } from "#control/arbitrate.ts";
import { interlock, NO_STARTS, type Starts } from "#control/machinery/interlock.ts";
import { type Effect, settle } from "#control/machinery/settle.ts";
import { exactly } from "#model/decision/claim.ts";
import type { Claim, Rank, Verdict } from "#model/decision/decision.ts";
import { fault } from "#model/plant/fault.ts";
import { AT_REST, type OutputState, type OutputStates, running } from "#model/plant/output.ts";
import { outputId, type Plant } from "#model/plant/plant.ts";
import { instant, OFF, percent, seconds } from "#model/quantities/units.ts";
import { type Changes, fakePlant } from "../fakes/plant.ts";
import { reason } from "../fakes/unworded.ts";

type Asked = { readonly rank: Rank; readonly want: number } | undefined;

/** Outputs under the interlock only, with boards that obey unless a row says otherwise. */
class Machinery {
	readonly plant: Plant;
	states: OutputStates;
	starts: Starts = NO_STARTS;
	constructor(changes: Changes, states?: OutputStates) {
		this.plant = fakePlant(changes);
		this.states = states ?? this.plant.outputs.map(() => AT_REST);
	}
	turn(t: number, asked: readonly Asked[], effects: readonly (Effect | undefined)[] = []): readonly Verdict[] {
		const claims: Claim[] = this.plant.outputs.flatMap((o, i) => {
			const a = asked[i];
			return a === undefined ? [] : [exactly(o, percent(a.want), a.rank, reason("asked"), "heating")];
		});
		const verdicts = arbitrate(this.plant.outputs, claims, []);
		const done = interlock(instant(t), this.plant.outputs, this.states, verdicts, this.starts);
		this.starts = done.starts;
		this.states = settle(instant(t), this.plant, this.states, done.verdicts, effects);
		return done.verdicts;
	}
}

const ON: Asked = { rank: "normal", want: 100 };
const SAFE_OFF: Asked = { rank: "safety", want: 0 };
const wants = (verdicts: readonly Verdict[]) => verdicts.map((v) => v.want > 0);
const pumpOf = (m: Machinery, t: number, asked: Asked) => m.turn(t, [asked])[0];

describe("law 6: interlock protects the machinery and never delays a safe-off", () => {
	it("counts every output as rested at the first turn", () => {
		expect(pumpOf(new Machinery({}), 0, ON)).toMatchObject({ want: 100 });
	});

	test.each([
		[29, true, "least_run"],
		[29.9, true, "least_run"],
		[30, false, "nobody_asks"],
		[31, false, "nobody_asks"],
	])("stops a pump that is no longer wanted after %d s: still on %s", (t, on, code) => {
		const m = new Machinery({});
		pumpOf(m, 0, ON);
		const verdict = pumpOf(m, t, undefined);
		expect(wants([verdict as Verdict])).toEqual([on]);
		expect(verdict?.because.code).toBe(code);
	});

	test.each([
		[29, false, "least_rest"],
		[29.9, false, "least_rest"],
		[30, true, "asked"],
		[31, true, "asked"],
	])("starts a pump again after %d s of rest: %s", (t, on, code) => {
		const m = new Machinery({});
		pumpOf(m, 0, ON);
		pumpOf(m, 100, undefined);
		const verdict = pumpOf(m, 100 + t, ON);
		expect(wants([verdict as Verdict])).toEqual([on]);
		expect(verdict?.because.code).toBe(code);
	});

	it("reports the seconds left and the delayed claim", () => {
		const m = new Machinery({});
		pumpOf(m, 0, ON);
		pumpOf(m, 100, undefined);
		expect(pumpOf(m, 110, ON)).toMatchObject({
			because: { code: "least_rest", facts: { left: 20, least_rest: 30 } },
			overruled: [{ at_least: 100, because: { code: "asked" } }],
			activity: "idle",
		});
	});

	it("switches an output off at once for safety, one second after its start", () => {
		const m = new Machinery({});
		pumpOf(m, 0, ON);
		expect(pumpOf(m, 1, SAFE_OFF)).toMatchObject({ want: 0, rank: "safety" });
	});

	it("delays switching off by a person only by the minimum run", () => {
		const m = new Machinery({});
		pumpOf(m, 0, ON);
		expect(pumpOf(m, 1, { rank: "manual", want: 0 })).toMatchObject({ want: 100, because: { code: "least_run" } });
		expect(pumpOf(m, 30, { rank: "manual", want: 0 })).toMatchObject({ want: 0 });
	});

	it("limits the starts per hour", () => {
		const m = new Machinery({ pump: { starts_per_hour: 2 } });
		const at = (t: number) => wants([pumpOf(m, t, ON) as Verdict])[0];
		const stop = (t: number) => pumpOf(m, t, undefined);
		expect(at(0)).toBe(true);
		stop(100);
		expect(at(200)).toBe(true);
		stop(300);
		expect(at(400)).toBe(false);
		expect(pumpOf(m, 401, ON)?.because).toEqual({ code: "starts_per_hour", facts: { starts: 2, starts_per_hour: 2 } });
		expect(at(3599)).toBe(false);
		expect(at(3600)).toBe(true);
	});

	it("counts a start once while the board has not confirmed it", () => {
		const m = new Machinery({ pump: { starts_per_hour: 2 } });
		const unconfirmed = [{ actual: OFF, fault: fault("not_verified") }];
		for (let t = 0; t < 100; t += 10) expect(m.turn(t, [ON], unconfirmed)[0]).toMatchObject({ want: 100 });
		expect(m.starts["pump"]).toHaveLength(1);
	});

	it("keeps an output off while the one that it excludes is wanted on, even if it ran first", () => {
		const m = new Machinery({ heater: { excludes: outputId("pump") } });
		expect(wants(m.turn(0, [undefined, ON]))).toEqual([false, true, false]);
		const both = m.turn(10, [ON, ON]);
		expect(wants(both)).toEqual([false, false, false]);
		expect(both.map((v) => v.because)).toMatchObject([
			{ code: "partner_not_off", facts: { by: "heater" } },
			{ code: "excluded", facts: { by: "pump" } },
			{},
		]);
		expect(wants(m.turn(11, [ON, ON]))).toEqual([true, false, false]);
	});

	it("does not start an output while the one that it excludes has to run on for its least time", () => {
		const m = new Machinery({ pump: { excludes: outputId("heater") } });
		m.turn(0, [undefined, ON]);
		expect(wants(m.turn(10, [ON, undefined]))).toEqual([false, true, false]);
		expect(wants(m.turn(30, [ON, undefined]))).toEqual([false, false, false]);
		expect(wants(m.turn(31, [ON, undefined]))).toEqual([true, false, false]);
	});

	const STICKS: Effect = { actual: percent(100), fault: fault("not_verified") };
	const SILENT: Effect = { fault: fault("no_answer") };
	test.each([
		["that excludes it", { heater: { excludes: outputId("pump") } }],
		["that it excludes", { pump: { excludes: outputId("heater") } }],
	])("does not start a pump while the relay of the heater %s sticks, or its board does not answer", (_, changes) => {
		const m = new Machinery(changes);
		m.turn(0, [undefined, ON]);
		expect(wants(m.turn(40, [ON, undefined], [undefined, STICKS]))).toEqual([false, false, false]);
		expect(m.turn(50, [ON, undefined], [undefined, STICKS])[0]).toMatchObject({
			want: 0,
			because: { code: "partner_not_off", facts: { by: "heater" } },
			overruled: [{ at_least: 100, because: { code: "asked" } }],
		});
		expect(wants(m.turn(60, [ON, undefined], [undefined, SILENT]))).toEqual([false, false, false]);
		expect(wants(m.turn(70, [ON, undefined]))).toEqual([false, false, false]);
		expect(wants(m.turn(80, [ON, undefined]))).toEqual([true, false, false]);
	});

	it("lets a pump run on when the board of what it excludes is lost, and stops it when that is found on", () => {
		const m = new Machinery({ pump: { excludes: outputId("heater") } });
		m.turn(0, [ON]);
		expect(wants(m.turn(10, [ON], [undefined, SILENT]))).toEqual([true, false, false]);
		expect(wants(m.turn(20, [ON], [undefined, STICKS]))).toEqual([true, false, false]);
		expect(wants(m.turn(30, [ON], [undefined, STICKS]))).toEqual([false, false, false]);
	});

	it("ends the least run of an output when the one that it excludes starts", () => {
		const m = new Machinery({ pump: { excludes: outputId("heater") } });
		m.turn(0, [ON]);
		expect(wants(m.turn(10, [undefined, ON]))).toEqual([false, false, false]);
		expect(wants(m.turn(11, [undefined, ON]))).toEqual([false, true, false]);
	});

	it("keeps an output's time on over a restart", () => {
		const before: OutputState = { wanted: percent(100), actual: percent(100), since: instant(50) };
		const m = new Machinery({}, [before, AT_REST, AT_REST]);
		expect(pumpOf(m, 60, undefined)).toMatchObject({ want: 100, because: { code: "least_run" } });
	});
});

const asked = fc.option(
	fc.record({
		rank: fc.constantFrom("safety" as const, "manual" as const, "normal" as const),
		want: fc.constantFrom(0, 100),
	}),
	{ nil: undefined },
);
const turns = (outputs: number) =>
	fc.array(
		fc.record({
			wait: fc.integer({ min: 1, max: 90 }),
			asked: fc.array(asked, { minLength: outputs, maxLength: outputs }),
		}),
		{
			maxLength: 80,
		},
	);

describe("law 6, for any sequence of wants", () => {
	it("never delays safety, and otherwise keeps minimum run and minimum rest", () => {
		fc.assert(
			fc.property(turns(1), (sequence) => {
				const m = new Machinery({ pump: { least_run: seconds(60), least_rest: seconds(45) } });
				let t = 0;
				let changed = Number.NEGATIVE_INFINITY;
				for (const {
					wait,
					asked: [a],
				} of sequence) {
					t += wait;
					const was = running(m.states[0] ?? AT_REST);
					const verdict = pumpOf(m, t, a) as Verdict;
					const on = verdict.want > 0;
					if (a?.rank === "safety" && a.want === 0) expect(on).toBe(false);
					if (on === was) continue;
					if (on) expect(t - changed).toBeGreaterThanOrEqual(45);
					else if (verdict.rank !== "safety") expect(t - changed).toBeGreaterThanOrEqual(60);
					changed = t;
				}
			}),
		);
	});

	it("never starts more often in any hour than is allowed", () => {
		fc.assert(
			fc.property(turns(1), fc.integer({ min: 1, max: 5 }), (sequence, most) => {
				const m = new Machinery({ pump: { starts_per_hour: most, least_run: seconds(0), least_rest: seconds(0) } });
				const started: number[] = [];
				let t = 0;
				for (const {
					wait,
					asked: [a],
				} of sequence) {
					t += wait * 4;
					const was = running(m.states[0] ?? AT_REST);
					if ((pumpOf(m, t, a)?.want ?? 0) > 0 && !was) started.push(t);
					expect(started.filter((s) => t - s < 3600).length).toBeLessThanOrEqual(most);
				}
			}),
		);
	});

	it("never wants both of an excluded pair on, whichever of them comes first", () => {
		const pairs = fc.constantFrom<Changes>(
			{ pump: { excludes: outputId("heater") } },
			{ heater: { excludes: outputId("pump") } },
			{ pump: { excludes: outputId("heater") }, heater: { excludes: outputId("valve") } },
		);
		fc.assert(
			fc.property(pairs, turns(3), (changes, sequence) => {
				const m = new Machinery(changes);
				let t = 0;
				for (const { wait, asked: all } of sequence) {
					t += wait;
					const on = wants(m.turn(t, all));
					for (const o of m.plant.outputs) {
						const other = m.plant.outputs.find((p) => p.id === o.excludes);
						if (other !== undefined) expect(on[o.index] && on[other.index]).toBe(false);
					}
				}
			}),
		);
	});

	it("never wants one of an excluded pair on while the other's board says that it is on, whichever relays stick", () => {
		const stuck = fc.array(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), { minLength: 80, maxLength: 80 });
		const excludes: Changes = { pump: { excludes: outputId("heater") }, heater: { excludes: outputId("valve") } };
		fc.assert(
			fc.property(turns(3), stuck, (sequence, sticks) => {
				const m = new Machinery(excludes);
				let t = 0;
				for (const [nth, { wait, asked: all }] of sequence.entries()) {
					t += wait;
					const before = m.states;
					const verdicts = m.turn(
						t,
						all,
						before.map(({ actual = OFF }, i) =>
							sticks[nth]?.[i] ? { actual, fault: fault("not_verified") } : undefined,
						),
					);
					for (const { index, id, excludes: other } of m.plant.outputs)
						for (const o of m.plant.outputs)
							if ((o.id === other || o.excludes === id) && (before[o.index]?.actual ?? 0) > 0)
								expect(verdicts[index]?.want).toBe(0);
				}
			}),
		);
	});

	it("never switches on what safety forbids", () => {
		fc.assert(
			fc.property(turns(3), (sequence) => {
				const m = new Machinery({ pump: { excludes: outputId("heater"), starts_per_hour: 3 } });
				let t = 0;
				for (const { wait, asked: all } of sequence) {
					t += wait;
					const verdicts = m.turn(t, all);
					for (const [i, a] of all.entries())
						if (a?.rank === "safety" && a.want === 0) expect(verdicts[i]?.want).toBe(0);
					for (const v of verdicts) expect(Number.isFinite(v.want)).toBe(true);
				}
			}),
		);
	});
});

describe("an output whose last change is not known after a start", () => {
	const rests = { pump: { least_rest: seconds(60) }, valve: { role: "valve", least_rest: seconds(60) } } as const;

	it("counts as rested: a pump starts at once", () => {
		const machinery = new Machinery(rests);
		machinery.turn(1000, []);
		expect(machinery.turn(1001, [ON])[0]?.want).toBe(100);
	});

	it("but a valve, which may still be on its way, waits its least rest from when its place is confirmed", () => {
		const machinery = new Machinery(rests);
		machinery.turn(1000, []);
		const waits = machinery.turn(1059, [undefined, undefined, ON])[2];
		expect([waits?.want, waits?.because.code]).toEqual([0, "least_rest"]);
		expect(machinery.turn(1060, [undefined, undefined, ON])[2]?.want).toBe(100);
	});
});
