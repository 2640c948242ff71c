import { describe, expect, test } from "@jest/globals";
import { wiringProblems } from "#options/problems/wiring.ts";

type Ids = Readonly<Record<string, readonly string[]>>;
const house = (ids: Ids, more: object = {}) => ({
	...Object.fromEntries(Object.entries(ids).map(([list, all]) => [list, all.map((id) => ({ id }))])),
	...more,
});
const LEVEL = { outputs: [{ id: "tank_too_hot_pump", target: "simulated:pump_speed" }] };
const FLOW = { sensors: [{ id: "tank_too_hot_x", source: "simulated:flow/pump" }] };
const TARGET = { tanks: [{ id: "runs", tank_limit_target: 60 }] };

describe("a place is not called so that an entity of its own would have the key of another one:", () => {
	test.each([
		["a setting", house({ collectors: ["east", "stop_at"] }), "collectors[1].id", "boil_stop_stop_at"],
		[
			"a sensor's fault",
			house({ sensors: ["boil_stop_east"], collectors: ["east_fault"] }),
			"collectors[0].id",
			"boil_stop_east_fault",
		],
		["a level", house({ tanks: ["pump_level"] }, LEVEL), "tanks[0].id", "tank_too_hot_pump_level"],
		["a flow", house({ tanks: ["x_flow"] }, FLOW), "tanks[0].id", "tank_too_hot_x_flow"],
		["a circuit", house({ circuits: ["boil_stop_x"], collectors: ["x_runs"] }), "collectors[0].id", "boil_stop_x_runs"],
		[
			"a setting of a place",
			house({ circuits: ["tank_limit_target"] }, TARGET),
			"tanks[0].id",
			"tank_limit_target_runs",
		],
	])("that of %s", (_, raw, path, name) => {
		const found = wiringProblems(raw).filter(({ remedy }) => remedy.code === "id_reserved");
		expect(found.map(({ path, remedy }) => [path, remedy.facts])).toEqual([[path, { name }]]);
	});

	test("the same words are free where no other entity has them", () => {
		const raw = house({
			collectors: ["east", "stop"],
			tanks: ["pump_level", "x_flow"],
			circuits: ["tank_limit_target"],
		});
		expect(wiringProblems(raw).filter(({ remedy }) => remedy.code === "id_reserved")).toEqual([]);
	});
});
