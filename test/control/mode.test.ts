import { describe, expect, it, test } from "@jest/globals";
import { TEST_LASTS } from "#control/intents.ts";
import { firstState } from "#control/step.ts";
import type { Intent, Mode } from "#model/decision/intent.ts";
import { outputId } from "#model/plant/plant.ts";
import { percent, seconds } from "#model/quantities/units.ts";
import * as registry from "#rules/index.ts";
import { fakePlant, Play, type Row } from "../fakes/plant.ts";
import { mend } from "../fakes/unworded.ts";

const rules = Object.values(registry);
const SUNNY: Row = { collector: 70, tank: 50, tank_20: 45, tank_140: 55 };
const hold = (output: string, want = 100, lasts?: number): Intent => ({
	kind: "hold",
	output: outputId(output),
	want: percent(want),
	...(lasts === undefined ? {} : { for: seconds(lasts) }),
});
const to = (mode: Mode): Intent => ({ kind: "mode", mode });

describe("law 7: mode off switches every output to rest, and safety still acts", () => {
	it("stops charging and says why", () => {
		const plays = new Play({ rules });
		expect(plays.turn(SUNNY)).toMatchObject({ on: { pump: true }, activity: "heating" });
		const off = plays.turn({ intents: [to("off")] });
		expect(off).toMatchObject({
			on: { pump: false, heater: false },
			activity: "off",
			because: { pump: { code: "mode_off" } },
		});
		expect(plays.turn({ intents: [to("auto")] })).toMatchObject({ on: { pump: true }, activity: "heating" });
	});

	it("is not a claim: it has no rank, and stops a pump even within its minimum run", () => {
		const plays = new Play({ plant: fakePlant({ pump: { least_run: seconds(3600) } }), rules });
		plays.turn(SUNNY);
		const [verdict] = plays.turn({ intents: [to("off")] }).decision.verdicts;
		expect(verdict).toMatchObject({ want: 0, because: { code: "mode_off" } });
		expect(verdict?.rank).toBeUndefined();
	});

	it("shows what safety forbids as the activity, for any output", () => {
		const plays = new Play({ rules, mode: "off" });
		expect(plays.turn({ ...SUNNY, tank_140: 96 }).activity).toBe("tank_too_hot");
	});

	it("drops every hold, and refuses new ones with a remedy", () => {
		const plays = new Play({ rules });
		expect(plays.turn({ ...SUNNY, intents: [hold("heater")] }).on.heater).toBe(true);
		const off = plays.turn({ intents: [to("off"), hold("heater")] });
		expect(off.on.heater).toBe(false);
		expect(off.decision.answers).toEqual([undefined, { path: "heater", value: '"hold"', remedy: mend("mode_is_off") }]);
		expect(plays.turn({ intents: [to("auto")] }).on.heater).toBe(false);
	});

	it("brings each output to its own rest position", () => {
		const plant = fakePlant({ pump: { rest: "load_on" }, heater: { rest: "load_off" }, valve: { rest: "hold" } });
		const plays = new Play({ plant, rules });
		plays.turn({ ...SUNNY, collector: 50, intents: [hold("valve")] });
		expect(plays.turn({ intents: [to("off")] }).on).toEqual({ pump: true, heater: false, valve: true });
	});

	it("does not rest a pump in `load_on` while the collector boils or is lost", () => {
		const plays = new Play({ plant: fakePlant({ pump: { rest: "load_on" } }), rules, mode: "off" });
		expect(plays.turn(SUNNY).on.pump).toBe(true);
		expect(plays.turn({ collector: 155 })).toMatchObject({ on: { pump: false }, activity: "boil_stop" });
		expect(plays.turn({ collector: 60 }).on.pump).toBe(true);
		expect(plays.turn({ collector: "silent" })).toMatchObject({ on: { pump: false }, activity: "fault" });
	});

	it("turns all off at the first turn when it is the option", () => {
		expect(new Play({ rules, mode: "off" }).turn(SUNNY).on.pump).toBe(false);
	});
});

describe("law 7: mode test moves one output at a time, for a limited time", () => {
	it("rests everything but the one output that was tried last", () => {
		const plays = new Play({ rules });
		plays.turn(SUNNY);
		expect(plays.turn({ intents: [to("test")] }).on).toEqual({ pump: false, heater: false, valve: false });
		expect(plays.turn({ intents: [hold("pump")] }).on).toEqual({ pump: true, heater: false, valve: false });
		expect(plays.turn({ intents: [hold("valve")] }).on).toEqual({ pump: false, heater: false, valve: true });
	});

	it("ends by itself and ends its holds", () => {
		const plays = new Play({ rules });
		plays.turn({ ...SUNNY, collector: 50, t: 0, intents: [to("test")] });
		const late = TEST_LASTS - 60;
		expect(plays.turn({ t: late, intents: [hold("valve")] })).toMatchObject({
			on: { valve: true },
			state: { mode: "test" },
		});
		expect(plays.turn({ t: TEST_LASTS - 1 }).state.mode).toBe("test");
		const over = plays.turn({ t: TEST_LASTS });
		expect(over).toMatchObject({ on: { valve: false }, state: { mode: "auto" } });
		expect(over.decision.answers).toEqual([]);
	});

	it("answers every intent of the turn in which it ends", () => {
		const plays = new Play({ rules });
		plays.turn({ ...SUNNY, t: 0, intents: [to("test")] });
		const over = plays.turn({ t: TEST_LASTS, intents: [hold("valve"), hold("nothing")] });
		expect(over.decision.answers).toEqual([undefined, expect.objectContaining({ path: "nothing" })]);
		expect(over.on.valve).toBe(true);
	});

	it("does not let a person run the pump into a boiling collector", () => {
		const plays = new Play({ rules });
		plays.turn({ ...SUNNY, collector: 155 });
		expect(plays.turn({ intents: [to("test"), hold("pump")] })).toMatchObject({
			on: { pump: false },
			activity: "boil_stop",
		});
	});

	it("holds no output longer than ten minutes", () => {
		const plays = new Play({ rules });
		plays.turn({ ...SUNNY, collector: 50, t: 0, intents: [to("test"), hold("valve", 100, 86400)] });
		expect(plays.turn({ t: 599 }).on.valve).toBe(true);
		expect(plays.turn({ t: 600 }).on.valve).toBe(false);
	});

	it("does not survive a restart", () => {
		expect(firstState("test", {}, {}, []).mode).toBe("auto");
		expect(firstState("off", {}, {}, []).mode).toBe("off");
	});
});

describe("intents", () => {
	test.each([
		[hold("nothing"), "no_such_output"],
		[{ kind: "release", output: outputId("nothing") } as const, "no_such_output"],
		[hold("pump", Number.NaN), "hold_range"],
		[hold("pump", -1), "hold_range"],
		[hold("pump", 100.1), "hold_range"],
		[hold("pump", Number.POSITIVE_INFINITY), "hold_range"],
		[hold("pump", 45), "hold_switch"],
		[hold("pump", 100, Number.NaN), "hold_time"],
		[hold("pump", 100, 0), "hold_time"],
	])("%j is refused: %s", (intent, code) => {
		const turn = new Play({ rules }).turn({ ...SUNNY, collector: 50, intents: [intent] });
		expect(turn.decision.answers).toEqual([expect.objectContaining({ remedy: mend(code) })]);
		expect(turn.on).toEqual({ pump: false, heater: false, valve: false });
		expect(turn.state.memories["manual"]).toEqual({ holds: [] });
	});

	it("hold an output at a level that it has, and are refused with its levels otherwise", () => {
		const level = { min: percent(30), max: percent(100), step: percent(5) };
		const plays = new Play({ plant: fakePlant({ pump: { level } }), rules });
		const answers = [45, 0, 20, 42].map((want) => plays.turn({ ...SUNNY, intents: [hold("pump", want)] }).decision);
		expect(answers.map((d) => d.answers[0]?.remedy)).toEqual([
			undefined,
			undefined,
			...[20, 42].map(() => mend("hold_level", level)),
		]);
		expect(answers.map((d) => d.verdicts[0]?.want)).toEqual([45, 0, 0, 0]);
	});

	it("are taken together in one turn, in their order, and each is answered", () => {
		const turn = new Play({ rules }).turn({
			...SUNNY,
			intents: [
				hold("valve"),
				{ kind: "acknowledge", code: "x" },
				hold("nothing"),
				{ kind: "release", output: outputId("valve") },
			],
		});
		expect(turn.decision.answers.map((a) => a === undefined)).toEqual([true, true, false, true]);
		expect(turn.on.valve).toBe(false);
	});
});
