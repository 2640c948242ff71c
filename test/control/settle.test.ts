import { describe, expect, it, test } from "@jest/globals";
import { type Effect, settle } from "#control/machinery/settle.ts";
import type { Verdict } from "#model/decision/decision.ts";
import { fault } from "#model/plant/fault.ts";
import { AT_REST, type OutputState } from "#model/plant/output.ts";
import { FULL, instant, OFF, type Percent } from "#model/quantities/units.ts";
import { fakePlant } from "../fakes/plant.ts";
import { reason } from "../fakes/unworded.ts";

const plant = fakePlant();
const verdict = (want: Percent): Verdict => ({
	want,
	because: reason("x"),
	activity: "idle",
	urgent: false,
	overruled: [],
});
const settled = (before: OutputState, want: Percent, effect?: Effect, now = 100) =>
	settle(instant(now), plant, [before], [verdict(want)], [effect])[0];
const RUNS: OutputState = { wanted: FULL, actual: FULL, since: instant(40) };

describe("the state of an output after its write", () => {
	it("is what was wanted if the board does not report", () => {
		expect(settled(AT_REST, FULL)).toEqual({ wanted: FULL, actual: FULL, since: 100 });
	});

	it("is what the board confirmed, even if it differs from what was wanted", () => {
		const stuck = { actual: OFF, fault: fault("not_verified") };
		expect(settled(AT_REST, FULL, stuck)).toEqual({ wanted: FULL, actual: OFF, fault: fault("not_verified") });
		expect(settled(RUNS, OFF, { actual: FULL, fault: fault("not_verified") })).toMatchObject({
			actual: FULL,
			since: 40,
		});
	});

	it("has no actual value while a write fails", () => {
		const state = settled(RUNS, FULL, { fault: fault("no_answer") });
		expect(state).toEqual({ wanted: FULL, since: 40, fault: fault("no_answer") });
	});

	test.each([
		["it stops", RUNS, OFF, 100],
		["it goes on", RUNS, FULL, 40],
		["it starts", { wanted: OFF, actual: OFF, since: instant(40) }, FULL, 100],
		["it rests on", { wanted: OFF, actual: OFF, since: instant(40) }, OFF, 40],
	])("restarts its time only when the load changes: %s", (_, before, want, since) => {
		expect(settled(before, want)?.since).toBe(since);
	});

	it("stays the same object while nothing changes", () => {
		const state = settled(AT_REST, FULL) as OutputState;
		expect(settled(state, FULL, { actual: FULL }, 200)).toBe(state);
	});
});
