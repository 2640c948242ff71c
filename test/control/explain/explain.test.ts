import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { bind } from "#control/bind.ts";
import { explain } from "#control/explain/explain.ts";
import type { Rates } from "#control/explain/trends.ts";
import type { Explanation } from "#model/decision/condition.ts";
import * as registry from "#rules/index.ts";
import { type OutputName, Play, type Row } from "../../fakes/plant.ts";
import { ToldHouse } from "../../fakes/told-house.ts";

const rules = Object.values(registry);
const STOVE = join(import.meta.dirname, "../../../examples/options.stove.json");
const COOL = { collector: 20, tank: 40, tank_20: 40, tank_140: 40 };

/** What is told of an output after these rows. */
function told(output: OutputName, rows: readonly Row[], rates: Rates = []): Explanation {
	const play = new Play({ rules });
	for (const row of rows.slice(0, -1)) play.turn(row);
	const before = play.state;
	const { state, input } = play.turn(rows.at(-1));
	const { index } = play.plant.outputs.find(({ id }) => id === output) ?? { index: -1 };
	const explained = explain({ bound: bind(play.plant, rules), before, input }, state, rates).outputs[index];
	if (explained === undefined) throw new Error(`no ${output}`);
	return explained;
}

describe("the explanation of a verdict", () => {
	it("names rule, condition, limit and what starts the pump", () => {
		const { rule, conditions, changes } = told("pump", [COOL]);
		expect(rule).toBe("solar_charging");
		const gain = { what: "gain", unit: "K", is: "at_least", value: -20, limit: 8, setting: "start_at", met: false };
		expect(conditions).toContainEqual(gain);
		expect(changes[0]).toMatchObject({ to: 100, rule: "solar_charging", condition: gain });
	});

	it("of a cold stove: its pump starts at its minimum, though the stove is also no warmer than the tank yet", () => {
		const house = new ToldHouse(JSON.parse(readFileSync(STOVE, "utf8")));
		const cold = { roof_outlet: 20, hot_water_low: 30, hot_water_top: 35, buffer_low: 29.8, buffer_top: 29.9 };
		const { turn, state } = house.explained({ ...cold, stove_water: 22, line_end: 45, outdoor_air: 10 });
		const pump = turn.bound.plant.outputs.find(({ id }) => id === "stove_pump");
		const { changes } = explain(turn, state, []).outputs[pump?.index ?? -1] ?? { changes: [] };
		expect(changes).toHaveLength(1);
		expect(changes[0]).toMatchObject({
			to: 100,
			sensor: "stove_water",
			by: 38,
			condition: { what: "source", limit: 60 },
		});
	});

	it("says about when charging stops, by how fast the temperatures change", () => {
		const rows = [{ ...COOL, collector: 60 }, { collector: 60 }, { collector: 52.3 }];
		const perSecond = (kelvinPerHour: number) => kelvinPerHour / 3600;
		const { rule, conditions, changes } = told("pump", rows, [perSecond(-18), perSecond(2), 0, 0]);
		expect(rule).toBe("solar_charging");
		expect(conditions).toContainEqual({
			what: "gain",
			unit: "K",
			is: "above",
			value: 12.3,
			limit: 4,
			setting: "stop_at",
			met: true,
		});
		expect(changes).toMatchObject([
			{ to: 0, rule: "solar_charging", condition: { what: "gain", limit: 4 }, in: 1494 },
			{ to: 0, rule: "boil_stop", condition: { what: "collector", limit: 150 } },
			{ to: 0, rule: "tank_limit", condition: { what: "hottest", limit: 95 } },
		]);
	});
});
