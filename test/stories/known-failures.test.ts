import { describe, expect, it, test } from "@jest/globals";
import * as z from "zod";
import { bind } from "#control/bind.ts";
import { remembered } from "#control/memory/memories.ts";
import { claiming, rule } from "#control/rule.ts";
import { firstState } from "#control/step.ts";
import { outputRuns } from "#energy/output-runs.ts";
import { exactly } from "#model/decision/claim.ts";
import type { Intent } from "#model/decision/intent.ts";
import { fault } from "#model/plant/fault.ts";
import { AT_REST, energised } from "#model/plant/output.ts";
import { outputId } from "#model/plant/plant.ts";
import { FULL, OFF, percent } from "#model/quantities/units.ts";
import * as registry from "#rules/index.ts";
import { fakePlant, Play, type Row, settingsFor } from "../fakes/plant.ts";
import { reason } from "../fakes/unworded.ts";

const rules = [...Object.values(registry), outputRuns];
const hold = (output: string, want = 100): Intent => ({ kind: "hold", output: outputId(output), want: percent(want) });
const COOL: Row = { collector: 40, tank: 60, tank_20: 50, tank_140: 62 };

describe("where another controller of this kind fails, this one", () => {
	test.each<[string, readonly Row[], boolean, string]>([
		[
			"stops a running pump at 155 °C and does not start it again",
			[{ collector: 100, tank: 60 }, { collector: 155 }],
			false,
			"boil_stop",
		],
		[
			"does not cool a collector of 105 °C into a tank at its maximum",
			[{ collector: 105, tank: 95 }],
			false,
			"tank_too_hot",
		],
		[
			"cools a collector at 105 °C into a tank at 94 °C with a maximum of 95",
			[{ collector: 105, tank: 94 }],
			true,
			"collector_cooling",
		],
		[
			"stops cooling in the turn in which that tank reaches its maximum",
			[{ collector: 105, tank: 94 }, { tank: 95 }],
			false,
			"tank_too_hot",
		],
		["does not charge a tank at 80 °C with a target of 75", [{ collector: 89, tank: 80 }], false, "tank_full"],
		["treats a missing tank sensor as missing and not as 0 °C", [{ collector: 20 }], false, "starting"],
		[
			"starts the pump at 30 K while the heater is on",
			[{ ...COOL, intents: [hold("heater")] }, { collector: 90 - 0.1 }],
			true,
			"manual",
		],
		[
			"stops a pump that a person holds on at 160 °C",
			[{ ...COOL, intents: [hold("pump")] }, { collector: 160 }],
			false,
			"boil_stop",
		],
	])("%s", (_, rows, on, activity) => {
		const turns = new Play({ rules }).turns(rows);
		expect(turns.at(-1)).toMatchObject({ on: { pump: on }, activity });
	});
});

describe("a restart", () => {
	it("finds a pump that the board left running, and stops it in the first turn if there is no gain", () => {
		const outputs = [{ wanted: OFF, actual: FULL }, AT_REST, AT_REST];
		const state = firstState("auto", settingsFor(rules), remembered(bind(fakePlant(), rules), {}), outputs);
		const first = new Play({ rules, state }).turn({ collector: 55, tank: 50 });
		expect(first.on.pump).toBe(false);
	});

	it("wants every output in its first turn, so that the whole image is written", () => {
		const plant = fakePlant({ pump: { wiring: "nc" }, heater: { wiring: "nc" } });
		const { decision } = new Play({ plant, rules }).turn({ collector: 20, tank: 50 });
		expect(plant.outputs.map((o, i) => energised(o, decision.verdicts[i]?.want ?? FULL))).toEqual([true, true, false]);
	});

	it("repeats the stop to a board that did not obey, and shows the pump as running", () => {
		const plays = new Play({ rules });
		plays.turn({ collector: 70, tank: 50 });
		const stuck = { pump: { actual: FULL, fault: fault("not_verified") } };
		for (const row of [{ collector: 50, effects: stuck }, { effects: stuck }]) {
			const turn = plays.turn(row);
			expect(turn.decision.verdicts[0]?.want).toBe(0);
			expect(turn.state.outputs[0]).toMatchObject({ actual: FULL, fault: { code: "not_verified" } });
		}
		expect(plays.turn({}).state.outputs[0]).toMatchObject({ actual: OFF });
	});
});

describe("the run time of a pump", () => {
	it("is right after a boil stop, a hold by hand and a lost sensor", () => {
		const plays = new Play({ rules });
		plays.turn({ t: 0, collector: 80, tank: 50 });
		plays.turn({ t: 1000, collector: 155 });
		plays.turn({ t: 2000, collector: 50 });
		plays.turn({ t: 23_000, intents: [hold("pump")] });
		plays.turn({ t: 23_060, intents: [{ kind: "release", output: outputId("pump") }] });
		plays.turn({ t: 24_000, collector: 80 });
		plays.turn({ t: 24_500, tank: fault("open") });
		plays.turn({ t: 30_000 });
		expect(plays.state.memories["output_runs"]).toMatchObject({
			runs: { pump: { seconds: 1000 + 60 + 500, starts: 3 } },
		});
	});
});

describe("upkeep", () => {
	const antiSeize = rule({
		id: "anti_seize",
		per: "circuit",
		needs: {},
		options: z.object({}),
		memory: z.object({}),
		propose: ({ at }, _, memory) => claiming(memory, [exactly(at, FULL, "upkeep", reason("anti_seize"), "upkeep")]),
	});

	test.each<[string, Row, boolean, string]>([
		["runs an idle pump", COOL, true, "upkeep"],
		["runs it with a gain too small to start charging", { collector: 57, tank: 50 }, true, "upkeep"],
		["gives way to charging", { collector: 70, tank: 50 }, true, "heating"],
		["gives way to a person who holds the pump off", { ...COOL, intents: [hold("pump", 0)] }, false, "manual"],
		["gives way to a lost collector", { tank: 50 }, false, "starting"],
		["gives way to a boiling collector", { collector: 160, tank: 50 }, false, "boil_stop"],
	])("%s", (_, row, on, activity) => {
		const turn = new Play({ rules: [antiSeize, ...rules] }).turn(row);
		expect(turn).toMatchObject({ on: { pump: on }, activity });
	});
});
