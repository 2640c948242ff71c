import { describe, expect, it, test } from "@jest/globals";
import { fault } from "#model/plant/fault.ts";
import { OFF } from "#model/quantities/units.ts";
import * as registry from "#rules/index.ts";
import { frostGuard } from "#rules/safety/frost-guard.ts";
import { ask, Play, play, situation } from "../../fakes/plant.ts";

const settings = frostGuard.options.parse({ enabled: true });
const rules = Object.values(registry);
const on = { frost_guard: { enabled: true } };

describe("the frost guard", () => {
	test.each([
		[4.1, 20, false, false],
		[4, 20, false, true],
		[6, 20, true, true],
		[6.1, 20, true, false],
		[-15, 6.9, false, false],
		[-15, 7, false, true],
		[-15, 5, true, true],
		[-15, 4.9, true, false],
	])(
		"with a collector of %d °C and a tank of %d °C, guarding before: %s, runs: %s",
		(collector, tank, before, runs) => {
			const { claims, memory } = ask(frostGuard, situation(settings, { collector, tank }), { guarding: before });
			expect(memory).toEqual({ guarding: runs });
			expect(claims.map(({ rank, at_least }) => [rank, at_least])).toEqual(runs ? [["protection", 30]] : []);
		},
	);

	it("as delivered is off", () => {
		const off = frostGuard.options.parse({});
		expect(ask(frostGuard, situation(off, { collector: -20, tank: 60 }), { guarding: false }).claims).toEqual([]);
	});

	it("never runs the pump above a tank's maximum, without a sensor, or against a person", () => {
		const hot = play({ rules, settings: on }, [{ collector: 0, tank: 40, tank_140: 96 }]);
		expect(hot[0]?.because.pump.code).toBe("tank_maximum");
		const lost = play({ rules, settings: on }, [{ collector: 0, tank: 40 }, { tank: fault("open") }]);
		expect(lost.map((t) => t.on.pump)).toEqual([true, false]);
		const intents = [{ kind: "hold", output: "pump", want: OFF }] as const;
		const held = new Play({ rules, settings: on }).turns([{ collector: 0, tank: 40 }, { intents }]);
		expect(held.map((t) => t.because.pump.code)).toEqual(["frost_near", "held_off"]);
	});

	it("runs through a night: from 4 °C until above 6 °C, and ends when the tank has no more to give", () => {
		const night = play({ rules, settings: on }, [
			...[8, 4, 5, 6, 6.5, 5].map((collector) => ({ collector, tank: 20, tank_20: 20, tank_140: 20 })),
			...[7, 5.5, 4.5, 6, 7].map((tank) => ({ collector: 3, tank, tank_20: tank, tank_140: tank })),
		]);
		expect(night.map((t) => t.on.pump)).toEqual([
			...[false, true, true, true, false, false],
			...[true, true, false, false, true],
		]);
		expect(night[8]?.because.pump.code).toBe("frost_tank_cold");
	});
});
