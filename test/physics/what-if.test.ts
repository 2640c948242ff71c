import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import { USUAL_PLANT } from "#cli/app/simulate/asked/usual-plant.ts";
import { solarPlantOf } from "../../src/app/page/engineer/what-if/lines.ts";
import { triedIn, whatIfOf } from "../../src/app/page/engineer/what-if/what-if.ts";
import { recordedDays, type Truth } from "../fakes/recorded-days.ts";

const example = (name: string): object =>
	JSON.parse(readFileSync(join(import.meta.dirname, `../../examples/options.${name}.json`), "utf8"));
const [, heater] = USUAL_PLANT.outputs;
const speed = { min: 30, max: 100, step: 5 };
const PLANTS = {
	"a pump with variable speed": {
		...USUAL_PLANT,
		outputs: [{ id: "pump", role: "pump", target: "simulated:pump_speed", ...speed }, heater],
	},
	"two fields, two tanks, a valve and a pump with variable speed": example("two-tanks"),
	"a field, two tanks, a stove and a pump between the tanks": example("stove"),
};
const never = new AbortController().signal;

describe("another setting, tried on recorded days of a plant with", () => {
	// The houses are simulated, so what they would have done is known.
	it.each(Object.entries(PLANTS))(
		"%s: starts change as in the house, and so does the heat, within what is told",
		async (_, of) => {
			const days = { days: 14, of, turn: 20 };
			const recorded = recordedDays(days);
			const { plant, settings, tables, to } = recorded;
			const ask = whatIfOf({ tables, plant, settings: () => settings, zone: "UTC", now: () => to });
			const values = { "solar_charging.start_at": 6, "solar_charging.stop_at": 4 };
			const result = await ask({ values, days: 31 }, never);
			if (result.kind !== "told") throw new Error(JSON.stringify(result));
			const { truth } = recordedDays({ ...days, changes: { solar_charging: { start_at: 6, stop_at: 4 } } });
			const change = (what: keyof Truth) => truth[what] - recorded.truth[what];
			expect(Math.sign(result.starts.likely)).toBe(Math.sign(change("starts")));
			expect(change("starts")).toBeGreaterThanOrEqual(result.starts.low - 3);
			expect(change("starts")).toBeLessThanOrEqual(result.starts.high + 3);
			const percent = (change("kwh") / recorded.truth.kwh) * 100;
			expect(percent).toBeGreaterThanOrEqual(result.heat.low);
			expect(percent).toBeLessThanOrEqual(result.heat.high);
			// A range that is true of everything says nothing.
			expect(result.heat.high - result.heat.low).toBeLessThan(2);
			expect(Math.abs(result.proof.again - 100)).toBeLessThan(2);
			expect(Math.abs(result.proof.checked - 100)).toBeLessThan(25);
			expect(Math.abs(result.recorded.starts / recorded.truth.starts - 1)).toBeLessThan(0.1);
			expect(Math.abs(result.recorded.hours / recorded.truth.hours - 1)).toBeLessThan(0.05);
		},
		90_000,
	);

	test("variable speed: how fast it runs can be tried too", () => {
		const { plant, settings } = recordedDays({ days: 0, of: PLANTS["a pump with variable speed"] });
		expect(triedIn(plant, settings, "en").map(({ rule, field }) => `${rule}.${field}`)).toEqual([
			...["solar_charging.start_at", "solar_charging.stop_at", "solar_charging.collector_minimum", "tank_limit.target"],
			...["flow_control.slow_at", "flow_control.full_at"],
		]);
	});

	test("a tank whose volume is not known beside another one: that cannot be told, as heat counts by volume", () => {
		const { plant } = recordedDays({
			days: 0,
			of: PLANTS["two fields, two tanks, a valve and a pump with variable speed"],
		});
		const [first] = plant.circuits.filter(({ to }) => to.id === "buffer");
		if (first === undefined) throw new Error("a circuit to the buffer");
		const { volume: _, ...pool } = { ...first.to, kind: "sink" as const, use: "pool" as const };
		const circuits = plant.circuits.map((one) => (one.to === first.to ? { ...one, to: pool } : one));
		expect(solarPlantOf({ ...plant, circuits })).toBe("no_volume");
	});
});
