import { describe, expect, it, test } from "@jest/globals";
import { levelOf } from "#model/decision/claim.ts";
import { nightCooling } from "#rules/cooling/night/night-cooling.ts";
import * as registry from "#rules/index.ts";
import { ask, play, situation } from "../../fakes/plant.ts";

const settings = nightCooling.options.parse({ enabled: true });
const asked = (tank: number, collector: number, cooling = false, of = settings) =>
	ask(nightCooling, situation(of, { tank, collector }), { cooling });

describe("night cooling", () => {
	test.each([
		[79.9, 40, false, false],
		[80, 40, false, true],
		[80.1, 40, false, true],
		[75.1, 40, true, true],
		[75, 40, true, true],
		[74.9, 40, true, false],
		[77, 40, false, false],
		[77, 40, true, true],
		[85, 80.1, false, false],
		[85, 80, false, true],
		[85, 79.9, false, true],
		[85, 80.1, true, false],
	])(
		"with the tank at %d and the collector at %d °C, cooling before: %s, cools: %s",
		(tank, collector, before, cools) => {
			const { claims, memory } = asked(tank, collector, before);
			expect(memory.cooling).toBe(cools);
			expect(claims.map((c) => [c.rank, levelOf(c), c.activity])).toEqual(
				cools ? [["protection", 100, "night_cooling"]] : [],
			);
		},
	);

	it("does nothing unless enabled, and stops when it is disabled", () => {
		const off = { ...settings, enabled: false };
		expect(asked(90, 20, false, off)).toMatchObject({ claims: [], memory: { cooling: false } });
		expect(asked(90, 20, true, off)).toMatchObject({ claims: [], memory: { cooling: false } });
		expect(nightCooling.options.parse({}).enabled).toBe(false);
	});

	it("ends when a reading is lost", () => {
		const lost = ask(nightCooling, situation(settings, { tank: 90 }), { cooling: true });
		expect(lost).toMatchObject({ claims: [], memory: { cooling: false } });
	});

	it("cools a tank that has reached its target, which stops charging only", () => {
		const [turn] = play({ rules: Object.values(registry), settings: { night_cooling: { enabled: true } } }, [
			{ tank: 85, collector: 30 },
		]);
		expect(turn).toMatchObject({ on: { pump: true }, activity: "night_cooling" });
	});
});

describe("the end of night cooling", () => {
	const ends = (ends_at: number, surplus: number, before: boolean) => {
		const settings = nightCooling.options.parse({ enabled: true, ends_at });
		return ask(nightCooling, situation(settings, { collector: 85 - surplus, tank: 85 }), { cooling: before }).memory
			.cooling;
	};

	test.each([
		[1, 4.9, false, false],
		[1, 5, false, true],
		[1, 1, true, true],
		[1, 0.9, true, false],
		[30, 4.9, true, false],
		[30, 5, true, true],
	])("set to %d K: with a collector colder by %d K, cooling before: %s, it cools: %s", (at, surplus, before, cools) => {
		expect(ends(at, surplus, before)).toBe(cools);
	});
});
