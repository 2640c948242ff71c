import { describe, expect, it, test } from "@jest/globals";
import * as fc from "fast-check";
import type { Intent, Mode } from "#model/decision/intent.ts";
import { outputId } from "#model/plant/plant.ts";
import { instant, percent, seconds } from "#model/quantities/units.ts";
import * as registry from "#rules/index.ts";
import { manual } from "#rules/manual.ts";
import { ask, Play, play, situation } from "../fakes/plant.ts";

const rules = Object.values(registry);
const settings = manual.options.parse({});
const hold = (output: string, want = 100, lasts?: number): Intent => ({
	kind: "hold",
	output: outputId(output),
	want: percent(want),
	...(lasts === undefined ? {} : { for: seconds(lasts) }),
});
const release = (output: string): Intent => ({ kind: "release", output: outputId(output) });
const COOL = { collector: 40, tank: 50, tank_20: 40, tank_140: 55 };
const SUNNY = { ...COOL, collector: 80 };

describe("law 8: a switch is a hold of that output for manual.hold_for, at most 24 h", () => {
	const DAY = 24 * 3600;
	test.each([
		["the usual time", "pump", undefined, 60, 3600],
		["the usual time of another setting", "pump", undefined, 5, 300],
		["its own time", "pump", 90, 60, 90],
		["no more than a day", "pump", 100 * 3600, 60, DAY],
		["a day at most by the setting", "pump", undefined, 1440, DAY],
		["the heater no more than an hour", "heater", DAY, 60, 3600],
		["the heater no more than an hour by the setting", "heater", undefined, 1440, 3600],
		["the heater its own shorter time", "heater", 120, 60, 120],
	])("for %s", (_, output, lasts, hold_for, ends) => {
		const plays = new Play({ rules, settings: { manual: { hold_for } } });
		const on = (t: number, intents: readonly Intent[] = []) =>
			plays.turn({ t, ...COOL, intents }).on[output as "pump" | "heater"];
		expect(on(0, [hold(output, 100, lasts)])).toBe(true);
		expect(on(ends - 1)).toBe(true);
		expect(on(ends)).toBe(false);
		expect(plays.state.memories["manual"]).toEqual({ holds: [] });
	});

	it("of the longest time lasts as long, whenever it begins", () => {
		const moment = fc.maxSafeNat().map((n) => (n / Number.MAX_SAFE_INTEGER) ** 3 * 10 * 365.25 * DAY);
		const longest = fc.constantFrom(
			["heater", "auto", 3600] as const,
			["pump", "auto", DAY] as const,
			["valve", "test", 600] as const,
		);
		fc.assert(
			fc.property(moment, longest, (t, [output, mode, most]) => {
				const plays = new Play({ rules, mode: "auto" });
				plays.turn({ t, ...COOL, intents: [{ kind: "mode", mode }, hold(output, 100, most)] });
				const begun = plays.turn({ t, ...COOL });
				expect([begun.on[output], begun.because[output]]).toEqual([true, { code: "held_on", facts: { left: most } }]);
				expect(plays.turn({ t: t + most - 0.01, ...COOL }).on[output]).toBe(true);
				expect(plays.turn({ t: t + most, ...COOL }).on[output]).toBe(false);
			}),
			{ numRuns: 500 },
		);
	});

	it("holds an output off or on, and overrules automatic control and cooling", () => {
		const turns = play({ rules }, [SUNNY, { intents: [hold("pump", 0)] }, { collector: 95 }, { t: 3800 }]);
		expect(turns.map((t) => [t.on.pump, t.because.pump.code])).toEqual([
			[true, "gain"],
			[false, "held_off"],
			[false, "held_off"],
			[true, "collector_hot"],
		]);
	});

	it("is released by its button, and control takes over in that turn", () => {
		const turns = play({ rules }, [SUNNY, { intents: [hold("pump", 0)] }, { intents: [release("pump")] }]);
		expect(turns.map((t) => t.on.pump)).toEqual([true, false, true]);
	});

	it("restarts its time when it is asked for again", () => {
		const plays = new Play({ rules });
		plays.turn({ t: 0, ...COOL, intents: [hold("valve")] });
		plays.turn({ t: 3000, intents: [hold("valve")] });
		expect(plays.turn({ t: 6599 }).on.valve).toBe(true);
		expect(plays.turn({ t: 6600 }).on.valve).toBe(false);
	});

	it("reports its seconds left", () => {
		const [, turn] = play({ rules }, [{ t: 0, ...COOL, intents: [hold("pump")] }, { t: 100 }]);
		expect(turn?.because.pump).toEqual({ code: "held_on", facts: { left: 3500 } });
	});

	it("at -0 is saved in JSON as one at 0", () => {
		const plays = new Play({ rules });
		plays.turn({ t: 0, ...COOL, intents: [hold("pump", -0)] });
		expect(plays.state.memories["manual"]).toEqual({ holds: [{ output: "pump", want: 0, until: 3600 }] });
	});

	it("keeps the holds of other outputs", () => {
		const turns = play({ rules }, [
			{ ...COOL, intents: [hold("pump"), hold("valve")] },
			{ intents: [release("pump")] },
		]);
		expect(turns.map((t) => [t.on.pump, t.on.valve])).toEqual([
			[true, true],
			[false, true],
		]);
	});
});

describe("a hold", () => {
	it("does not lift the boil stop: a pump held on rests at 160 °C", () => {
		const turns = play({ rules }, [{ ...COOL, intents: [hold("pump")] }, { collector: 160 }, { collector: 135 }]);
		expect(turns.map((t) => [t.on.pump, t.activity])).toEqual([
			[true, "manual"],
			[false, "boil_stop"],
			[true, "manual"],
		]);
	});

	it("ends with the way back to automatic: no mode keeps a pump held", () => {
		for (const mode of ["auto", "off", "test"] as const satisfies readonly Mode[]) {
			const turns = play({ rules }, [{ ...COOL, intents: [hold("pump")] }, { intents: [{ kind: "mode", mode }] }]);
			expect(turns[1]?.on.pump).toBe(false);
			expect(turns[1]?.state.memories["manual"]).toEqual({ holds: [] });
		}
	});

	it("overrules automatic control for its whole time", () => {
		const turns = play({ rules }, [
			{ ...COOL, intents: [hold("pump", 0)] },
			{ collector: 70 },
			{ collector: 40 },
			{ collector: 70 },
		]);
		expect(turns.map((t) => t.activity)).toEqual(["manual", "manual", "manual", "manual"]);
		expect(turns.map((t) => t.on.pump)).toEqual([false, false, false, false]);
	});

	it("survives a restart with the time that it had left", () => {
		const holds = [{ output: "valve", want: 100, until: 5000 }];
		const at = (now: number) => ask(manual, situation(settings, {}, { now: instant(now) }), { holds }).claims.length;
		expect([at(4000), at(4999), at(5000)]).toEqual([1, 1, 0]);
	});

	test.each([
		["with no end in sight", { output: "valve", want: 100, until: 1e12 }],
		["of a heater for longer than an hour", { output: "heater", want: 100, until: 1000 + 3601 }],
		["of an output that is no more", { output: "old", want: 100, until: 1500 }],
	])("%s that was saved is not believed", (_, saved) => {
		const { claims, memory } = ask(manual, situation(settings, {}, { now: instant(1000) }), { holds: [saved] });
		expect([claims, memory]).toEqual([[], { holds: [] }]);
	});
});

describe("the heater", () => {
	test.each([50, 79.9, 80, 94.9, 95, 99, 120])("can be switched off with the tank at %d °C", (tank) => {
		const plays = new Play({ rules });
		plays.turn({ ...COOL, intents: [hold("heater")] });
		const off = plays.turn({ tank, tank_140: tank, intents: [hold("heater", 0)] });
		expect(off.on.heater).toBe(false);
		expect(off.decision.answers).toEqual([undefined]);
	});

	it("can be switched off with every sensor lost", () => {
		const plays = new Play({ rules });
		plays.turn({ ...COOL, intents: [hold("heater")] });
		const off = plays.turn({ tank: "silent", tank_20: "silent", tank_140: "silent", intents: [release("heater")] });
		expect([off.on.heater, off.decision.answers]).toEqual([false, [undefined]]);
	});

	it("that is held on stops at the tank's maximum, and its hold still ends after an hour", () => {
		const plays = new Play({ rules });
		plays.turn({ t: 0, ...COOL, intents: [hold("heater")] });
		expect(plays.turn({ t: 600, tank_140: 95 })).toMatchObject({ on: { heater: false }, activity: "tank_too_hot" });
		expect(plays.turn({ t: 3500, tank_140: 60 }).on.heater).toBe(true);
		expect(plays.turn({ t: 3600 }).on.heater).toBe(false);
	});

	it("never switches on by itself", () => {
		const turns = play({ rules }, [COOL, SUNNY, { collector: 155 }, { tank: 10 }, { collector: -20 }]);
		expect(turns.map((t) => t.on.heater)).toEqual([false, false, false, false, false]);
	});

	it("that is on never keeps the pump from starting", () => {
		const turns = play({ rules }, [
			{ ...COOL, intents: [hold("heater")] },
			{ collector: 57.9 },
			{ collector: 58 },
			{ collector: 80 },
		]);
		expect(turns.map((t) => [t.on.heater, t.on.pump])).toEqual([
			[true, false],
			[true, false],
			[true, true],
			[true, true],
		]);
	});

	it("ends a saved hold at a level that the relay does not have", () => {
		const holds = [{ output: "pump", want: 45, until: 2000 }];
		const { claims, memory } = ask(manual, situation(settings, {}, { now: instant(1000) }), { holds });
		expect({ claims, memory }).toEqual({ claims: [], memory: { holds: [] } });
	});
});
