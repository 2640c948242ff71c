import { describe, expect, it, test } from "@jest/globals";
import { nextChange } from "#home-assistant/entities/plant/next-change.ts";
import type { Change, Compared, Condition } from "#model/decision/condition.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { instant, percent, seconds } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import { ownersPlant, plantWith, seen } from "../../fakes/owners-plant.ts";

const NOON: Wall = { date: "2026-07-01", minute_of_day: 720, weekday: 3, trusted: true, ahead: 120 };
const CALM = seen({});
const MINUTE = 60;
const falls: Compared = {
	...({ what: "gain", unit: "K", is: "at_most" } as const),
	...{ value: 9, limit: 4, met: false },
};
const rests: Compared = { ...falls, what: "least_rest", unit: "s" };

/** One entity, and the turns that it sees: with the changes expected of the pump and of the heater, in seconds. */
function house() {
	const [entity] = nextChange(ownersPlant, "en");
	return (after: number, pump: number | undefined, more: Partial<Snapshot> & Expected = {}) => {
		const { heater, condition = falls, to = 0, ...rest } = more;
		const snapshot: Snapshot = {
			...CALM,
			now: instant(1000 + after),
			wall: { ...NOON, minute_of_day: 720 + Math.floor(after / MINUTE) },
			explain: () => ({ outputs: [explained(pump, to, condition), explained(heater, 100, condition)], circuits: [] }),
			...rest,
		};
		return { at: entity?.state?.(snapshot), ...entity?.attributes?.(snapshot) };
	};
}
interface Expected {
	readonly heater?: number;
	readonly condition?: Condition;
	readonly to?: number;
}
const explained = (wait: number | undefined, to: number, condition: Condition) => ({
	conditions: [],
	changes: [
		{ to: percent(to), rule: "r", condition, ...(wait !== undefined && { in: seconds(wait) }) } satisfies Change,
	],
});
const UNKNOWN = { at: undefined };

describe("the next change that is expected", () => {
	it("is the nearest of all outputs, as a moment that Home Assistant reads, with what will be and why", () => {
		expect(house()(0, 25 * MINUTE, { heater: 40 * MINUTE })).toEqual({
			at: "2026-07-01T12:25:00+02:00",
			output: "pump",
			becomes: "off",
			text: "Pump: It stops when the temperature difference falls to 4 K.",
		});
		expect(house()(0, undefined, { heater: 10 * MINUTE })).toMatchObject({ output: "heater", becomes: "on" });
	});

	it("goes on into the next day", () => {
		const wall = { ...NOON, minute_of_day: 1430, ahead: -210 };
		expect(house()(0, 20 * MINUTE, { wall }).at).toBe("2026-07-02T00:10:00-03:30");
	});

	test.each([
		["nothing that has a time would change it", {}, undefined],
		["a trend of minutes is to hold for more than 45", {}, 46 * MINUTE],
		["the clock is not set", { wall: { ...NOON, trusted: false } }, 25 * MINUTE],
		["a timer ends later than in 18 hours", { condition: rests }, 19 * 3600],
		["the state is no turn", { explain: () => ({ outputs: [], circuits: [] }) }, 60],
	])("is unknown where %s", (_, more, wait) => expect(house()(0, wait, more)).toEqual(UNKNOWN));

	it("is known hours before where a timer brings it", () => {
		expect(house()(0, 5 * 3600, { condition: rests }).at).toBe("2026-07-01T17:00:00+02:00");
	});

	it("stays the same while a trend trembles, and moves with it in the end", () => {
		const at = house();
		const first = at(0, 1500).at;
		expect([1700, 1250, 1480].map((wait, n) => at((n + 1) * 20, wait).at)).toEqual([first, first, first]);
		expect(at(80, 2200).at).toBe("2026-07-01T12:37:00+02:00");
	});

	it("outlasts a minute in which the trend says nothing, and no more", () => {
		const at = house();
		const first = at(0, 1500);
		expect([at(20, undefined), at(40, undefined), at(60, undefined)]).toEqual([first, first, UNKNOWN]);
	});

	it("is not worked out more often than each 20 s", () => {
		let asked = 0;
		const at = house();
		const explain = () => {
			asked += 1;
			return { outputs: [explained(1500, 0, falls)], circuits: [] };
		};
		for (let second = 0; second < 60; second++) at(second, 0, { explain });
		expect(asked).toBe(3);
	});

	it("is worked out again at once when an output starts, and what was expected before is forgotten", () => {
		const at = house();
		at(0, 1500, { to: 100 });
		const outputs = CALM.outputs.map((state) => ({ ...state, actual: percent(100) }));
		expect(at(1, undefined, { outputs })).toEqual(UNKNOWN);
	});

	it("is not there in a house without outputs", () => {
		expect(nextChange(plantWith(ownersPlant.sensors, []), "en")).toEqual([]);
	});
});
