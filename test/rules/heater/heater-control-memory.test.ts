import { describe, expect, it, test } from "@jest/globals";
import { instant, minutes } from "#model/quantities/units.ts";
import { joined, type Memory, memory, rested, turned } from "#rules/heater/heater-control-memory.ts";
import { options } from "#rules/heater/heater-control-options.ts";

const T = 500_000;
const FRESH = memory.parse({});
const settings = { ...options.parse({}), dry_run_after: minutes(60) };
const rest = (before: Memory) => rested(before, instant(T), settings);

describe("the heater's memory while its function is off", () => {
	const learned: Memory = { ...FRESH, pace: { learned: 4 } };

	test.each<[string, Partial<Memory>]>([
		["what it was wanted for", { why: "comfort" }],
		["since when", { since: T }],
		["the ready-by time", { ready_until: T }],
		["a run that is measured", { pace: { learned: 4, run: { at: T, from: 40 } } }],
		["a measurement of the sun", { solar: { at: T } }],
		["the sun's rate", { solar: { rate: 5 } }],
		["a wait for the sun", { solar: { until: T } }],
		["a weak sun", { solar: { weak_until: T } }],
		["surplus", { surplus: { on: true } }],
	])("forgets %s, and keeps what it learned", (_, parts) => {
		expect(rest({ ...learned, ...parts })).toEqual(learned);
	});

	it("has nothing new at rest", () => {
		expect(rest(learned)).toBe(learned);
	});

	it("goes on with the guard", () => {
		const before: Memory = { ...learned, guard: { blocked_until: T } };
		expect(rest(before)).toEqual(learned);
		const blocked: Memory = { ...learned, why: "ready", guard: { blocked_until: T + 1 } };
		expect(rest(blocked)).toEqual({ ...learned, guard: { blocked_until: T + 1 } });
	});
});

describe("the heater's memory after a decision", () => {
	const heat = (why: "comfort" | "ready", until?: number) =>
		({ why, ...(until !== undefined && { until }) }) as unknown as Parameters<typeof turned>[1];

	test.each<[string, Partial<Memory>, ReturnType<typeof heat>, Partial<Memory>]>([
		["begins", {}, heat("comfort"), { why: "comfort", since: T }],
		["begins again", { since: 5 }, heat("comfort"), { why: "comfort", since: T }],
		["begins for a time", { since: 5 }, heat("ready", 99), { why: "ready", since: T, ready_until: 99 }],
		["ends", { why: "comfort", since: 5 }, undefined, { since: T }],
		["ends at a time", { why: "ready", since: 5, ready_until: 99 }, undefined, { since: T }],
		[
			"goes on for another reason",
			{ why: "comfort", since: 5 },
			heat("ready", 99),
			{ why: "ready", since: 5, ready_until: 99 },
		],
		["goes on from an unknown moment", { why: "comfort" }, heat("ready", 99), { why: "ready", ready_until: 99 }],
		[
			"goes on to another time",
			{ why: "ready", since: 5, ready_until: 90 },
			heat("ready", 99),
			{ why: "ready", since: 5, ready_until: 99 },
		],
	])("%s", (_, before, wanted, after) => {
		expect(turned({ ...FRESH, ...before }, wanted, instant(T))).toEqual({ ...FRESH, ...after });
	});

	test.each<[Partial<Memory>, ReturnType<typeof heat>]>([
		[{ since: 5 }, undefined],
		[{ why: "comfort", since: 5 }, heat("comfort")],
		[{ why: "ready", since: 5, ready_until: 99 }, heat("ready", 99)],
	])("is the same where nothing is new: %j", (parts, wanted) => {
		const before = { ...FRESH, ...parts };
		expect(turned(before, wanted, instant(T))).toBe(before);
	});

	it("takes the parts that changed", () => {
		expect(joined(FRESH, { guard: FRESH.guard, pace: FRESH.pace })).toBe(FRESH);
		expect(joined(FRESH, { guard: FRESH.guard, pace: { learned: 3 } })).toEqual({ ...FRESH, pace: { learned: 3 } });
	});
});
