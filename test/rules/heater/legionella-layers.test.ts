import { describe, expect, it, test } from "@jest/globals";
import { celsius, instant, seconds } from "#model/quantities/units.ts";
import { ageOf, type Layer, layersIn } from "#rules/heater/legionella-layers.ts";
import { plantWith } from "../../fakes/rule-bench.ts";

const DAY = 86_400;
const HOUR = 3600;
const wall = (date = "2026-06-10", trusted = true) => ({ date, weekday: 3, minute_of_day: 600, trusted });
const [, store] = plantWith().sensors;

/** One turn of a layer that has to hold 60 °C for half an hour. */
function turn(before: Layer | undefined, tank: number | "lost", now: number, trusted = true) {
	const sensors = [store as never];
	const reading =
		tank === "lost" ? { kind: "unknown" as const } : { kind: "ok" as const, value: celsius(tank), at: instant(now) };
	const layers = before === undefined ? {} : { store: before };
	const seen = {
		now: instant(now),
		wall: wall("2026-06-10", trusted),
		sensors,
		target: celsius(60),
		hold_for: seconds(1800),
	};
	const after = layersIn(layers, { ...seen, readings: [{ kind: "unknown" }, reading] });
	return { layer: after["store"], same: after === layers };
}

describe("a layer of the tank", () => {
	test.each<[string, Layer | undefined, number | "lost", number, Layer | undefined]>([
		["is hot at the target", undefined, 60, 5000, { hot_since: 5000 }],
		["is not hot below it", undefined, 59.9, 5000, undefined],
		["cools down too early", { hot_since: 5000, done: 9 }, 59.9, 6000, { done: 9 }],
		["is not hot while its sensor is lost", { hot_since: 5000 }, "lost", 6000, {}],
		["is done after half an hour", { hot_since: 5000 }, 60, 6800, { hot_since: 5000, done: 6800, date: "2026-06-10" }],
		[
			"is done anew after an hour",
			{ hot_since: 5000, done: 6800 },
			60,
			6800 + HOUR,
			{ hot_since: 5000, done: 6800 + HOUR, date: "2026-06-10" },
		],
	])("%s", (_, before, tank, now, after) => {
		const { layer, same } = turn(before, tank, now);
		expect(layer).toEqual(after);
		expect(same).toBe(after === undefined);
	});

	test.each<[string, Layer | undefined, number | "lost", number]>([
		["is not hot for long enough", { hot_since: 5000 }, 60, 6799],
		["stays hot", { hot_since: 5000, done: 6800 }, 60, 6800 + HOUR - 1],
		["stays cool", { done: 6800 }, 20, 9000],
		["has no sensor", undefined, "lost", 9000],
	])("that %s changes nothing", (_, before, tank, now) => {
		expect(turn(before, tank, now).same).toBe(true);
	});

	it("that was done once begins a new hold", () => {
		expect(turn({ done: 6800, date: "2026-06-01" }, 60, 9000).layer).toEqual({
			done: 6800,
			date: "2026-06-01",
			hot_since: 9000,
		});
	});

	it("has no date while nobody has set the clock", () => {
		expect(turn({ hot_since: 5000, date: "2026-06-01" }, 60, 6800, false).layer).toEqual({
			hot_since: 5000,
			done: 6800,
		});
	});
});

describe("the age of the last success", () => {
	test.each<[string, Layer, string | undefined, number]>([
		["is endless before the first", {}, "2026-06-10", Number.POSITIVE_INFINITY],
		["is the running time", { done: 1000 }, "2026-06-10", 9000],
		["is none where the running time begins anew", { done: 20_000 }, "2026-06-10", 0],
		["is at least the whole days between the dates", { done: 1000, date: "2026-06-07" }, "2026-06-10", 2 * DAY],
		["is the running time on the next day", { done: 1000, date: "2026-06-09" }, "2026-06-10", 9000],
		["is the running time where that is longer", { done: 10_000 - 5 * DAY, date: "2026-06-07" }, "2026-06-10", 5 * DAY],
		["is the running time without a clock", { done: 1000, date: "2026-06-01" }, undefined, 9000],
		["is the running time by a date that is none", { done: 1000, date: "yesterday" }, "2026-06-10", 9000],
		["counts the days of a year", { done: 1000, date: "2025-06-10" }, "2026-06-10", 364 * DAY],
	])("%s", (_, layer, date, age) => {
		expect(ageOf(layer, instant(10_000), wall(date, date !== undefined))).toBe(age);
	});
});
