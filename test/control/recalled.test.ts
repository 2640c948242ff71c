import { isDeepStrictEqual } from "node:util";
import { describe, expect, it, test } from "@jest/globals";
import { bind } from "#control/bind.ts";
import { settle } from "#control/machinery/settle.ts";
import { remembered } from "#control/memory/memories.ts";
import { type Decision, firstState, type Input, type State, step } from "#control/step.ts";
import type { Intent } from "#model/decision/intent.ts";
import { AT_REST } from "#model/plant/output.ts";
import { measures, type Plant } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import { instant, OFF, seconds } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import { ALL_RULES } from "../../src/app/control/rules.ts";
import { type Dice, dice } from "../fakes/drawn/dice.ts";
import { widePlant } from "../fakes/drawn/plant.ts";
import { drawShape } from "../fakes/drawn/shape.ts";
import { settingsFor } from "../fakes/plant.ts";

/** How a function is switched on and off. */
interface Switch {
	readonly rule: string;
	readonly field: string;
	readonly on: readonly (boolean | string)[];
	readonly off: boolean | string;
}
const SWITCHES = ALL_RULES.flatMap(({ id, options: { shape } }): readonly Switch[] => {
	if ("enabled" in shape) return [{ rule: id, field: "enabled", on: [true], off: false }];
	const modes: readonly string[] = shape["mode"]?.def?.innerType?.options ?? [];
	const on = modes.filter((mode) => mode !== "off");
	return on.length < modes.length ? [{ rule: id, field: "mode", on, off: "off" }] : [];
});

/** The block of a heater without effect ends while its function is off. */
const GOES_ON = ["heater_control"];

describe("a function that can be switched off", () => {
	test.each(ALL_RULES.map((rule) => [rule.id, rule] as const))("%s says so by its settings", (id, rule) => {
		const own = GOES_ON.includes(id) ? undefined : SWITCHES.find((one) => one.rule === id);
		expect(rule.off === undefined).toBe(own === undefined);
		if (own === undefined) return;
		const isOff = (value: boolean | string) => rule.off?.({ ...settingsFor([rule])[id], [own.field]: value });
		expect(isOff(own.off)).toBe(true);
		expect(own.on.map(isOff)).toEqual(own.on.map(() => false));
	});
});

const PLANTS = 60;
const TURNS = 40;
const PACE = seconds(60);

describe(`for ${PLANTS} plants whose functions are switched on and off`, () => {
	// #asks-what-is-on
	it("decides as if every rule were asked in every turn, and every check in every turn what it found", () => {
		let spared = 0;
		let found = 0;
		for (let seed = 1; seed <= PLANTS; seed++)
			for (const { decision, anew, asked, all } of lifeOf(seed)) {
				if (!isDeepStrictEqual(told(decision), told(anew))) expect({ seed, ...told(decision) }).toEqual(told(anew));
				spared += all - asked;
				found += decision.findings.length;
			}
		expect(spared).toBeGreaterThan(PLANTS * TURNS);
		expect(found).toBeGreaterThan(PLANTS);
	});
});

/** All but what spares the next turn work. */
const told = ({ state: { recalled: _, ...state }, ...decision }: Decision) => ({ ...decision, state });

interface Turn {
	readonly decision: Decision;
	/** The same turn by a core that recalls nothing, of rules that do not say when they are off. */
	readonly anew: Decision;
	readonly asked: number;
	readonly all: number;
}

function lifeOf(seed: number): readonly Turn[] {
	const thrown = dice(seed);
	const plant = widePlant({ ...drawShape(thrown), own: false });
	const bound = bind(plant, ALL_RULES);
	const always = bind(
		plant,
		ALL_RULES.map(({ off: _, ...rule }) => rule),
	);
	const outputs = plant.outputs.map(() => AT_REST);
	const settings = settingsFor(ALL_RULES);
	let state: State = firstState("auto", settings, remembered(bound, {}), outputs);
	const samples: (Sample | undefined)[] = [];
	let now = instant(1000);
	return thrown.times(TURNS, () => {
		now = instant(now + thrown.of(60, 60, 60, 900));
		draw(thrown, plant, samples, now);
		const input: Input = { now, wall: wallOf(thrown), samples: [...samples], intents: intents(thrown) };
		const { recalled: _, ...fresh } = state;
		const turn = { decision: step(bound, state, input), anew: step(always, fresh, input) };
		const asked = state.recalled?.asked.length ?? bound.instances.length;
		const next = turn.decision.state;
		// Boards that stick are what checks find.
		const effects = thrown.once(3) ? plant.outputs.map(() => ({ actual: next.outputs[0]?.wanted ?? OFF })) : [];
		state = { ...next, outputs: settle(now, plant, next.outputs, turn.decision.verdicts, effects) };
		return { ...turn, asked, all: bound.instances.length };
	});
}

function draw(thrown: Dice, plant: Plant, samples: (Sample | undefined)[], at: Input["now"]): void {
	for (const sensor of plant.sensors) {
		const value = measures(sensor, "temperature") ? thrown.of(3, 30, 48, 60, 75, 85, 96, 139, 151) : thrown.nat(9);
		samples[sensor.index] = thrown.once(30) ? undefined : { value, at, pace: PACE };
	}
}

const wallOf = (thrown: Dice): Wall => ({
	date: "2026-07-01",
	weekday: 3,
	minute_of_day: thrown.nat(1440),
	trusted: !thrown.once(4),
});

function intents(thrown: Dice): readonly Intent[] {
	const own = thrown.once(4) ? thrown.from(SWITCHES) : undefined;
	if (own === undefined) return [];
	const value = thrown.once(2) ? own.off : (thrown.from(own.on) ?? own.off);
	return [{ kind: "setting", rule: own.rule, field: own.field, value }];
}
