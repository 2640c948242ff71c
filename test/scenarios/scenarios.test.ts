import { describe, expect, it, test } from "@jest/globals";
import type { Intent } from "#model/decision/intent.ts";
import type { Group } from "#model/decision/settings.ts";
import { fault } from "#model/plant/fault.ts";
import { outputId } from "#model/plant/plant.ts";
import { FULL, OFF, seconds } from "#model/quantities/units.ts";
import { PRESETS } from "#options/presets.ts";
import * as registry from "#rules/index.ts";
import { fakePlant, Play, type Told } from "../fakes/plant.ts";
import { CHAPTERS } from "./index.ts";
import type { Scenario, Step } from "./scenario.ts";

const rules = Object.values(registry);
const LOST = fault("no_answer");
const told = (value: number | "lost"): Told => (value === "lost" ? LOST : value);

function settingsOf({ preset, options = {} }: Scenario): Readonly<Record<string, Group>> {
	const groups: Record<string, Record<string, Group[string]>> = {};
	for (const [path, value] of Object.entries({ ...(preset && PRESETS[preset].fields), ...options })) {
		const [rule = "", field = ""] = path.split(".");
		groups[rule] = { ...groups[rule], [field]: value };
	}
	return groups;
}

function intentsOf({ hold, mode }: Step): readonly Intent[] {
	const chosen: readonly Intent[] = mode === undefined ? [] : [{ kind: "mode", mode }];
	if (hold === undefined) return chosen;
	return [...chosen, { kind: "hold", output: outputId(hold[0]), want: hold[1] === "on" ? FULL : OFF }];
}

describe.each(CHAPTERS.map((chapter) => [chapter.title, chapter] as const))("%s", (_, { scenarios }) => {
	test.each(scenarios.map((one) => [one.says, one] as const))("%s", (_says, scenario) => {
		const plant = fakePlant({ heater: { least_run: seconds(0), least_rest: seconds(0) } });
		const play = new Play({ plant, rules, settings: settingsOf(scenario) });
		for (const one of scenario.steps) {
			const { collector, tank, top = tank } = one;
			const row = { collector: told(collector), tank: told(tank), tank_20: told(tank), tank_140: told(top) };
			play.turn({ ...row, intents: intentsOf(one) });
			const { on, because } = play.turn(row);
			expect([on.pump ? "on" : "off", because.pump.code]).toEqual([one.pump, one.why]);
			if (one.heater !== undefined) expect(on.heater).toBe(one.heater === "on");
		}
	});
});

it("is a suite of many scenarios, each with a name of its own", () => {
	const all = CHAPTERS.flatMap(({ title, scenarios }) => scenarios.map(({ says }) => `${title}: ${says}`));
	expect(new Set(all).size).toBe(all.length);
	expect(all.length).toBeGreaterThanOrEqual(150);
});
