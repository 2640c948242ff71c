import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { fault } from "#model/plant/fault.ts";
import { FULL, seconds } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import * as registry from "#rules/index.ts";
import { fakePlant, Play, type Row, type Turn } from "../fakes/plant.ts";

const rules = Object.values(registry);
const house = (settings = {}, changes = {}) => new Play({ rules, settings, plant: fakePlant(changes) });
const at = (collector: number, tank: number, more: Row = {}): Row => ({
	...{ collector, tank, tank_20: tank, tank_140: tank },
	...more,
});
const starts = (turns: readonly Turn[]) =>
	turns.filter(({ on }, i) => on.pump && turns[i - 1]?.on.pump !== true).length;
const codes = (turns: readonly Turn[]) => turns.map(({ because }) => because.pump.code);

// What owners of solar controllers reported, each as it went there.
describe("what happened on other people's roofs", () => {
	it("birds pulled the sensor out: the pump was started by hand, and forgotten; the night cooled the tank", () => {
		const one = house();
		one.turn({ t: 0, ...at(21, 46), intents: [{ kind: "hold", output: "pump", want: FULL, for: seconds(3600) }] });
		expect(one.turn({ t: 1800, ...at(21, 55) }).on.pump).toBe(true);
		// The hold has ended by itself, and the night finds the pump at rest.
		const night = one.turns([3700, 20_000, 40_000].map((t) => ({ t, ...at(12, 60) })));
		expect(night.map((t) => t.on.pump)).toEqual([false, false, false]);
	});

	it("flow and return were swapped: at each start the sensor fell below the tank within seconds, and the relay chattered", () => {
		const one = house({}, { pump: { starts_per_hour: 6 } });
		let hot = true;
		const turns = Array.from({ length: 360 }, (_, n) => {
			const turn = one.turn({ t: n * 10, ...at(hot ? 62 : 44, 45) });
			hot = !turn.on.pump;
			return turn;
		});
		expect(starts(turns)).toBeLessThanOrEqual(6);
		expect(turns.some(({ because }) => because.pump.code === "starts_per_hour")).toBe(true);
	});

	it("cooling the collector drove a small tank towards boiling", () => {
		const turns = house().turns([at(110, 80), at(110, 88), at(110, 94.9), at(112, 95), at(115, 94)]);
		expect(codes(turns)).toEqual(["collector_hot", "collector_hot", "collector_hot", "tank_maximum", "tank_maximum"]);
	});

	it("cold water was sent into a drained collector that glowed: it boiled with a roar", () => {
		const one = house({ drain_back: { enabled: true } });
		const turns = one.turns(Array.from({ length: 30 }, (_, n) => ({ t: n * 10, ...at(n < 20 ? 140 : 96, 40) })));
		expect(turns.some((t) => t.on.pump)).toBe(false);
	});

	it("the pump ran almost all the time, and the collector gave a negative yield at night", () => {
		fc.assert(
			fc.property(fc.integer({ min: -20, max: 60 }), fc.integer({ min: 1, max: 90 }), (collector, more) => {
				// A hotter tank is cooled on purpose.
				fc.pre(collector + more < 87);
				const one = house();
				one.turn({ t: 0, ...at(collector + more + 10, collector + more) });
				const night = one.turns([{ t: 100, ...at(collector, collector + more) }, { t: 200 }]);
				return night.every((t) => !t.on.pump);
			}),
			{ numRuns: 200 },
		);
	});

	it("a collector of water came near freezing; the guard ran until it was clear of it, and slowly enough to sleep", () => {
		const level = { min: 20, max: 100, step: 5 } as never;
		const one = house({ frost_guard: { enabled: true, start_at: -1, stop_above: 2 } }, { pump: { level } });
		const turns = one.turns([at(0, 25), at(-1, 25), at(1.9, 24), at(2, 24), at(2.1, 24)]);
		expect(turns.map(({ decision }) => decision.verdicts[0]?.want)).toEqual([0, 30, 30, 30, 0]);
	});

	it("two sunny days saturated the tank; somebody had to switch the cooling at night by hand, and forgot", () => {
		const one = house({ holiday: { enabled: true, days: 2, tank_above: 60 } });
		const nights = [0, 1, 2, 3].map((day) => one.turn({ t: day * 86_400, ...at(15, 75) }).on.pump);
		expect(nights).toEqual([true, true, false, false]);
	});

	it("at its set-point the pump went on and off all the time", () => {
		const turns = house().turns(Array.from({ length: 200 }, (_, n) => at(84, 75 + (n % 2 === 0 ? 0.1 : -0.1))));
		expect(starts(turns)).toBeLessThanOrEqual(1);
		expect(turns.at(-1)?.on.pump).toBe(false);
	});

	it("after a glitch of a sensor the controller stayed off for the day", () => {
		const turns = house().turns([at(70, 50), { collector: fault("open") }, at(70, 50), at(71, 50)]);
		expect(turns.map((t) => t.on.pump)).toEqual([true, false, true, true]);
	});

	it("power came back at noon, and the pump sent the tank's cold water into glass at 150 °C", () => {
		const one = house({ start_delay: { enabled: true } });
		const turns = one.turns([149, 149, 130, 120, 119.9].map((c, n) => ({ t: n * 120, ...at(c, 40) })));
		expect(turns.map((t) => t.on.pump)).toEqual([false, false, false, false, true]);
	});

	it("the sensor of a tube collector sat in the cold: the pump started at noon, when the tubes already steamed", () => {
		const wall: Wall = { date: "2026-06-01", weekday: 1, minute_of_day: 540, trusted: true };
		const one = house({ tube_kick: { enabled: true } });
		const first = one.turns([
			{ t: 2000, ...at(30, 40), wall },
			{ t: 2010, wall },
		]);
		expect(codes(first)).toEqual(["tubes_kicked", "tubes_kicked"]);
		// The fluid brings the heat of the tubes to the sensor, and charging takes over.
		expect(one.turn({ t: 2020, ...at(75, 40), wall }).because.pump.code).toBe("gain");
	});

	test.each([
		["boiling", at(150, 60), "boiling"],
		["a full tank", at(60, 95), "tank_maximum"],
	])("a stop for safety was undone in the same pass by the next rule: %s", (_, row, why) => {
		const everything = ["night_cooling", "holiday", "frost_guard", "target_charging", "tube_kick"];
		const settings = Object.fromEntries(everything.map((id) => [id, { enabled: true }]));
		const [turn] = house(settings).turns([row]);
		expect([turn?.on.pump, turn?.because.pump.code]).toEqual([false, why]);
	});
});
