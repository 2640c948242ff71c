import { expect, test } from "@jest/globals";
import type { Compared, Condition } from "#model/decision/condition.ts";
import { FULL, OFF, seconds } from "#model/quantities/units.ts";
import { changeText, conditionText, roughly, toldExplanation } from "#texts/explanation.ts";
import { LANGUAGES } from "#texts/say.ts";

const gain: Compared = { what: "gain", unit: "K", is: "above", value: 12.3, limit: 4, setting: "stop_at", met: true };
const start: Compared = { ...gain, is: "at_least", value: 3, limit: 8, met: false };
const boiling: Compared = { what: "collector", unit: "°C", is: "at_least", value: 151, limit: 140, met: true };
const hold: Compared = { what: "hold_left", unit: "s", is: "above", value: 600, limit: 0, met: true };
const off: Condition = { what: "enabled", is: "so", met: false };
const PUMP = { role: "pump" };

test.each([
	[gain, "The temperature difference: 12.3 K, 8.3 K above the limit of 4 K"],
	[start, "The temperature difference: 3 K, 5 K below the limit of 8 K"],
	[{ ...start, value: 8, met: true }, "The temperature difference: 8 K, at the limit"],
	[boiling, "The collector temperature: 151 °C, 11 K above the limit of 140 °C"],
	[hold, "The rest of the manual hold: 10 min, 10 min above the limit of 0 s"],
	[off, "No: this function is switched on"],
])("a condition is told with value, margin and limit", (condition, text) => {
	expect(conditionText(condition, "en")).toBe(text);
});

test.each([
	[
		{ to: OFF, condition: gain, in: seconds(1494) },
		"It stops when the temperature difference falls to 4 K, in about 25 min.",
	],
	[{ to: FULL, condition: start }, "It starts when the temperature difference rises to 8 K."],
	[
		{ to: FULL, condition: boiling, in: seconds(130) },
		"It starts when the collector temperature falls below 140 °C, in about 2 min.",
	],
	[{ to: OFF, condition: hold, in: seconds(600) }, "It stops in 10 min."],
	[{ to: FULL, condition: off }, "It starts when this function is switched on."],
])("a change is told with its limit and about when", (change, text) => {
	expect(changeText(change, PUMP, "en")).toBe(text);
});

test("a change is told in every language", () => {
	const said = LANGUAGES.map((language) => changeText({ to: OFF, condition: gain, in: seconds(1494) }, PUMP, language));
	expect(said.sort()).toEqual([
		"It stops when the temperature difference falls to 4 K, in about 25 min.",
		"Stannar när temperaturskillnaden sjunker till 4 K, om ungefär 25 min.",
		"Stoppt, sobald die Temperaturdifferenz auf 4 K sinkt, in etwa 25 min.",
	]);
});

test.each([
	[4, 10],
	[44, 40],
	[95, 120],
	[599, 600],
	[1494, 1500],
	[5500, 5400],
	[20_000, 19_800],
])("%d s are told as about %d s", (exact, told) => expect(roughly(exact)).toBe(told));

test("of changes that read the same the nearest is told", () => {
	const boils = (within: number) => ({ to: OFF, rule: "boil_stop", condition: boiling, in: seconds(within) });
	const told = toldExplanation({ conditions: [], changes: [boils(100), boils(200)] }, PUMP, "en");
	expect(told.changes.map((one) => one.in)).toEqual([100]);
});
