import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { levelOf } from "#model/decision/claim.ts";
import * as registry from "#rules/index.ts";
import { boilStop } from "#rules/safety/boil-stop.ts";
import { ask, fakePlant, Play, play, situation, without } from "../../fakes/plant.ts";

const settings = boilStop.options.parse({});
const asked = (collector: number, boiling: boolean) => ask(boilStop, situation(settings, { collector }), { boiling });

describe("law 3: the boil stop starts at >= stop_at and releases strictly < release_below", () => {
	test.each([
		[149.9, false, false],
		[150, false, true],
		[150.1, false, true],
		[140.1, true, true],
		[140, true, true],
		[139.9, true, false],
		[145, false, false],
		[145, true, true],
	])("at %d °C, boiling before: %s, it boils: %s", (collector, before, boils) => {
		const { claims, memory } = asked(collector, before);
		expect(memory.boiling).toBe(boils);
		expect(claims.map((c) => [c.on.id, levelOf(c), c.rank])).toEqual(boils ? [["pump", 0, "safety"]] : []);
	});

	it("changes nothing between release and stop", () => {
		fc.assert(
			fc.property(fc.boolean(), fc.integer({ min: 1400, max: 1499 }), (before, tenths) => {
				expect(asked(tenths / 10, before).memory.boiling).toBe(before);
			}),
		);
	});
});

describe("the boil stop of water, or of a collector that drains", () => {
	const rules = Object.values(registry);

	it("may be as low as 80 °C, and is stronger than the cooling of the collector", () => {
		const settings = { boil_stop: { stop_at: 95, release_below: 85 } };
		const rows = [{ collector: 94, tank: 60 }, { collector: 95 }, { collector: 85 }, { collector: 84.9 }];
		const turns = play({ rules, settings }, rows);
		expect(turns.map((t) => [t.on.pump, t.activity])).toEqual([
			[true, "collector_cooling"],
			[false, "boil_stop"],
			[false, "boil_stop"],
			[true, "heating"],
		]);
	});
});

describe("the boil stop", () => {
	const rules = Object.values(registry);

	it("stops a running pump at 150 °C in that turn, and no other rule starts it again", () => {
		const turns = play({ rules }, [{ collector: 148, tank: 60 }, { collector: 150 }, {}, { collector: 141 }]);
		expect(turns.map((t) => t.on.pump)).toEqual([true, false, false, false]);
		expect(turns.map((t) => t.activity)).toEqual(["collector_cooling", "boil_stop", "boil_stop", "boil_stop"]);
	});

	it("does not start a resting pump into a boiling collector, and is reported as active", () => {
		const [turn] = play({ rules }, [{ collector: 155, tank: 60 }]);
		expect(turn).toMatchObject({ on: { pump: false }, activity: "boil_stop", because: { pump: { code: "boiling" } } });
		expect(turn?.state.memories["boil_stop"]).toEqual({ boiling: true });
		expect(turn?.decision.verdicts[0]?.overruled.map((c) => c.because.code)).toEqual(["collector_hot", "gain"]);
	});

	it("lets the pump cool the collector again below 140 °C", () => {
		const turns = play({ rules }, [{ collector: 155, tank: 60 }, { collector: 140 }, { collector: 139.9 }]);
		expect(turns.map((t) => t.activity)).toEqual(["boil_stop", "boil_stop", "collector_cooling"]);
	});

	it("keeps its latch while the collector's sensor is lost", () => {
		const plays = new Play({ rules });
		plays.turn({ collector: 155, tank: 60 });
		const lost = plays.turn({ collector: "silent" });
		expect(lost.on.pump).toBe(false);
		expect(lost.state.memories["boil_stop"]).toEqual({ boiling: true });
		expect(plays.turn({ collector: 145 }).activity).toBe("boil_stop");
		expect(plays.turn({ collector: 139.9 }).on.pump).toBe(true);
	});

	it("needs a pump and a collector", () => {
		for (const role of ["pump", "collector"] as const) {
			const plant = without(fakePlant(), role);
			const { claims } = ask(boilStop, situation(settings, { collector: 160 }, { plant }), { boiling: false });
			expect(claims).toEqual([]);
		}
	});
});
