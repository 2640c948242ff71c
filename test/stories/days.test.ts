import { describe, expect, it } from "@jest/globals";
import { outputRuns } from "#energy/output-runs.ts";
import * as registry from "#rules/index.ts";
import { Play, type Row, type Turn } from "../fakes/plant.ts";

const rules = [...Object.values(registry), outputRuns];
const HOUR = 3600;
/** Activities in their order, each once while it lasts. */
const course = (turns: readonly Turn[]) => turns.map((t) => t.activity).filter((a, i, all) => a !== all[i - 1]);
/** Rows every ten minutes on straight lines between these points of [hour, collector, tank]. */
const lines = (points: readonly (readonly [hour: number, collector: number, tank: number])[]): readonly Row[] =>
	points.slice(1).flatMap((to, i) => {
		const from = points[i] ?? to;
		const steps = Math.round((to[0] - from[0]) * 6);
		return Array.from({ length: steps }, (_, n): Row => {
			const between = (k: 0 | 1 | 2) => from[k] + ((to[k] - from[k]) * n) / steps;
			return {
				t: between(0) * HOUR,
				collector: between(1),
				tank: between(2),
				tank_20: between(2),
				tank_140: between(2),
			};
		});
	});

describe("a day of the plant", () => {
	it("in summer: waits for the sun, charges, rests at night", () => {
		const turns = new Play({ rules }).turns(
			lines([
				[0, 15, 50],
				[6, 15, 49],
				[9, 70, 50],
				[15, 75, 65],
				[20, 30, 65],
				[24, 15, 64],
			]),
		);
		expect(course(turns)).toEqual(["idle", "heating", "idle"]);
		expect(turns.at(-1)?.state.memories["output_runs"]).toMatchObject({ runs: { pump: { starts: 1 } } });
	});

	it("without use of hot water: fills the tank, cools the collector into it, stops for safety, stays stopped while it boils, and makes room at night", () => {
		const day = lines([
			[8, 60, 50],
			[10, 85, 74],
			[11, 89, 76],
			[12, 95, 85],
			[13, 99, 94.9],
			[14, 120, 96],
			[15, 170, 96],
			[17, 141, 95.5],
			[18, 100, 94],
			[20, 50, 93.5],
			[22, 20, 92],
		]);
		const turns = new Play({ rules }).turns(day);
		expect(course(turns)).toEqual([
			"heating",
			"tank_full",
			"collector_cooling",
			"tank_too_hot",
			"boil_stop",
			"tank_too_hot",
			"night_cooling",
		]);
		for (const turn of turns)
			if (["tank_too_hot", "boil_stop", "tank_full"].includes(turn.activity)) expect(turn.on.pump).toBe(false);
	});

	it("that ends hot is followed by night cooling down to 75 °C, if enabled", () => {
		const night = lines([
			[20, 84, 90],
			[22, 40, 88],
			[26, 20, 76],
			[28, 18, 70],
			[30, 18, 69],
		]);
		const turns = new Play({ rules, settings: { night_cooling: { enabled: true } } }).turns(night);
		expect(course(turns)).toEqual(["night_cooling", "tank_full", "idle"]);
		const cooled = turns.findLast((t) => t.activity === "night_cooling");
		expect(cooled?.state.readings[1]).toMatchObject({ kind: "ok" });
		expect(turns.filter((t) => t.on.pump).length).toBeGreaterThan(20);
	});

	it("with clouds: a collector that swings around the start by half a kelvin every second causes few starts", () => {
		const plays = new Play({ rules });
		const swings = Array.from(
			{ length: HOUR },
			(_, s): Row => ({ t: s, collector: 56 + 4.5 * Math.sin(s / 3), tank: 50 }),
		);
		const starts = plays.turns(swings).filter((t, i, all) => t.on.pump && !(all[i - 1]?.on.pump ?? false));
		expect(starts.length).toBeLessThanOrEqual(HOUR / 60);
	});
});
