import { describe, expect, it, test } from "@jest/globals";
import { levelOf } from "#model/decision/claim.ts";
import { nightCoolingOverheat } from "#rules/cooling/night-cooling-overheat.ts";
import * as registry from "#rules/index.ts";
import { ask, play, situation } from "../../fakes/plant.ts";

const ON = { overheat_cooling: { enabled: true } };
const settings = nightCoolingOverheat.options.parse({ enabled: true });
const rules = Object.values(registry);
const asked = (readings: Parameters<typeof situation>[1], cooling = false, of = settings) =>
	ask(nightCoolingOverheat, situation(of, readings), { cooling });

describe("cooling of an overheated tank", () => {
	test.each([
		[86.9, 60, 20, false, false],
		[87, 60, 20, false, true],
		[82, 60, 20, true, true],
		[81.9, 60, 20, true, false],
		[92, 25, 10, false, false],
		[92, 25.1, 10, false, true],
		[92, 20.1, 10, true, true],
		[92, 20, 10, true, false],
		[92, 60, 48.1, false, false],
		[92, 60, 48, false, true],
		[92, 60, 59, true, true],
		[92, 60, 59.1, true, false],
	])(
		"with %d °C at the top, %d at the coil and a collector of %d °C, cooling before: %s, cools: %s",
		(tank_140, tank, collector, before, cools) => {
			const { claims, memory } = asked({ tank_140, tank, collector }, before);
			expect(memory.cooling).toBe(cools);
			expect(claims.map((c) => [c.rank, levelOf(c), c.activity])).toEqual(
				cools ? [["protection", 100, "night_cooling"]] : [],
			);
		},
	);

	it("goes by the one sensor of a tank that has no other, down to 82 °C", () => {
		expect(asked({ tank: 87, collector: 20 }).memory.cooling).toBe(true);
		expect(asked({ tank: 81.9, collector: 20 }, true).memory.cooling).toBe(false);
	});

	it("rests when it is switched off, and without a reading of collector or coil", () => {
		const hot = { tank_140: 92, tank: 60, collector: 20 };
		expect(asked(hot, true, { ...settings, enabled: false })).toMatchObject({ claims: [], memory: { cooling: false } });
		expect(asked({ tank_140: 92, tank: 60 }, true)).toMatchObject({ claims: [], memory: { cooling: false } });
		expect(asked({ tank_140: 92, collector: 20 }, true)).toMatchObject({ claims: [], memory: { cooling: false } });
	});

	it("runs the pump among all rules, but not against the tank's maximum, and not in a collector that drains", () => {
		const hot = { collector: 20, tank: 60, tank_20: 60, tank_140: 92 };
		expect(play({ rules, settings: ON }, [hot])[0]).toMatchObject({
			on: { pump: true },
			because: { pump: { code: "tank_overheated" } },
		});
		expect(play({ rules, settings: ON }, [{ ...hot, tank_140: 95 }])[0]).toMatchObject({
			on: { pump: false },
			activity: "tank_too_hot",
		});
		// #empty-collector-cools-nothing
		expect(play({ rules, settings: { ...ON, drain_back: { enabled: true } } }, [hot])[0]?.on.pump).toBe(false);
	});
});
