import { expect, test } from "@jest/globals";
import type { RenderContext } from "#web/render-context.ts";
import type { View } from "#web/view.ts";
import { sentenceOf } from "../../src/web/parts/wall/now.ts";

const parts = [
	{ kind: "collector", id: "roof", name: "Roof" },
	{ kind: "source", id: "stove", name: "Stove" },
	{ kind: "tank", id: "hot", name: "Hot water" },
	{ kind: "tank", id: "buffer", name: "Buffer" },
	{ kind: "sink", id: "line", name: "Circulation" },
];
const WAYS = { sun: ["roof", "hot"], stove: ["stove", "buffer"], exchange: ["buffer", "hot"], line: ["hot", "line"] };
const context = {
	word: (key: string, facts: Readonly<Record<string, unknown>> = {}) =>
		[key, facts["stores"]].filter(Boolean).join(": "),
} as unknown as RenderContext;

test.each([
	[["sun"], "now_charging: Hot water"],
	[["sun", "stove", "line"], "now_charging: Hot water"],
	[["stove"], "now_moving: Buffer"],
	[["stove", "exchange"], "now_moving: Hot water, Buffer"],
	[[], "now_heating"],
])("only what the sun drives is charged by the sun: %j is told as %s", (run, told) => {
	const circuits = Object.entries(WAYS).map(([id, [from, to]]) => ({ id, from, to, runs: run.includes(id) }));
	const view = { alive: true, options_valid: true, configured: true, activity: "heating", parts, circuits };
	expect(sentenceOf(context, view as unknown as View)).toBe(told);
});

test("a house with one collector, one tank and one stove: the stove's heat is not the sun's", () => {
	const all = { alive: true, options_valid: true, configured: true, activity: "heating", parts: parts.slice(0, 3) };
	const circuits = (sun: boolean) => [
		{ id: "sun", from: "roof", to: "hot", runs: sun },
		{ id: "fire", from: "stove", to: "hot", runs: !sun },
	];
	expect(sentenceOf(context, { ...all, circuits: circuits(true) } as unknown as View)).toBe("now_heating");
	expect(sentenceOf(context, { ...all, circuits: circuits(false) } as unknown as View)).toBe("now_moving: Hot water");
});
