import { describe, expect, it, test } from "@jest/globals";
import { levelOf } from "#model/decision/claim.ts";
import { fault } from "#model/plant/fault.ts";
import { collectorCooling } from "#rules/cooling/collector-cooling.ts";
import * as registry from "#rules/index.ts";
import { ask, Play, play, situation } from "../../fakes/plant.ts";

const settings = collectorCooling.options.parse({});

describe("law 3: collector cooling starts at >= start_at and ends strictly < release_below", () => {
	test.each([
		[89.9, false, false],
		[90, false, true],
		[90.1, false, true],
		[86.1, true, true],
		[86, true, true],
		[85.9, true, false],
		[88, false, false],
		[88, true, true],
	])("at %d °C, cooling before: %s, it cools: %s", (collector, before, cools) => {
		const { claims, memory } = ask(collectorCooling, situation(settings, { collector }), { cooling: before });
		expect(memory.cooling).toBe(cools);
		expect(claims.map((c) => [c.rank, levelOf(c)])).toEqual(cools ? [["protection", 100]] : []);
	});

	it("ends when the collector's sensor is lost", () => {
		const lost = situation(settings, { collector: { kind: "broken", fault: fault("open") } });
		expect(ask(collectorCooling, lost, { cooling: true })).toMatchObject({ claims: [], memory: { cooling: false } });
	});

	it("asks for nothing while its sensor is awaited after a start, and then goes on as before it", () => {
		const before = { cooling: true };
		const awaiting = ask(collectorCooling, situation(settings, {}), before);
		expect(awaiting.claims).toEqual([]);
		expect(awaiting.memory).toBe(before);
		expect(ask(collectorCooling, situation(settings, { collector: 88 }), awaiting.memory).claims).toHaveLength(1);
	});
});

describe("collector cooling with a hot tank", () => {
	const rules = Object.values(registry);

	test.each([
		[90, 88],
		[92, 90],
		[91, 91],
		[95, 94],
	])("keeps the pump on at %d °C over a tank of %d °C, turn after turn", (collector, tank) => {
		const turns = play(
			{ rules },
			Array.from({ length: 10 }, (_, i) => ({ t: i * 30, collector, tank })),
		);
		expect(turns.map((t) => t.on.pump)).toEqual(Array.from({ length: 10 }, () => true));
		expect(new Set(turns.map((t) => t.activity))).toEqual(new Set(["collector_cooling"]));
	});

	it("ends with the pump off and its latch released, so that night cooling can work", () => {
		const plays = new Play({ rules, settings: { night_cooling: { enabled: true } } });
		expect(plays.turn({ collector: 92, tank: 88 }).activity).toBe("collector_cooling");
		const ended = plays.turn({ collector: 85.9 });
		expect(ended).toMatchObject({ on: { pump: false }, activity: "tank_full" });
		expect(ended.state.memories["collector_cooling"]).toMatchObject({ cooling: false });
		expect(plays.turn({ collector: 60 })).toMatchObject({ on: { pump: true }, activity: "night_cooling" });
	});

	it("is shown as the activity even if the pump already runs", () => {
		const turns = play({ rules }, [{ collector: 80, tank: 60 }, { collector: 90 }, { collector: 85.9 }]);
		expect(turns.map((t) => [t.on.pump, t.activity])).toEqual([
			[true, "heating"],
			[true, "collector_cooling"],
			[true, "heating"],
		]);
	});

	test.each([
		[94.9, true, "collector_cooling"],
		[95, false, "tank_too_hot"],
		[95.1, false, "tank_too_hot"],
	])("does not cool into a tank at %d °C of at most 95: pump %s", (tank, on, activity) => {
		expect(play({ rules }, [{ collector: 105, tank }])[0]).toMatchObject({ on: { pump: on }, activity });
	});
});
