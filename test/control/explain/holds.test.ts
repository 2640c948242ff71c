import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { bind } from "#control/bind.ts";
import { explain } from "#control/explain/explain.ts";
import { next, type Played, played, type Turn } from "#control/explain/what-if.ts";
import type { State } from "#control/step.ts";
import { holds } from "#model/decision/condition.ts";
import { celsius, seconds } from "#model/quantities/units.ts";
import * as registry from "#rules/index.ts";
import { fakePlant, Play, type Row, type SensorName } from "../../fakes/plant.ts";

const rules = Object.values(registry);
/** Without least times, so that a changed decision shows at once. */
const NO_WAIT = { least_run: seconds(0), least_rest: seconds(0) };
const plant = fakePlant({ pump: NO_WAIT, heater: NO_WAIT });
const bound = bind(plant, rules);
const settings = {
	night_cooling: { enabled: true },
	heater_control: { mode: "on", wait_for_sun: 0, least_on: 0, least_off: 0 },
};
const RUNS = 200;

const temperature = (from: number, to: number) => fc.integer({ min: from * 10, max: to * 10 }).map((n) => n / 10);
const near = (...limits: readonly number[]) =>
	fc
		.tuple(fc.constantFrom(...limits), fc.integer({ min: -12, max: 12 }))
		.map(([at, by]) => Math.round(at * 10 + by) / 10);
const anyHot = fc.oneof(temperature(-20, 180), near(86, 90, 140, 150));
const anyTank = fc.oneof(temperature(10, 99), near(73, 75, 80, 93, 95));
const row: fc.Arbitrary<Row> = fc.record({ collector: anyHot, tank: anyTank, tank_20: anyTank, tank_140: anyTank });
const rows = fc.array(row, { minLength: 1, maxLength: 8 });

/** A turn after these rows, and the state that it left. */
function left(sequence: readonly Row[]): { readonly turn: Turn; readonly state: State } {
	const play = new Play({ plant, rules, settings });
	for (const one of sequence.slice(0, -1)) play.turn(one);
	const before = play.state;
	const { input } = play.turn(sequence.at(-1));
	return { turn: { bound, before, input }, state: play.state };
}

/** The same turn with other temperatures. */
function shifted({ bound, before, input }: Turn, sensor: SensorName, by: number): Played {
	const samples = input.samples.map((sample, nth) =>
		plant.sensors[nth]?.id !== sensor || sample?.value === undefined
			? sample
			: { ...sample, value: celsius(Math.round((sample.value + by) * 10) / 10) },
	);
	return played({ bound, before, input: { ...input, samples } });
}

const outcomes = ({ noted }: Played) => noted.map(({ key, condition }) => `${key} ${condition.met}`).join("\n");
const decided = ({ decision }: Played) => decision.verdicts.map(({ want, because }) => `${want} ${because.code}`);

describe("for any temperatures", () => {
	it("each condition of an explanation gives its outcome again by value and limit", () => {
		fc.assert(
			fc.property(rows, (sequence) => {
				const { turn, state } = left(sequence);
				const { outputs, circuits } = explain(turn, state, []);
				for (const { conditions, changes } of [...outputs, ...circuits])
					for (const one of [...conditions, ...changes.map(({ condition }) => condition)])
						if (one.is !== "so") expect(holds(one.is, one.value, one.limit)).toBe(one.met);
			}),
			{ numRuns: RUNS },
		);
	});

	it("the conditions decide: readings with the same outcomes are decided the same", () => {
		let same = 0;
		fc.assert(
			fc.property(
				rows,
				fc.constantFrom<SensorName>("collector", "tank", "tank_20", "tank_140"),
				temperature(-9, 9),
				(sequence, sensor, by) => {
					const { turn } = left(sequence);
					const [one, other] = [played(turn), shifted(turn, sensor, by)];
					if (outcomes(one) !== outcomes(other)) return;
					same += 1;
					expect(decided(other)).toEqual(decided(one));
				},
			),
			{ numRuns: RUNS },
		);
		expect(same).toBeGreaterThan(RUNS / 4);
	});

	it("a named limit changes the decision where it is crossed, and not before", () => {
		let crossed = 0;
		fc.assert(
			fc.property(rows, (sequence) => {
				const { turn, state } = left(sequence);
				const following = next(turn, state);
				const now = played(following).decision.verdicts;
				for (const [nth, { changes }] of explain(turn, state, []).outputs.entries()) {
					for (const { to, condition, sensor, by } of changes) {
						if (sensor === undefined || by === undefined) continue;
						const is = (now[nth]?.want ?? 0) > 0;
						const runs = (so: number) =>
							(shifted(following, sensor as SensorName, so).decision.verdicts[nth]?.want ?? 0) > 0;
						expect([condition.what, to > 0]).toEqual([condition.what, !is]);
						expect([condition.what, runs(by)]).toEqual([condition.what, !is]);
						if (Math.abs(by) > 0.2)
							expect([condition.what, runs(by - Math.sign(by) * 0.2)]).toEqual([condition.what, is]);
						crossed += 1;
					}
				}
			}),
			// The second hottest sensor has to rise further than the hottest, and no further.
			{ numRuns: RUNS, examples: [[[{ collector: 86, tank: 92.6, tank_20: 92.7, tank_140: 10 }]]] },
		);
		expect(crossed).toBeGreaterThan(RUNS / 2);
	});
});
