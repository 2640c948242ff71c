import { describe, expect, it } from "@jest/globals";
import { bind } from "#control/bind.ts";
import { explain } from "#control/explain/explain.ts";
import type { Rates } from "#control/explain/trends.ts";
import type { Explanation } from "#model/decision/condition.ts";
import * as registry from "#rules/index.ts";
import { type OutputName, Play, type Row } from "../../fakes/plant.ts";

const rules = Object.values(registry);
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
