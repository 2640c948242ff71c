import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { fault } from "#model/plant/fault.ts";
import { celsius, kelvin, OFF, warmerBy } from "#model/quantities/units.ts";
import { solarCharging } from "#rules/charging/solar-charging.ts";
import { ask, fakePlant, play, situation, without } from "../../fakes/plant.ts";

const rules = [solarCharging];
const settings = solarCharging.options.parse({});
const asked = (collector: number, tank: number, running: boolean, of = settings) =>
	ask(solarCharging, situation(of, { collector, tank }), { running });

describe("law 3: charging starts at >= start_at and stops at <= stop_at", () => {
	it("runs through 57.9, 58.0, 54.1 and 54.0 °C over a tank of 50 °C as OFF ON ON OFF", () => {
		const turns = play(
			{ rules },
			[57.9, 58, 54.1, 54].map((collector) => ({ collector, tank: 50 })),
		);
		expect(turns.map((t) => t.on.pump)).toEqual([false, true, true, false]);
	});

	test.each([
		[7.9, false, false],
		[8, false, true],
		[8.1, false, true],
		[3.9, true, false],
		[4, true, false],
		[4.1, true, true],
		[6, false, false],
		[6, true, true],
		[-30, true, false],
	])("at %d K, running before: %s, the pump runs: %s", (gain, running, runs) => {
		const { claims, memory } = asked(50 + gain, 50, running);
		expect(claims.length > 0).toBe(runs);
		expect(memory).toEqual({ running: runs });
	});

	test.each([
		[66.1, 58.1, false, true],
		[64.4, 60.4, true, false],
		[57.94, 50, false, false],
		[57.95, 50, false, true],
		[54.06, 50, true, true],
		[54.04, 50, true, false],
	])("compares %d over %d °C in tenths of a kelvin", (collector, tank, running, runs) => {
		expect(asked(collector, tank, running).memory).toEqual({ running: runs });
	});

	it("starts at exactly start_at and stops at exactly stop_at for every pair of readings in tenths", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1300 }), fc.integer({ min: 10, max: 400 }), (tank, tenths) => {
				const start_at = kelvin(tenths / 10);
				const of = { ...settings, start_at, stop_at: kelvin(0.5) };
				const at = (more: number) => asked((tank + tenths + more) / 10, tank / 10, false, of).memory.running;
				expect([at(-1), at(0), at(1)]).toEqual([false, true, true]);
			}),
		);
	});

	it("changes nothing between stop and start, from either side", () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: -100, max: 300 })),
				fc.integer({ min: 41, max: 79 }),
				(before, between) => {
					const rows = [...before, between].map((gain) => ({ collector: 50 + gain / 10, tank: 50 }));
					const turns = play({ rules }, rows);
					expect(turns.at(-1)?.on.pump).toBe(turns.at(-2)?.on.pump ?? false);
				},
			),
		);
	});
});

describe("solar charging", () => {
	it("asks for the full pump at normal rank, with the numbers behind the decision", () => {
		expect(asked(60, 50, false).claims).toEqual([
			{
				on: fakePlant().circuits[0],
				at_least: 100,
				at_most: 100,
				rank: "normal",
				urgent: false,
				because: { code: "gain", facts: { gain: 10, stop_at: 4, collector: 60, tank: 50 } },
				activity: "heating",
			},
		]);
	});

	it("never claims off: it gives its reason for idleness instead", () => {
		const { claims, idle } = asked(55, 50, false);
		expect(claims).toEqual([]);
		expect(idle).toEqual([
			{
				on: fakePlant().circuits[0],
				because: { code: "no_gain", facts: { gain: 5, start_at: 8, collector: 55, tank: 50 } },
			},
		]);
	});

	test.each(["collector", "tank"] as const)("reports that no %s is wired, and rests", (role) => {
		const plant = without(fakePlant(), role);
		const [turn] = play({ plant, rules: [solarCharging] }, [{ collector: 80, tank: 20 }]);
		expect([turn?.on.pump, turn?.because.pump]).toEqual([false, { code: "not_wired", facts: { role } }]);
	});

	it("rests without a pump", () => {
		const plant = without(fakePlant(), "pump");
		const proposal = ask(solarCharging, situation(settings, { collector: 80, tank: 20 }, { plant }), {
			running: false,
		});
		expect(proposal).toMatchObject({ claims: [], idle: [] });
	});

	it("ends at a lost reading: afterwards a gain between stop and start does not start it", () => {
		const open = { kind: "broken", fault: fault("open") } as const;
		const lost = ask(solarCharging, situation(settings, { tank: 50, collector: open }), { running: true });
		expect(lost).toMatchObject({ claims: [], memory: { running: false }, idle: [{ because: { code: "no_reading" } }] });
	});

	it("asks for nothing while a sensor is awaited after a start, and then goes on as before it", () => {
		const before = { running: true };
		const awaiting = ask(solarCharging, situation(settings, { tank: 50 }), before);
		expect(awaiting).toMatchObject({ claims: [], idle: [{ because: { code: "no_reading" } }] });
		expect(awaiting.memory).toBe(before);
		expect(ask(solarCharging, situation(settings, { tank: 50, collector: 55 }), before).claims).toHaveLength(1);
		const broken = { kind: "broken", fault: fault("open") } as const;
		expect(ask(solarCharging, situation(settings, { tank: broken }), before).memory.running).toBe(false);
	});

	it("starts with a tank at 0 °C, but not with a missing tank sensor", () => {
		expect(asked(20, 0, false).memory.running).toBe(true);
		expect(ask(solarCharging, situation(settings, { collector: 20 }), { running: false }).claims).toEqual([]);
		expect(warmerBy(celsius(-5), celsius(5))).toBe(-10);
		expect(OFF).toBe(0);
	});

	test.each([
		[{ start_at: 1, stop_at: 0.5 }, false],
		[{ start_at: 1.5, stop_at: 0.5 }, true],
		[{ start_at: 0.9, stop_at: 0.5 }, false],
		[{ start_at: 40, stop_at: 20 }, true],
		[{ start_at: 40.1, stop_at: 20 }, false],
		[{ start_at: 40, stop_at: 20.1 }, false],
		[{ start_at: 8, stop_at: 7 }, true],
		[{ start_at: 8, stop_at: 7.1 }, false],
		[{ start_at: 8, stop_at: 0.4 }, false],
	])("takes %j: %s", (given, valid) => {
		expect(solarCharging.options.safeParse(given).success).toBe(valid);
	});
});

describe("a collector below its minimum", () => {
	const cold = solarCharging.options.parse({ collector_minimum: 10 });

	test.each([
		[9.9, false, false],
		[10, false, true],
		[8, true, true],
		[7.9, true, false],
		[9.9, true, true],
	])("of %d °C over a tank of 0 °C, running before: %s, charges: %s", (collector, running, runs) => {
		const { claims, idle } = asked(collector, 0, running, cold);
		expect(claims.length > 0).toBe(runs);
		expect(idle.map(({ because }) => because.code)).toEqual(runs ? [] : ["collector_cold"]);
	});

	it("does not hide that there is no gain", () => {
		expect(asked(5, 4, false, cold).idle.map(({ because }) => because.code)).toEqual(["no_gain"]);
	});

	it("has no effect as delivered", () => {
		expect(asked(-12, -20, false).claims).toHaveLength(1);
	});
});
