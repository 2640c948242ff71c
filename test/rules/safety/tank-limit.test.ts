import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { levelOf } from "#model/decision/claim.ts";
import type { Intent } from "#model/decision/intent.ts";
import { fault } from "#model/plant/fault.ts";
import { outputId } from "#model/plant/plant.ts";
import { percent } from "#model/quantities/units.ts";
import * as registry from "#rules/index.ts";
import { tankLimit } from "#rules/safety/tank-limit.ts";
import { ask, fakePlant, Play, play, type SensorName, situation, wired } from "../../fakes/plant.ts";

const rules = Object.values(registry);
const settings = tankLimit.options.parse({});
const FRESH = { full: false, too_hot: false };
const asked = (tank: number, memory = FRESH) => ask(tankLimit, situation(settings, { tank }), memory);
const hold = (output: string): Intent => ({ kind: "hold", output: outputId(output), want: percent(100) });

describe("law 3: the tank limit begins at >= its limit and releases strictly below limit - hysteresis", () => {
	test.each([
		[74.9, false, false],
		[75, false, true],
		[75.1, false, true],
		[73.1, true, true],
		[73, true, true],
		[72.9, true, false],
		[74, false, false],
		[74, true, true],
	])("at %d °C, full before: %s, the tank is full: %s", (tank, full, isFull) => {
		expect(asked(tank, { full, too_hot: false }).memory.full).toBe(isFull);
	});

	test.each([
		[94.9, false, false],
		[95, false, true],
		[95.1, false, true],
		[93, true, true],
		[92.9, true, false],
	])("at %d °C, too hot before: %s, the tank is too hot: %s", (tank, too_hot, isTooHot) => {
		expect(asked(tank, { full: true, too_hot }).memory.too_hot).toBe(isTooHot);
	});
});

describe("law 4: tank_limit.maximum looks at the hottest valid tank sensor and forbids pump and heater", () => {
	test.each(["tank", "tank_20", "tank_140"] as const)("be it %s", (name: SensorName) => {
		const plays = new Play({ rules });
		const cool = { collector: 94, tank: 60, tank_20: 50, tank_140: 70 };
		expect(plays.turn({ ...cool, intents: [hold("heater")] }).on).toMatchObject({ pump: true, heater: true });
		const hot = plays.turn({ ...cool, [name]: 95 });
		expect(hot).toMatchObject({ on: { pump: false, heater: false }, activity: "tank_too_hot" });
		expect(hot.because.heater).toEqual({ code: "tank_maximum", facts: { tank: 95, maximum: 95, release_below: 93 } });
	});

	it("stays in force while the hot sensor is lost and others are hot, and without any sensor", () => {
		const plays = new Play({ rules });
		plays.turn({ collector: 40, tank: 80, tank_20: 60, tank_140: 96 });
		expect(plays.turn({ tank_140: "silent", tank: 94 }).activity).toBe("tank_too_hot");
		const blind = plays.turn({ tank: "silent", tank_20: "silent" });
		expect(blind.on).toMatchObject({ pump: false, heater: false });
		expect(blind.state.memories["tank_limit"]).toMatchObject({ too_hot: true });
	});

	// #lost-hot-layer-holds
	it.each(["silent", fault("crc")] as const)(
		"is not released by the loss (%j) of the sensor that reached it",
		(lost) => {
			const plays = new Play({ rules });
			const hot = { collector: 80, tank: 60, tank_20: 50, tank_140: 96 };
			expect(plays.turn({ ...hot, intents: [hold("heater")] }).on).toMatchObject({ pump: false, heater: false });
			plays.turn({ tank_140: lost });
			const turn = plays.turn({ tank_140: lost });
			expect(turn).toMatchObject({ on: { pump: false, heater: false }, activity: "tank_too_hot" });
			expect(turn.because.heater).toEqual({
				code: "tank_maximum_lost",
				facts: { sensor: "tank_140", maximum: 95, release_below: 93 },
			});
			const again = new Play({ rules, state: turn.state });
			expect(again.turn({ collector: 80, tank: 60, tank_20: 50 }).on).toMatchObject({ pump: false, heater: false });
			expect(plays.turn({ tank_140: 93 }).on).toMatchObject({ pump: false, heater: false });
			expect(plays.turn({ tank_140: 92.9 }).on).toMatchObject({ pump: true, heater: true });
		},
	);

	// #lost-warm-layer-holds
	it.each([0, 1])(
		"is not released by the loss of another one that stood above the release, %d turns later",
		(later) => {
			const plays = new Play({ rules });
			plays.turn({ collector: 80, tank: 60, tank_20: 94.9, tank_140: 95, intents: [hold("heater")] });
			for (let n = 0; n < later; n++) plays.turn({ tank_140: 20 });
			expect(plays.turn({ tank_20: "silent", tank_140: 20 }).on).toMatchObject({ pump: false, heater: false });
			expect(plays.turn({ tank_20: 92.9 }).on).toMatchObject({ pump: true, heater: true });
		},
	);

	it("is not kept in force by a sensor that never existed", () => {
		const plays = new Play({ rules });
		plays.turn({ collector: 80, tank: 96, tank_20: 50, tank_140: "silent" });
		expect(plays.turn({ tank: 60 }).on).toMatchObject({ pump: true });
	});

	it("keeps the same memory object while nothing changes", () => {
		const { memory } = asked(96);
		expect(asked(96, memory).memory).toBe(memory);
	});

	it("keeps the heater off with no valid tank sensor, held or not", () => {
		const plays = new Play({ rules });
		const turn = plays.turn({ collector: 40, intents: [hold("heater")] });
		expect(turn.on.heater).toBe(false);
		expect(ask(tankLimit, situation(settings, {}), FRESH).claims).toEqual([
			expect.objectContaining({ at_most: 0, rank: "safety", because: { code: "tank_unseen", facts: {} } }),
		]);
	});

	it("keeps the heater off in a plant that has no tank sensor at all", () => {
		const plant = { ...fakePlant(), ...wired({ ...fakePlant().roles, tank_sensors: [] }) };
		const { claims } = ask(tankLimit, situation(settings, {}, { plant }), FRESH);
		expect(claims.map((c) => [c.on.id, levelOf(c), c.rank])).toEqual([["heater", 0, "safety"]]);
	});

	it("lets the heater run with a lost reference in this rule, but not in the whole product", () => {
		expect(ask(tankLimit, situation(settings, { tank_20: 40 }), FRESH).claims).toEqual([]);
		expect(play({ rules }, [{ collector: 40, tank_20: 40, intents: [hold("heater")] }])[0]?.on.heater).toBe(false);
	});

	it("forbids for any temperatures at or above the maximum", () => {
		const temperature = fc.integer({ min: 0, max: 1200 }).map((n) => n / 10);
		fc.assert(
			fc.property(temperature, temperature, temperature, (tank, tank_20, tank_140) => {
				const { claims } = ask(tankLimit, situation(settings, { tank, tank_20, tank_140 }), FRESH);
				const forbidden = claims.filter((c) => c.rank === "safety").map((c) => [c.on.id, levelOf(c)]);
				const hot = Math.max(tank, tank_20, tank_140) >= 95;
				expect(forbidden).toEqual(
					hot
						? [
								["pump", 0],
								["heater", 0],
							]
						: [],
				);
			}),
		);
	});
});

describe("the tank's target", () => {
	it("stops charging: 89 °C over a tank of 80 °C does not charge", () => {
		const [turn] = play({ rules }, [{ collector: 89, tank: 80 }]);
		expect(turn).toMatchObject({
			on: { pump: false },
			activity: "tank_full",
			because: { pump: { code: "tank_full" } },
		});
	});

	it("stops a running pump at 75.0 and lets it go on below 73.0 °C", () => {
		const turns = play(
			{ rules },
			[74.9, 75, 73, 72.9].map((tank) => ({ collector: 85, tank })),
		);
		expect(turns.map((t) => t.on.pump)).toEqual([true, false, false, true]);
	});

	it("does not stop the cooling of the collector", () => {
		expect(play({ rules }, [{ collector: 90, tank: 80 }])[0]?.activity).toBe("collector_cooling");
	});

	it("does not stop a person from heating the tank above it", () => {
		expect(play({ rules }, [{ collector: 40, tank: 80, intents: [hold("heater")] }])[0]?.on.heater).toBe(true);
	});

	test.each([
		[{ target: 90, maximum: 90 }, false],
		[{ target: 90, maximum: 91 }, true],
		[{ target: 14 }, false],
		[{ target: 91 }, false],
		[{ maximum: 98 }, true],
		[{ maximum: 98.5 }, false],
		[{ hysteresis: 0.4 }, false],
	])("takes %j: %s", (given, valid) => {
		expect(tankLimit.options.safeParse(given).success).toBe(valid);
	});
});
