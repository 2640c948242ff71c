import { describe, expect, it, test } from "@jest/globals";
import { outputId, type Plant } from "#model/plant/plant.ts";
import { FULL, OFF, percent } from "#model/quantities/units.ts";
import { heaterControl } from "#rules/heater/heater-control.ts";
import { at, Bench, plantWith, SENSORS, type Seen, thermometer } from "../../fakes/rule-bench.ts";
import { surplusPlant } from "./tank.ts";

const HOUR = 3600;
const LAYER = { ...thermometer("layer", "tank_layer", 3), height: 140 };
/** Comfort is 45 °C, from 40 °C on; least times are 5 minutes. */
const bench = (settings = {}, options = {}) =>
	new Bench(heaterControl, plantWith(options)).with({ mode: "on", ...settings });
const board = (level: number, id = "heater"): Seen["outputs"] => ({ [id]: { wanted: level, actual: level } as never });
const tank = (store: number | "lost", level: number = OFF): Seen => ({ told: { store }, outputs: board(level) ?? {} });

/** As if two heaters could belong to one tank. */
function twoHeaters(): Plant {
	const plant = plantWith();
	const outputs = plant.outputs.flatMap((one) =>
		one.role === "heater" ? [one, { ...one, id: outputId("second"), index: plant.outputs.length }] : [one],
	);
	const heaters = outputs.filter(({ role }) => role === "heater");
	return {
		...plant,
		outputs,
		parts: plant.parts.map((part) => (part.heaters.length > 0 ? { ...part, heaters } : part)),
	};
}

describe("least times of the heater", () => {
	const begun = (memory: object) => {
		const one = bench();
		one.memory = heaterControl.memory.parse(memory);
		return one;
	};

	test.each<[number, string, number | undefined]>([
		[299, "heater_rests", 1],
		[298.5, "heater_rests", 2],
		[300, "heater_comfort", undefined],
	])("it has rested for %d s: %s", (rested, because, left) => {
		const one = begun({ since: at(0) });
		expect(one.ask(rested, tank(30))).toBe(because);
		expect(one.facts?.["left"]).toBe(left);
		expect(one.changed).toBe(rested >= 300);
	});

	test.each<[number, string, number | undefined]>([
		[299, "heater_runs", 1],
		[298.5, "heater_runs", 2],
		[300, "heater_warm", undefined],
	])("it has run for %d s: %s", (ran, because, left) => {
		const one = begun({ why: "comfort", since: at(0) });
		expect(one.ask(ran, tank(50))).toBe(because);
		expect(one.facts?.["left"]).toBe(left);
	});

	it("are of their own", () => {
		const one = begun({ since: at(0) }).with({ least_off: 10, least_on: 20 });
		expect([one.ask(599, tank(30)), one.ask(600)]).toEqual(["heater_rests", "heater_comfort"]);
		expect([one.ask(600 + 1199, tank(50)), one.ask(600 + 1200)]).toEqual(["heater_runs", "heater_warm"]);
	});

	test.each<[string, object]>([
		["nobody knows since when it rests", {}],
		["it rests since a moment of another running time", { since: at(9999) }],
	])("do not count where %s", (_, memory) => {
		expect(begun(memory).ask(10, tank(30))).toBe("heater_comfort");
	});
	it("count from this very moment", () => {
		expect(begun({ since: at(10) }).ask(10, tank(30))).toBe("heater_rests");
	});
});

describe("the heater's claim", () => {
	it("is full power, normally", () => {
		const one = bench();
		one.look(0, tank(30));
		expect(one.claims).toEqual([
			{
				...{ on: "heater", from: FULL, to: FULL, rank: "normal", because: "heater_comfort", urgent: false },
				...{ facts: { tank: 30, target: 45 }, activity: "heater_control" },
			},
		]);
	});

	it("is for each heater of the tank", () => {
		const one = new Bench(heaterControl, twoHeaters()).with({ mode: "on" });
		one.look(0, tank(30));
		expect(one.claims.map(({ on }) => on)).toEqual(["heater", "second"]);
		one.look(60, tank(85));
		expect(one.claims.map(({ on, rank, to }) => [on, rank, to])).toEqual([
			["heater", "safety", 0],
			["second", "safety", 0],
		]);
	});

	it("follows surplus by its level, and comfort at full power", () => {
		const level = { min: percent(10), max: FULL, step: percent(1) };
		const one = new Bench(heaterControl, surplusPlant({ heater: { level } })).with({ mode: "on" });
		one.look(0, { told: { tank: 50, surplus_power: 2000 } });
		expect(one.claims[0]).toMatchObject({ from: 50, because: "heater_surplus" });
		one.look(600, { told: { tank: 30, surplus_power: 0 } });
		expect(one.claims[0]).toMatchObject({ from: 100, because: "heater_comfort" });
	});
});

describe("a heater that heats", () => {
	const learnt = (one: Bench) => (one.memory as { pace: { run?: object; learned: number } }).pace;
	const watch = (one: Bench) => (one.memory as { guard: { watch?: object } }).guard.watch;

	test.each<[number, boolean]>([
		[50, true],
		[49, false],
		[OFF, false],
	])("at %d %% is watched for its effect: %s", (level, watched) => {
		const one = bench();
		one.look(0, tank(30, level));
		expect(watch(one) !== undefined).toBe(watched);
	});

	test.each<[number, boolean]>([
		[FULL, true],
		[99, false],
	])("at %d %% says how fast it is: %s", (level, measured) => {
		const one = bench();
		one.look(0, tank(30, level));
		expect(learnt(one).run !== undefined).toBe(measured);
	});

	const both = (one: number, other: number): Seen => ({
		told: { store: 30 },
		outputs: { ...board(one), ...board(other, "second") },
	});

	test.each<[number, number, boolean, boolean]>([
		[FULL, FULL, true, true],
		[FULL, OFF, true, false],
		[OFF, FULL, true, false],
		[OFF, OFF, false, false],
	])("beside another, at %d and %d %%", (level, other, watched, measured) => {
		const one = new Bench(heaterControl, twoHeaters()).with({ mode: "on" });
		one.look(0, both(level, other));
		expect([watch(one) !== undefined, learnt(one).run !== undefined]).toEqual([watched, measured]);
	});

	it("is what its board confirms, or what was wanted where it confirms nothing", () => {
		const quiet = bench();
		quiet.look(0, { told: { store: 30 }, outputs: { heater: { wanted: FULL, actual: undefined } as never } });
		expect(learnt(quiet).run).toBeDefined();
		const refused = bench();
		refused.look(0, { told: { store: 30 }, outputs: { heater: { wanted: FULL, actual: OFF } } });
		expect(learnt(refused).run).toBeUndefined();
	});

	it("is not measured while the sun charges, and pauses the sun's measurement", () => {
		const sun = { circuits: { pump: { runs: true } } };
		const charged = bench();
		charged.look(0, { ...tank(30, FULL), ...sun });
		expect([learnt(charged).run, (charged.memory as { solar: object }).solar]).toMatchObject([undefined, {}]);
		const slow = bench();
		slow.look(0, { ...tank(30, percent(1)), ...sun });
		expect((slow.memory as { solar: object }).solar).not.toHaveProperty("at");
		const alone = bench();
		alone.look(0, { ...tank(30), ...sun });
		expect((alone.memory as { solar: object }).solar).toMatchObject({ at: at(0), from: 30 });
	});
});

describe("the sun", () => {
	const sun: Seen = { circuits: { pump: { runs: true } } };

	it("is waited for, and tells for how long", () => {
		const one = bench();
		expect(one.ask(0, { ...tank(30), ...sun })).toBe("heater_sun_measured");
		expect(one.facts).toEqual({ left: 600 });
		expect([one.ask(599.5), one.facts]).toEqual(["heater_sun_measured", { left: 1 }]);
		expect(one.ask(600, tank(32))).toBe("heater_sun_does");
		// 2 K in 10 minutes are 12 K/h: 13 K take 65 minutes.
		expect(one.facts).toEqual({ tank: 32, rate: 12, left: 65 * 60, target: 45 });
	});

	it("is not waited for with surplus", () => {
		const one = new Bench(heaterControl, surplusPlant()).with({ mode: "on" });
		expect(one.ask(0, { ...sun, told: { tank: 30, surplus_power: 4000 } })).toBe("heater_surplus");
	});
});

describe("the sensor that decides", () => {
	test.each<[string, string]>([
		["auto", "heater_comfort"],
		["layer", "heater_warm"],
		["attic", "heater_no_sensor"],
	])("is %s: %s", (sensor, because) => {
		const one = bench({ sensor }, { sensors: [...SENSORS, LAYER] });
		expect(one.ask(0, { told: { store: 30, layer: 50 } })).toBe(because);
	});

	it("forgets what it was wanted for while it is lost", () => {
		const one = bench();
		one.look(0, tank(30));
		expect(one.ask(10, tank("lost"))).toBe("no_reading");
		expect(one.memory).toMatchObject({ since: at(10) });
		expect(one.memory).not.toHaveProperty("why");
	});

	it("is one of a tank with a heater", () => {
		const plant = plantWith();
		const [field, store] = plant.parts;
		if (field === undefined || store === undefined) throw new Error("the house has two parts");
		const where = (part: typeof store) => heaterControl.where?.(part, plant);
		expect([where(store), where({ ...store, heaters: [] }), where({ ...field, heaters: store.heaters })]).toEqual([
			true,
			false,
			false,
		]);
		expect(heaterControl.needs.sensors({ ...store, sensors: [] })).toBeUndefined();
		expect(heaterControl.needs.charging(store, plant)).toHaveLength(1);
	});
});

describe("a heater without effect", () => {
	it("is off for 12 hours, in mode off too", () => {
		const one = bench();
		one.look(0, tank(30, FULL));
		expect([one.ask(HOUR - 1), one.ask(HOUR)]).toEqual(["heater_comfort", "heater_no_effect"]);
		expect(one.found).toMatchObject([{ severity: "alarm", code: "heater_kept_off", facts: { part: "tank" } }]);
		one.with({ mode: "off" });
		expect([one.ask(13 * HOUR - 1, tank(30)), one.ask(13 * HOUR)]).toEqual(["heater_no_effect", undefined]);
		expect(one.found).toEqual([]);
	});
});
