import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import * as z from "zod";
import { rule, silent } from "#control/rule.ts";
import { outputRuns } from "#energy/output-runs.ts";
import { exactly } from "#model/decision/claim.ts";
import { type Claim, RANKS } from "#model/decision/decision.ts";
import { type Intent, MODES } from "#model/decision/intent.ts";
import { FAULT_CODES, fault } from "#model/plant/fault.ts";
import { outputId, type Plant } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
import { percent, seconds } from "#model/quantities/units.ts";
import * as registry from "#rules/index.ts";
import { fakePlant, Play, type Row, type Told, type Turn } from "../fakes/plant.ts";
import { reason } from "../fakes/unworded.ts";

const rules = [...Object.values(registry), outputRuns];
const OUTPUTS = ["pump", "heater", "valve"] as const;

const told: fc.Arbitrary<Told> = fc.oneof(
	{ weight: 6, arbitrary: fc.integer({ min: -200, max: 3200 }).map((n) => n / 10) },
	{ weight: 2, arbitrary: fc.constantFrom(94.9, 95, 95.1, 139.9, 140, 150, 92.9, 93, 75, 86, 90) },
	{ weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -127, 85) },
	{ weight: 1, arbitrary: fc.constantFrom(...FAULT_CODES).map((code) => fault(code)) },
	{ weight: 1, arbitrary: fc.constant("silent" as const) },
);
const anyNumber = fc.oneof(fc.double(), fc.integer({ min: -10, max: 110 }));
const output = fc.constantFrom(...OUTPUTS).map(outputId);
const intent: fc.Arbitrary<Intent> = fc.oneof(
	fc.record<Intent & { kind: "hold" }>(
		{ kind: fc.constant("hold"), output, want: anyNumber.map(percent), for: anyNumber.map(seconds) },
		{ requiredKeys: ["kind", "output", "want"] },
	),
	fc.record({ kind: fc.constant("hold" as const), output, want: fc.constant(percent(100)) }),
	fc.record({ kind: fc.constant("release" as const), output }),
	fc.record({ kind: fc.constant("mode" as const), mode: fc.constantFrom(...MODES) }),
	fc.record({
		kind: fc.constant("setting" as const),
		rule: fc.constantFrom(...rules.map((r) => r.id)),
		field: fc.constantFrom("start_at", "stop_at", "maximum", "target", "release_below", "hold_for", "enabled"),
		value: fc.oneof(anyNumber, fc.boolean()),
	}),
);
const row = fc.record(
	{
		wait: fc.integer({ min: 1, max: 40 }),
		collector: told,
		tank: told,
		tank_20: told,
		tank_140: told,
		intents: fc.array(intent, { maxLength: 3 }),
	},
	{ requiredKeys: ["wait"] },
);
const plants: fc.Arbitrary<Plant> = fc.constantFrom(
	fakePlant(),
	fakePlant({ pump: { rest: "load_on", wiring: "nc" }, heater: { rest: "hold" } }),
	fakePlant({ heater: { excludes: outputId("pump"), starts_per_hour: 3 }, pump: { least_run: seconds(3600) } }),
);

/** Turns these rows, looks at every turn, and tells when the last one was. */
function through(plays: Play, sequence: readonly (Row & { wait: number })[], look: (turn: Turn) => void): number {
	let t = 0;
	for (const { wait, ...told } of sequence) {
		t += wait;
		look(plays.turn({ ...told, t }));
	}
	return t;
}
const rows = fc.array(row, { maxLength: 60 });
const boiling = (turn: Turn) => (turn.state.memories["boil_stop"] as { boiling: boolean }).boiling;
const tooHot = (turn: Turn) => (turn.state.memories["tank_limit"] as { too_hot: boolean }).too_hot;

describe("for any readings and any commands", () => {
	it("the pump is off without a collector or a tank temperature, while the collector boils and with a tank at its maximum", () => {
		fc.assert(
			fc.property(plants, rows, (plant, sequence) => {
				through(new Play({ plant, rules }), sequence, (turn) => {
					const { readings, settings } = turn.state;
					const { collector, tank, tank_sensors } = plant.roles;
					const maximum = settings["tank_limit"]?.["maximum"] as number;
					const stop_at = settings["boil_stop"]?.["stop_at"] as number;
					const lost = [collector, tank].some((s) => temperature(readings, s) === undefined);
					const hot = tank_sensors.some((s) => (temperature(readings, s) ?? 0) >= maximum);
					const boils = boiling(turn) || (temperature(readings, collector) ?? 0) >= stop_at;
					if (lost || hot || boils || tooHot(turn)) expect(turn.on.pump).toBe(false);
				});
			}),
			{ numRuns: 300 },
		);
	});

	it("the heater is off without a tank temperature and with a tank at its maximum", () => {
		fc.assert(
			fc.property(plants, rows, (plant, sequence) => {
				through(new Play({ plant, rules }), sequence, (turn) => {
					const { readings, settings } = turn.state;
					const maximum = settings["tank_limit"]?.["maximum"] as number;
					const hot = plant.roles.tank_sensors.some((s) => (temperature(readings, s) ?? 0) >= maximum);
					const lost = temperature(readings, plant.roles.tank) === undefined;
					if (lost || hot || tooHot(turn)) expect(turn.on.heater).toBe(false);
				});
			}),
			{ numRuns: 300 },
		);
	});

	// #failed-reading-starts-nothing
	it("failed readings of a sensor start no output that would not have run with its last value", () => {
		const alone: fc.Arbitrary<Plant> = fc.constantFrom(fakePlant(), fakePlant({ pump: { least_run: seconds(0) } }));
		const name = fc.constantFrom("collector", "tank", "tank_20", "tank_140");
		fc.assert(
			fc.property(alone, rows, name, fc.constantFrom(...FAULT_CODES), (plant, sequence, sensor, code) => {
				const [fails, works] = [new Play({ plant, rules }), new Play({ plant, rules })];
				const t = Math.max(
					through(fails, sequence, () => undefined),
					through(works, sequence, () => undefined),
				);
				// One failed reading, then for as long as it takes to lose the sensor.
				for (const later of [5, 10, 35, 60, 65]) {
					const without = fails.turn({ t: t + later, [sensor]: fault(code) });
					const with_ = works.turn({ t: t + later });
					for (const o of OUTPUTS) if (!with_.on[o]) expect(without.on[o]).toBe(false);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it("every output gets 0 to 100 % and a reason, and memories can be saved and read again", () => {
		fc.assert(
			fc.property(plants, rows, (plant, sequence) => {
				through(new Play({ plant, rules }), sequence, ({ decision, state }) => {
					expect(decision.verdicts).toHaveLength(plant.outputs.length);
					for (const { want, because } of decision.verdicts) {
						expect(want).toBeGreaterThanOrEqual(0);
						expect(want).toBeLessThanOrEqual(100);
						expect(because.code).not.toBe("");
						for (const fact of Object.values(because.facts)) expect(fact).not.toBeNaN();
					}
					expect(JSON.parse(JSON.stringify(state.memories))).toEqual(state.memories);
				});
			}),
		);
	});

	it("no output is held longer than a day after the last command, and no heater longer than an hour", () => {
		const holds = (turn: Turn) => (turn.state.memories["manual"] as { holds: { output: string }[] }).holds;
		fc.assert(
			fc.property(plants, rows, (plant, sequence) => {
				const plays = new Play({ plant, rules });
				const t = through(plays, sequence, () => undefined);
				expect(holds(plays.turn({ t: t + 3600 })).filter((h) => h.output === "heater")).toEqual([]);
				expect(holds(plays.turn({ t: t + 24 * 3600 }))).toEqual([]);
			}),
		);
	});

	// #claim-any-lower-rank
	it("a claim of a lower rank changes nothing if safety forbids", () => {
		const claims = fc.array(
			fc.record({
				output: fc.nat({ max: 2 }),
				want: fc.constantFrom(0, 50, 100),
				rank: fc.constantFrom(...RANKS.slice(1)),
			}),
			{ maxLength: 5 },
		);
		fc.assert(
			fc.property(plants, rows, claims, (plant, sequence, extra) => {
				const pushy = rule({
					id: "pushy",
					per: "plant",
					needs: {},
					options: z.object({}),
					memory: z.object({}),
					propose: (_here, _situation, memory) => ({
						...silent(memory),
						claims: extra.flatMap(({ output: i, want, rank }): Claim[] => {
							const of = plant.outputs[i];
							return of === undefined ? [] : [exactly(of, percent(want), rank, reason("pushed"), "upkeep")];
						}),
					}),
				});
				const forbids = rule({
					id: "forbids",
					per: "plant",
					needs: {},
					options: z.object({}),
					memory: z.object({}),
					propose: (_here, _situation, memory) => ({
						...silent(memory),
						claims: plant.outputs.map((o) => exactly(o, percent(0), "safety", reason("forbidden"), "fault")),
					}),
				});
				const plays = new Play({ plant, rules: [pushy, ...rules, forbids] });
				through(plays, sequence, ({ on }) => expect(on).toEqual({ pump: false, heater: false, valve: false }));
			}),
		);
	});
});
