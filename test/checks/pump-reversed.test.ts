import { describe, expect, it, test } from "@jest/globals";
import { pumpReversed } from "#checks/pump-reversed.ts";
import { FULL } from "#model/quantities/units.ts";
import { Bench, told } from "../fakes/rule-bench.ts";

const HOUR = 3600;

/** An hour with so many starts, in which the tank rises evenly. */
function hour(
	one: Bench,
	from: number,
	{ starts, rise, heater = false }: { starts: number; rise: number; heater?: boolean },
) {
	const cycle = HOUR / starts;
	for (let second = 0; second <= HOUR; second += 30) {
		const runs = second % cycle < cycle / 2 && second < HOUR;
		one.look(from + second, {
			told: { store: 40 + (rise * second) / HOUR },
			circuits: { pump: { runs } },
			outputs: { heater: { wanted: heater ? FULL : 0, actual: heater ? FULL : 0 } as never },
		});
	}
}
const begun = () => {
	const one = new Bench(pumpReversed);
	one.look(0, { told: { store: 40 }, circuits: { pump: { runs: false } } });
	return one;
};

describe("a pump that pushes the wrong way round", () => {
	test.each<[number, number, boolean]>([
		[7, 3, true],
		[6, 3, false],
		[7, 2.9, false],
		[20, 8, true],
		[1, 12, false],
	])("with %d starts in an hour that warms the tank by %d K: %s", (starts, rise, found) => {
		const one = begun();
		hour(one, 30, { starts, rise });
		expect(one.found.length > 0).toBe(found);
	});

	it("is told with the pump and the evidence", () => {
		const one = begun();
		hour(one, 30, { starts: 9, rise: 4 });
		expect(told(one.found)).toEqual([["warning", "pump_reversed", { output: "pump", starts: 9, rise: 4 }]]);
	});

	it("is not found where a heater warms the tank", () => {
		const one = begun();
		hour(one, 30, { starts: 9, rise: 4, heater: true });
		expect(one.found).toEqual([]);
	});

	it("is over after an hour of sun with two starts, not after a dull one", () => {
		const one = begun();
		hour(one, 30, { starts: 9, rise: 4 });
		hour(one, 2 * HOUR, { starts: 2, rise: 1 });
		expect(one.found).toHaveLength(1);
		hour(one, 4 * HOUR, { starts: 3, rise: 5 });
		expect(one.found).toHaveLength(1);
		hour(one, 6 * HOUR, { starts: 2, rise: 5 });
		expect(one.found).toEqual([]);
	});

	it("begins anew where the tank's sensor is lost", () => {
		const one = begun();
		hour(one, 30, { starts: 4, rise: 2 });
		one.look(HOUR + 60, { told: { store: "lost" } });
		expect(one.memory).not.toHaveProperty("from");
	});

	it("remembers nothing new in a turn in which nothing happened", () => {
		const one = begun();
		one.look(30, { circuits: { pump: { runs: true } } });
		one.look(60);
		one.look(90);
		expect(one.changed).toBe(false);
	});
});
