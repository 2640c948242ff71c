import { describe, expect, it } from "@jest/globals";
import { explain } from "#control/explain/explain.ts";
import type { Explanation } from "#model/decision/condition.ts";
import { type Told, ToldHouse } from "../../fakes/told-house.ts";
import { stoveHouse, twoTanks } from "../../rules/houses.ts";
import { single } from "../../scenarios/course.ts";

type Item = Readonly<Record<string, unknown>>;
interface Asked {
	readonly options: Item;
	readonly told: Told;
	readonly minutes: number;
	readonly clock?: number;
	readonly of: string;
}

/** What is told of an output or circuit after these minutes. */
function told({ options, told: values, minutes, clock, of }: Asked): Explanation {
	const wall = { date: "2026-11-30", minute_of_day: clock ?? 0, weekday: 1, trusted: true };
	const house = new ToldHouse(options, clock === undefined ? {} : { wall });
	house.during(minutes, values);
	const { turn, state } = house.explained(values);
	const { outputs, circuits } = explain(turn, state, []);
	const nth = house.plant.circuits.findIndex(({ id }) => id === of);
	const found = nth < 0 ? outputs[house.plant.outputs.findIndex(({ id }) => id === of)] : circuits[nth];
	if (found === undefined) throw new TypeError(of);
	return found;
}

const DULL = { roof_t: 50, hot_water_t: 55, buffer_t: 30 };
const STOVE = { stove_t: 20, hot_water_t: 50, buffer_t: 40, radiators_t: 30 };

describe("conditions, limits and what would change it", () => {
	it("of a pause for an earlier tank: how long it lasts, and what prolongs it", () => {
		const { rule, conditions, changes } = told({
			options: twoTanks("valve"),
			told: DULL,
			minutes: 16.5,
			of: "to_buffer",
		});
		expect(rule).toBe("store_priority");
		expect(conditions).toContainEqual(
			expect.objectContaining({ what: "paused_for", limit: 120, setting: "pause_for", met: false }),
		);
		expect(conditions).toContainEqual(expect.objectContaining({ what: "rise", value: 0, limit: 2, setting: "rise" }));
		expect(changes[0]).toMatchObject({ to: 100, condition: { what: "paused_for" } });
		expect(changes[0]?.in).toBeLessThanOrEqual(120);
	});

	it("of circulation by temperature: up to which temperature it runs", () => {
		const { rule, conditions, changes } = told({
			options: stoveHouse(),
			told: { ...STOVE, line_t: 39 },
			minutes: 2,
			clock: 480,
			of: "circulate",
		});
		expect(rule).toBe("circulation");
		const line = { what: "line", unit: "°C", is: "below", value: 39, limit: 45, setting: "warm_until", met: true };
		expect(conditions).toContainEqual(line);
		expect(changes).toContainEqual(expect.objectContaining({ to: 0, condition: line, sensor: "line_t" }));
	});

	it("of a heater for comfort: where it starts and stops", () => {
		const options = single({ heater_control: { mode: "on", wait_for_sun: 0, least_on: 0, least_off: 0 } });
		const at = (tank: number) => told({ options, told: { collector: 10, tank }, minutes: 2, of: "heater" });
		const runs = at(38);
		expect(runs.rule).toBe("heater_control");
		expect(runs.changes).toContainEqual(
			expect.objectContaining({
				to: 0,
				condition: expect.objectContaining({ what: "tank", limit: 45, setting: "comfort" }),
			}),
		);
		const rests = at(44);
		expect(rests.rule).toBe("heater_control");
		expect(rests.changes).toContainEqual(
			expect.objectContaining({
				to: 100,
				condition: expect.objectContaining({ what: "tank", limit: 40, setting: "comfort" }),
			}),
		);
	});

	it("of a pump that is moved at noon: when it ends", () => {
		const options = twoTanks("pumps", { anti_seize: { enabled: true, run_for: 30 } });
		const cold = { roof_t: 20, hot_water_t: 50, buffer_t: 50 };
		const { rule, conditions } = told({ options, told: cold, minutes: 1 / 6, clock: 720, of: "pump_1" });
		expect(rule).toBe("anti_seize");
		expect(conditions).toContainEqual(
			expect.objectContaining({ what: "moved_for", value: 10, limit: 30, setting: "run_for" }),
		);
	});
});
