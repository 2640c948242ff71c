import { expect, it } from "@jest/globals";
import { bind } from "#control/bind.ts";
import { remembered } from "#control/memory/memories.ts";
import { MARKS, marksOf } from "#control/memory/places.ts";
import { sunHeat } from "#energy/figures/sun.ts";
import { heatMeter } from "#energy/heat-meter.ts";
import { sunBefore } from "#energy/sun-before.ts";
import type { Plant } from "#model/plant/plant.ts";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import example from "../../examples/options.two-tanks.json" with { type: "json" };
import { seen } from "../fakes/owners-plant.ts";
import { ask, situation } from "../fakes/plant.ts";

const RULES = [heatMeter, sunBefore];
const plantOfCircuits = (ids: readonly string[]): Plant => {
	const circuits = example.circuits.filter(({ id }) => ids.includes(id));
	const parsed = parse({ ...example, circuits });
	if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.problems));
	return plantOf(parsed.options);
};
const ALL = example.circuits.map(({ id }) => id);
const [first = "", ...rest] = ALL;
const heat = (total: number) => ({
	heat: { total, told: total - 1, day: "2026-06-01", day_from: total - 5, month_from: 0, year_from: 0 },
	sun: true,
});
const saved = (plant: Plant, rows: object) => ({ ...rows, [MARKS]: marksOf(bind(plant, RULES)) });
const totalIn = (plant: Plant, memories: object) => sunHeat({ ...seen({}), plant, memories: { ...memories } })?.heat;

it("the sum of all collectors keeps the heat of a circuit that is removed, once", () => {
	const whole = plantOfCircuits(ALL);
	const rows = Object.fromEntries(ALL.map((id, n) => [`heat_meter@${id}`, heat(100 * (n + 1))]));
	const before = remembered(bind(whole, RULES), saved(whole, rows));
	expect(totalIn(whole, before)).toMatchObject({ total: 996, today: 16 });
	const less = plantOfCircuits(rest);
	const after = remembered(bind(less, RULES), saved(whole, rows));
	expect(Object.keys(after)).not.toContain(`heat_meter@${first}`);
	// What was counted and not shown yet is shown now.
	expect(totalIn(less, after)).toMatchObject({ total: 997, today: 17 });
	// Its old row is still there at the next start.
	const again = remembered(bind(less, RULES), saved(less, { ...rows, ...after }));
	expect(totalIn(less, again)).toEqual(totalIn(less, after));
});

it("heat of another source is not the sun's", () => {
	const whole = plantOfCircuits(ALL);
	const { sun: _, ...stove } = heat(100);
	const rows = Object.fromEntries(ALL.map((id) => [`heat_meter@${id}`, id === first ? stove : heat(200)]));
	const after = remembered(bind(plantOfCircuits(rest), RULES), saved(whole, rows));
	expect(sunBefore.memory.parse(after["sun_before"]).heats).toEqual([]);
});

it("its days end like those of other counts", () => {
	const wall = { date: "2026-06-02", minute_of_day: 10, weekday: 2, trusted: true } as const;
	const before = sunBefore.memory.parse({ heats: [{ ...heat(100).heat, told: 100 }] });
	const { memory } = ask(sunBefore, { ...situation({}, {}, {}), wall }, before);
	expect(memory.heats[0]).toMatchObject({ total: 100, day: "2026-06-02", day_from: 100 });
});

it("two fields on one pump keep a count each over a restart", () => {
	const whole = plantOfCircuits(ALL);
	const rows = Object.fromEntries(ALL.map((id, n) => [`heat_meter@${id}`, heat(100 * (n + 1))]));
	const after = remembered(bind(whole, RULES), saved(whole, rows));
	const totals = ALL.map((id) => heatMeter.memory.parse(after[`heat_meter@${id}`]).heat.total);
	expect(totals).toEqual([100, 200, 300, 400]);
});
