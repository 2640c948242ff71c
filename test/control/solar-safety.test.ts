import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { fault } from "#model/plant/fault.ts";
import { measured } from "#model/plant/reading.ts";
import { percent } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import * as registry from "#rules/index.ts";
import { fakePlant, Play, type Row } from "../fakes/plant.ts";

const rules = Object.values(registry);
const level = { min: percent(30), max: percent(100), step: percent(5) };
/** Functions that may run the pump; those that exclude each other may be on together here, as a broken store could have it. */
const FUNCTIONS = [
	...["start_delay", "frost_guard", "tube_kick", "system_cooling", "collector_cooling", "night_cooling"],
	...["holiday", "drain_back", "target_charging"],
] as const;

const settings = fc
	.record({
		on: fc.subarray([...FUNCTIONS]),
		maximum: fc.integer({ min: 76, max: 98 }),
		stop_at: fc.integer({ min: 121, max: 200 }),
	})
	.map(({ on, maximum, stop_at }) => ({
		...Object.fromEntries(FUNCTIONS.map((id) => [id, { enabled: on.includes(id) }])),
		tank_limit: { maximum },
		boil_stop: { stop_at, release_below: stop_at - 10 },
	}));
const warmth = (min: number, max: number) => fc.integer({ min: min * 2, max: max * 2 }).map((n) => n / 2);
const told = (min: number, max: number) =>
	fc.oneof({ weight: 12, arbitrary: warmth(min, max) }, { weight: 1, arbitrary: fc.constant(fault("open")) });
const row = fc.record({
	collector: told(-20, 210),
	tank: told(0, 100),
	tank_140: told(0, 100),
	dt: fc.integer({ min: 1, max: 2400 }),
	minute_of_day: fc.integer({ min: 0, max: 1439 }),
});

describe("whatever of the functions of the collector are switched on", () => {
	// #solar-functions-keep-limits
	it("none runs the pump at the boil stop, at a tank's maximum, or without a sensor; memory survives JSON", () => {
		fc.assert(
			fc.property(settings, fc.boolean(), fc.array(row, { maxLength: 40 }), (chosen, levels, rows) => {
				const plant = fakePlant(levels ? { pump: { level } } : {});
				const one = new Play({ rules, plant, settings: chosen });
				let t = 0;
				let boiling = false;
				for (const { dt, minute_of_day, ...said } of rows) {
					t += dt;
					const wall: Wall = { date: "2026-07-01", weekday: 3, minute_of_day, trusted: true };
					const turn = one.turn({ t, ...said, tank_20: said.tank, wall } as Row);
					one.state = { ...one.state, memories: JSON.parse(JSON.stringify(one.state.memories)) };
					const known = plant.sensors.map((sensor) => measured(turn.state.readings, sensor));
					const [collector, tank] = known;
					const { stop_at, release_below } = chosen.boil_stop;
					if (collector !== undefined) boiling = boiling ? collector >= release_below : collector >= stop_at;
					const lost = collector === undefined || tank === undefined;
					const hottest = Math.max(...known.slice(1).map((value) => value ?? 0));
					const must = boiling || lost || hottest >= chosen.tank_limit.maximum;
					if (must) expect([turn.on.pump, turn.because.pump.code]).toEqual([false, expect.any(String)]);
				}
			}),
			{ numRuns: 300 },
		);
	});
});
