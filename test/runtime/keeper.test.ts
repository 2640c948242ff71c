import { beforeEach, describe, expect, it, test } from "@jest/globals";
import type { AnyRule } from "#control/rule.ts";
import type { Settings } from "#model/decision/settings.ts";
import { fault } from "#model/plant/fault.ts";
import { instant, percent } from "#model/quantities/units.ts";
import { Keeper, type Saving } from "#runtime/keeper.ts";
import type { Kept } from "#runtime/world.ts";
import { ownersPlant, RULES, SETTINGS } from "../fakes/owners-plant.ts";

const COUNTERS = RULES.filter((r: AnyRule) => r.counts).map((r) => r.id);
const OFF_STATE = { wanted: percent(0), actual: percent(0) };

let saved: Saving[];
let keeper: Keeper;
let last: Kept;
beforeEach(() => {
	saved = [];
	keeper = new Keeper(RULES, ownersPlant, SETTINGS, "auto", (changes) => saved.push(changes));
	last = {
		now: instant(0),
		mode: "auto",
		settings: SETTINGS,
		memories: Object.fromEntries(RULES.map((r) => [r.id, {}])),
		outputs: [OFF_STATE, OFF_STATE],
		starts: {},
	};
});
/** A turn in which this changed; gives what was saved of it. */
const turn = (now: number, changes: Partial<Kept> = {}): readonly Saving[] => {
	last = { ...last, ...changes, now: instant(now) };
	keeper.keep(last);
	return saved.splice(0);
};
const remembering = (id: string, memory: unknown) => ({ memories: { ...last.memories, [id]: memory } });
const chargingFrom = (start_at: number): Settings => ({ ...SETTINGS, solar_charging: { start_at, stop_at: 4 } });

describe("what is kept of a turn", () => {
	it("is nothing where nothing changed, until the minute is over", () => {
		turn(0);
		expect(turn(1)).toEqual([]);
		expect(turn(59.9)).toEqual([]);
		expect(turn(60)).toEqual([{ counters: Object.fromEntries(COUNTERS.map((id) => [id, {}])), running: 60 }]);
		expect(turn(61)).toEqual([]);
	});

	it("is a latch or hold at once, and only the one that changed", () => {
		turn(0);
		const holds = { holds: [{ output: "pump", want: 100, until: 3600 }] };
		expect(turn(1, remembering("manual", holds))).toEqual([{ memories: { manual: holds }, running: 1 }]);
		expect(turn(2, remembering("boil_stop", { boiling: true }))).toEqual([
			{ memories: { boil_stop: { boiling: true } }, running: 2 },
		]);
	});

	it("is a counter not at once, but within the minute and at the stop", () => {
		turn(0);
		const [id = ""] = COUNTERS;
		for (let now = 1; now < 60; now += 1) expect(turn(now, remembering(id, { seconds: now }))).toEqual([]);
		expect(turn(60, remembering(id, { seconds: 60 }))[0]?.counters?.[id]).toEqual({ seconds: 60 });
		turn(75, remembering(id, { seconds: 75 }));
		keeper.finish();
		expect(saved).toEqual(
			[
				{
					counters: { ...last.memories, [id]: { seconds: 75 } },
					outputs: { pump: OFF_STATE, heater: OFF_STATE },
					running: 75,
				},
			].map((one) => ({ ...one, counters: Object.fromEntries(COUNTERS.map((c) => [c, one.counters[c]])) })),
		);
	});

	it("is a counter of one place not at once either, but within the minute", () => {
		turn(0);
		const [id = ""] = COUNTERS;
		const key = `${id}@pump`;
		expect(turn(1, remembering(key, { seconds: 1 }))).toEqual([]);
		expect(turn(60)[0]?.counters?.[key]).toEqual({ seconds: 1 });
	});

	it("is the state of the outputs at once, by id", () => {
		turn(0);
		const on = { wanted: percent(100), actual: percent(100), since: instant(5) };
		expect(turn(5, { outputs: [on, OFF_STATE] })).toEqual([{ outputs: { pump: on, heater: OFF_STATE }, running: 5 }]);
	});

	it("is a level that follows a temperature not at once, but within the minute and at the stop", () => {
		const at = (level: number) => ({ wanted: percent(level), actual: percent(level), since: instant(5) });
		turn(0);
		expect(turn(5, { outputs: [at(30), OFF_STATE] })).toHaveLength(1);
		for (let now = 6; now < 60; now += 1)
			expect(turn(now, { outputs: [at(now % 2 === 0 ? 45 : 50), OFF_STATE] })).toEqual([]);
		expect(turn(60)[0]?.outputs?.["pump"]).toEqual(at(50));
		expect(turn(61, { outputs: [at(55), OFF_STATE] })).toEqual([]);
		expect(turn(62, { outputs: [OFF_STATE, OFF_STATE] })).toHaveLength(1);
		turn(63, { outputs: [at(70), OFF_STATE] });
		turn(64, { outputs: [at(75), OFF_STATE] });
		keeper.finish();
		expect(saved[0]?.outputs?.["pump"]).toEqual(at(75));
	});

	it("is at once that a board does not confirm a level", () => {
		const at = (changes: object) => ({ wanted: percent(50), actual: percent(50), since: instant(5), ...changes });
		turn(0, { outputs: [at({}), OFF_STATE] });
		expect(turn(1, { outputs: [at({ fault: fault("not_verified") }), OFF_STATE] })).toHaveLength(1);
		const { actual: _, ...unknown } = at({ fault: fault("not_verified") });
		expect(turn(2, { outputs: [unknown, OFF_STATE] })).toHaveLength(1);
		expect(turn(3, { outputs: [{ ...unknown, since: instant(3) }, OFF_STATE] })).toHaveLength(1);
	});

	it("is the list of starts, among the memories", () => {
		turn(0);
		expect(turn(3, { starts: { pump: [instant(3)] } })).toEqual([
			{ memories: { interlock: { pump: [3] } }, running: 3 },
		]);
	});

	test.each([
		[
			"a setting that differs from the options page",
			{ settings: chargingFrom(10) },
			[{ rule: "solar_charging", field: "start_at", value: 10, replaced: 8 }],
		],
		["a mode that does", { mode: "off" }, [{ rule: "system", field: "mode", value: "off", replaced: "auto" }]],
		["a test not, as it does not outlive the process", { mode: "test" }, []],
		[
			"both",
			{ mode: "off", settings: chargingFrom(10) },
			[
				{ rule: "system", field: "mode", value: "off", replaced: "auto" },
				{ rule: "solar_charging", field: "start_at", value: 10, replaced: 8 },
			],
		],
	] as const)("is %s at once, with what it replaced", (_, changes, overrides) => {
		turn(0);
		expect(turn(1, changes)).toEqual([{ overrides, running: 1 }]);
		expect(turn(2)).toEqual([]);
	});

	it("is no override any more once the value is that of the options page again", () => {
		turn(0, { settings: chargingFrom(10) });
		expect(turn(1, { settings: chargingFrom(8) })).toEqual([{ overrides: [], running: 1 }]);
	});

	it("is nothing at the stop where there was no turn", () => {
		keeper.finish();
		expect(saved).toEqual([]);
	});
});
