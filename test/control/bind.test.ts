import { describe, expect, it, test } from "@jest/globals";
import * as z from "zod";
import { bind } from "#control/bind.ts";
import { remembered } from "#control/memory/memories.ts";
import { claiming, type Per, rule, silent } from "#control/rule.ts";
import { atLeast, forbid } from "#model/decision/claim.ts";
import { reason } from "#model/decision/decision.ts";
import { ruleOf } from "#model/decision/memory-key.ts";
import { groupsOf, isField, isTank } from "#model/plant/circuit.ts";
import { type Circuit, type Output, outputId, type Part, type Subject } from "#model/plant/plant.ts";
import { FULL, percent } from "#model/quantities/units.ts";
import * as registry from "#rules/index.ts";
import { type FakePlant, fakePlant, Play, without } from "../fakes/plant.ts";

const rules = Object.values(registry);
const quiet = (id: string, per: Per) =>
	rule({
		id,
		per,
		needs: {},
		options: z.object({}),
		memory: z.object({ n: z.number().default(0) }),
		propose: (_here, _situation, memory) => silent(memory),
	});

/** East and west fields with a pump each, into one tank. The names are those of the fake plant: tank_140 measures the west. */
function twoFields(): FakePlant {
	const plant = fakePlant();
	const [collector, tank, , west] = plant.sensors;
	const [pump, , valve] = plant.outputs;
	const [from, to] = plant.parts;
	if (!collector || !tank || !west || !pump || !valve || !from || !to) throw new Error("the fake plant has these");
	const field: Part = { ...from, id: "west", sensor: west, sensors: [west] };
	const store: Part = { ...to, sensors: [tank] };
	const alone = { valves: [], priority: 1 };
	const circuits: readonly Circuit[] = [
		{ id: "pump", index: 0, from, to: store, pump, ...alone, from_sensor: collector, to_sensor: tank },
		{ id: "valve", index: 1, from: field, to: store, pump: valve, ...alone, from_sensor: west, to_sensor: tank },
	];
	return { ...plant, parts: [from, field, store], circuits, groups: groupsOf(circuits) };
}

describe("rules and a plant", () => {
	it("are bound for each place of a rule, with the place in the key only if there are several", () => {
		const every = (["plant", "circuit", "part", "output"] as const).map((per) => quiet(`per_${per}`, per));
		expect(bind(fakePlant(), every).instances.map(({ key }) => key)).toEqual([
			...["per_plant", "per_circuit", "per_part@collector", "per_part@tank"],
			...["per_output@pump", "per_output@heater", "per_output@valve"],
		]);
		expect(
			bind(twoFields(), every)
				.instances.map(({ key }) => key)
				.slice(1, 3),
		).toEqual([...["per_circuit@pump", "per_circuit@valve"]]);
		expect(["per_output@pump", "per_plant"].map(ruleOf)).toEqual(["per_output", "per_plant"]);
	});

	it("have an output's name in the key also where there is only one, since outputs may be added", () => {
		const [pump] = fakePlant().outputs;
		const plant = { ...fakePlant(), outputs: pump === undefined ? [] : [pump] };
		expect(bind(plant, [quiet("per_output", "output")]).instances.map(({ key }) => key)).toEqual(["per_output@pump"]);
	});

	test.each([
		["field", isField],
		["tank", isTank],
	])("tell each circuit of a %s about what is not wired there", (_, where) => {
		const lacks = {
			...quiet("lacks", "part"),
			where: (at: object) => where(at as Part),
			needs: { flow: () => undefined },
		};
		const { unwired } = bind(twoFields(), [lacks]);
		expect([...new Set(unwired.map(({ on }) => on.id))]).toEqual(["pump", "valve"]);
	});

	it("keep their present keys in a plant with one of each", () => {
		const level = { min: percent(30), max: percent(100), step: percent(1) };
		const { instances } = bind(fakePlant({ pump: { level } }), rules);
		// Nothing in it is beyond a network, and it has one tank and no other consumer.
		const elsewhere = [
			...["dead_man", "heat_dump", "store_priority", "store_exchange"],
			...["boiler_charging", "circulation", "return_preheating", "forecast_cooling"],
		];
		expect(instances.map(({ key }) => key)).toEqual(rules.map((r) => r.id).filter((id) => !elsewhere.includes(id)));
	});

	it("find what a rule needs there, and report what is not wired", () => {
		const plant = without(fakePlant(), "collector");
		const { instances, unwired } = bind(plant, rules);
		expect(instances.map(({ rule }) => rule.id)).toEqual([
			"anti_seize",
			"heater_control",
			"legionella",
			"manual",
			"sensor_lost",
			"tank_limit",
		]);
		const told = new Set(unwired.map(({ on, because }) => `${on.id} needs ${because.facts["role"]}`));
		expect(told).toEqual(new Set(["pump needs collector"]));
	});

	it("report what is not wired only if no rule gives another reason", () => {
		const other = rule({
			...{ id: "other", per: "circuit" as const, needs: {}, options: z.object({}), memory: z.object({}) },
			propose: ({ at }, _, memory) => ({ claims: [], idle: [{ on: at, because: reason("no_reading") }], memory }),
		});
		const plant = without(fakePlant(), "collector");
		expect(new Play({ plant, rules: [...rules, other] }).turn({ tank: 50 }).because.pump.code).toBe("no_reading");
		expect(new Play({ plant, rules }).turn({ tank: 50 }).because.pump.code).toBe("not_wired");
	});

	it("forget the memory of a resting rule, and keep all others", () => {
		const saved = { boil_stop: { boiling: true }, tank_limit: { full: true, too_hot: true } };
		expect(remembered(bind(without(fakePlant(), "collector"), rules), saved)).toMatchObject({
			boil_stop: { boiling: false },
			tank_limit: { full: true, too_hot: true },
		});
	});
});

describe("two tanks with a circuit each", () => {
	it("stop separately: a hot tank or a lost sensor in one does not affect the other", () => {
		const plant = twoFields();
		const second = plant.sensors[2];
		const [east, west, tank] = plant.parts;
		const [one, two] = plant.circuits;
		if (!second || !east || !west || !tank || !one || !two) throw new Error("the fake plant has these");
		const other: Part = { ...tank, id: "other", sensor: second, sensors: [second], heaters: [] };
		const circuits = [one, { ...two, to: other, to_sensor: second }];
		const plays = new Play({ plant: { ...plant, parts: [east, west, tank, other], circuits }, rules });
		const sunny = { collector: 120, tank_140: 120, tank: 50, tank_20: 50 };
		const runs = ({ on }: { on: { pump: boolean; valve: boolean } }) => [on.pump, on.valve];
		expect(runs(plays.turn(sunny))).toEqual([true, true]);
		expect(runs(plays.turn({ ...sunny, tank: 96 }))).toEqual([false, true]);
		expect(runs(plays.turn({ ...sunny, tank_20: 96 }))).toEqual([true, false]);
		expect(runs(plays.turn({ ...sunny, tank_20: "silent" }))).toEqual([true, false]);
	});
});

describe("two fields that heat one tank", () => {
	const SUNNY = { collector: 80, tank_140: 80, tank: 50 };
	const runs = ({ on }: { on: { pump: boolean; valve: boolean } }) => [on.pump, on.valve];

	it("charge it independently of each other", () => {
		const plays = new Play({ plant: twoFields(), rules });
		expect(runs(plays.turn(SUNNY))).toEqual([true, true]);
		expect(runs(plays.turn({ ...SUNNY, collector: 51 }))).toEqual([false, true]);
		expect(runs(plays.turn({ ...SUNNY, tank_140: 51 }))).toEqual([true, false]);
	});

	it("stop separately if one boils or is lost, each with its own latch", () => {
		const plays = new Play({ plant: twoFields(), rules });
		const boils = plays.turn({ ...SUNNY, tank_140: 120 });
		expect([boils.on.valve, plays.turn({ ...SUNNY, collector: 155 }).on.pump]).toEqual([true, false]);
		const { on, state } = plays.turn({ ...SUNNY, collector: 145 });
		expect(runs({ on })).toEqual([false, true]);
		expect(state.memories).toMatchObject({
			"boil_stop@collector": { boiling: true },
			"boil_stop@west": { boiling: false },
		});
		expect(runs(plays.turn({ collector: 100, tank_140: "silent" }))).toEqual([true, false]);
	});

	it("stop both when the tank is at its maximum, and the heater with them", () => {
		const plays = new Play({ plant: twoFields(), rules });
		const hold = { kind: "hold", output: outputId("heater"), want: FULL } as const;
		expect(plays.turn({ ...SUNNY, intents: [hold] }).on).toEqual({ pump: true, heater: true, valve: true });
		expect(plays.turn({ tank: 95, collector: 120, tank_140: 120 }).on).toEqual({
			pump: false,
			heater: false,
			valve: false,
		});
	});

	it("are claimed by circuit or by pump alike", () => {
		const fields = twoFields();
		const plant = { ...fields, circuits: fields.circuits.map((c) => ({ ...c, id: `${c.id}_loop` })) };
		const nothing = { needs: {}, options: z.object({}), memory: z.object({}) };
		const push = (on: Subject) => [atLeast(on, FULL, "upkeep", reason("no_reading"), "upkeep")];
		const by_circuit = rule({
			...{ id: "by_circuit", per: "circuit" as const, ...nothing },
			where: ({ id }: Circuit) => id === "valve_loop",
			propose: ({ at }, _, memory) => claiming(memory, push(at)),
		});
		const by_pump = rule({
			...{ id: "by_pump", per: "output" as const, ...nothing },
			where: ({ id }: Output) => id === "valve",
			propose: ({ at }, _, memory) => claiming(memory, push(at)),
		});
		for (const one of [by_circuit, by_pump])
			expect(new Play({ plant, rules: [one] }).turn({}).on).toEqual({ pump: false, heater: false, valve: true });
		const forbids = rule({
			...{ id: "forbids", per: "circuit" as const, ...nothing },
			propose: ({ at }, _, memory) => claiming(memory, [forbid(at, "safety", reason("no_reading"), "fault")]),
		});
		expect(new Play({ plant, rules: [by_pump, forbids] }).turn({}).on.valve).toBe(false);
	});
});
