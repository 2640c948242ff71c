import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { bind } from "#control/bind.ts";
import { type Effect, settle } from "#control/machinery/settle.ts";
import { remembered } from "#control/memory/memories.ts";
import { firstState, step } from "#control/step.ts";
import { levelOf } from "#model/decision/claim.ts";
import type { Verdict } from "#model/decision/decision.ts";
import type { Intent } from "#model/decision/intent.ts";
import { fault } from "#model/plant/fault.ts";
import { AT_REST } from "#model/plant/output.ts";
import { emptyPlant, outputId } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import { celsius, instant, percent, seconds } from "#model/quantities/units.ts";
import { UNTRUSTED } from "#model/quantities/wall.ts";
import * as registry from "#rules/index.ts";
import { settingsFor } from "../fakes/plant.ts";
import * as oracle from "../oracle/core.ts";
import { type Lacking, type Spared, single } from "../oracle/single.ts";

/** Rules that came later decide things of their own. */
const then = Object.keys(oracle.firstState(emptyPlant()).memories);
const rules = Object.values(registry).filter(({ id }) => then.includes(id));

type Said = number | "fault" | "silent";
interface Row {
	readonly dt: number;
	readonly said: readonly Said[];
	/** A value moves from the last one, instead of jumping. */
	readonly drifts: boolean;
	readonly intents: readonly Intent[];
	readonly effects: readonly (Effect | undefined)[];
}

const said: fc.Arbitrary<Said> = fc.oneof(
	{ weight: 12, arbitrary: fc.integer({ min: -20, max: 1000 }).map((n) => n / 5) },
	{ weight: 2, arbitrary: fc.constant("fault" as const) },
	{ weight: 2, arbitrary: fc.constant("silent" as const) },
);
const output = fc.constantFrom("pump", "heater", "spare").map(outputId);
const intent: fc.Arbitrary<Intent> = fc.oneof(
	fc.record({
		kind: fc.constant("hold" as const),
		output,
		want: fc.constantFrom(percent(0), percent(100)),
		for: fc.constantFrom(seconds(20), seconds(600), seconds(99_999)),
	}),
	fc.record({ kind: fc.constant("release" as const), output }),
	fc.record({
		kind: fc.constant("mode" as const),
		mode: fc.constantFrom("auto" as const, "auto" as const, "off" as const, "test" as const),
	}),
);
const effect: fc.Arbitrary<Effect | undefined> = fc.oneof(
	{ weight: 9, arbitrary: fc.constant(undefined) },
	{
		weight: 1,
		arbitrary: fc.constantFrom<Effect>({ actual: percent(100) }, { actual: percent(0) }, { fault: fault("no_answer") }),
	},
);
const row: fc.Arbitrary<Row> = fc.record({
	dt: fc.constantFrom(1, 5, 10, 30, 60, 900),
	said: fc.array(said, { minLength: 4, maxLength: 4 }),
	drifts: fc.boolean(),
	intents: fc.oneof(
		{ weight: 4, arbitrary: fc.constant<Intent[]>([]) },
		{ weight: 1, arbitrary: fc.array(intent, { maxLength: 3 }) },
	),
	effects: fc.array(effect, { minLength: 3, maxLength: 3 }),
});
const spared: fc.Arbitrary<Spared> = fc.record({
	least_run: fc.constantFrom(0, 30, 120).map(seconds),
	least_rest: fc.constantFrom(0, 30, 120).map(seconds),
	starts_per_hour: fc.constantFrom(0, 0, 2),
	rest: fc.constantFrom("load_off" as const, "load_off" as const, "load_on" as const, "hold" as const),
	excludes: fc.boolean(),
});
const lacking: fc.Arbitrary<readonly Lacking[]> = fc.oneof(
	{ weight: 4, arbitrary: fc.constant<Lacking[]>([]) },
	{
		weight: 1,
		arbitrary: fc.subarray<Lacking>(["collector", "tank", "tank_20", "tank_140", "pump", "heater", "spare"]),
	},
);

/** What the sensors of both told, row by row. */
class Weather {
	readonly #values = new Map<number, number>();
	readonly samples: (Sample | undefined)[] = [];

	turn(sensors: readonly { readonly index: number; readonly role: string }[], t: number, { said, drifts }: Row) {
		const pace = seconds(5);
		for (const { index, role } of sensors) {
			const told = said[index] ?? "silent";
			if (told === "silent") continue;
			if (told === "fault") this.samples[index] = { ...this.samples[index], pace, fault: fault("open") };
			else {
				const last = this.#values.get(index);
				const value =
					drifts && last !== undefined
						? last + (told - 100) / 20
						: role === "collector"
							? told
							: Math.min(told, 30 + told / 2.4);
				this.#values.set(index, value);
				this.samples[index] = { value: celsius(value), at: instant(t), pace };
			}
		}
		return [...this.samples];
	}
}

/** `reached` is left out where it is empty. */
const latches = (memories: Readonly<Record<string, unknown>>) =>
	Object.fromEntries(
		Object.entries(memories).map(([id, memory]) => {
			const { reached = [], ...rest } = memory as { reached?: readonly string[] };
			return [id, reached.length === 0 ? rest : { ...rest, reached }];
		}),
	);

/** Turns both through the same rows. What is shown of every turn has to be the same. */
function compare(rows: readonly Row[], wiring: ReturnType<typeof single>, night: boolean): void {
	const { plant, roles } = wiring;
	const bound = bind(plant, rules);
	// Longer runs came later.
	const settings = settingsFor(rules, { night_cooling: { enabled: night }, collector_cooling: { run_for: 0 } });
	let ours = firstState(
		"auto",
		settings,
		remembered(bound, {}),
		plant.outputs.map(() => AT_REST),
	);
	let theirs = oracle.firstState(plant);
	const weather = new Weather();
	let t = 100;
	for (const row of rows) {
		t += row.dt;
		const now = instant(t);
		const input = { now, wall: UNTRUSTED, samples: weather.turn(plant.sensors, t, row), intents: row.intents };
		const a = step(bound, ours, input);
		const b = oracle.step(plant, roles, settings, theirs, input);
		same(a.verdicts.map(shown), b.verdicts.map(shownThen));
		same(a.state.mode, b.state.mode);
		same(a.activity, activityThen(b));
		ours = { ...a.state, outputs: settle(now, plant, a.state.outputs, a.verdicts, row.effects) };
		theirs = { ...b.state, outputs: settle(now, plant, b.state.outputs, b.verdicts, row.effects) };
		same(ours.outputs, theirs.outputs);
		same(ours.starts, theirs.starts);
		same(latches(ours.memories), latches(theirs.memories));
	}
}
/** `expect` says best what differs, and takes ten times as long to find that nothing does. */
function same(ours: unknown, theirs: unknown): void {
	if (!isDeepStrictEqual(ours, theirs)) expect(ours).toEqual(theirs);
}
const shown = ({ want, because, rank, activity, overruled }: Verdict) => ({
	want,
	because,
	rank,
	activity,
	overruled: overruled.map((c) => ({ want: levelOf(c), rank: c.rank, because: c.because })),
});
/** Mode `off` had the rank of safety then. Now it is no claim, and has none. */
function shownThen({ want, because, rank, activity, overruled }: oracle.Verdict) {
	const off = [because, ...overruled.map((c) => c.because)].some(({ code }) => code === "mode_off");
	return {
		want,
		because,
		rank: off ? undefined : rank,
		activity,
		overruled: overruled.map((c) => ({
			want: c.want,
			rank: c.because.code === "mode_off" ? "normal" : c.rank,
			because: c.because,
		})),
	};
}
/** Mode `off` was an activity of safety then, and could hide what safety forbids. Now that is shown first. */
const activityThen = ({ state, verdicts, activity }: ReturnType<typeof oracle.step>) =>
	state.mode === "off" ? (verdicts.map(shownThen).find(({ rank }) => rank === "safety")?.activity ?? "off") : activity;

describe("a house of one collector, one tank and one pump", () => {
	// #decides-as-ever
	it("is controlled as in release 0.1.0, for any wiring, readings, commands and board answers", () => {
		fc.assert(
			fc.property(
				fc.array(row, { minLength: 3, maxLength: 20 }),
				spared,
				lacking,
				fc.boolean(),
				(rows, o, missing, night) => compare(rows, single(missing, o), night),
			),
			{ numRuns: 8000 },
		);
	}, 300_000);
});
