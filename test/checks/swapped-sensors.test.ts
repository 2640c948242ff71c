import { describe, expect, it, test } from "@jest/globals";
import { swappedSensors } from "#checks/swapped-sensors.ts";
import { FULL, OFF } from "#model/quantities/units.ts";
import { at, Bench, plantWith, type Seen, told } from "../fakes/rule-bench.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;
/** One in the morning, and the pump runs since the second 0. */
const NIGHT: Seen = { clock: 60, circuits: { pump: { runs: true, since: 0 } }, outputs: { pump: { wanted: FULL } } };
const REST: Seen = {
	clock: 600,
	circuits: { pump: { runs: false, since: -HOUR } },
	outputs: { pump: { wanted: OFF } },
};
const bench = () => new Bench(swappedSensors);
const temperatures = (roof: number | "lost", store: number | "lost"): Seen => ({ told: { roof, store } });

describe("sensors mixed up, at night", () => {
	/** Charges for this long while both ends go from 60 and 30 °C to these. */
	const charged = (roof: number, store: number, seconds = 600, seen: Seen = {}) => {
		const one = bench();
		one.look(0, { ...NIGHT, ...temperatures(60, 30), ...seen });
		one.look(seconds, temperatures(roof, store));
		return told(one.found);
	};
	const FOUND = (collector: number, tank: number) => [
		["alarm", "swapped_at_night", { collector, tank, sensor: "roof", by: "store", circuit: "pump" }],
	];

	test.each<[number, number, readonly unknown[]]>([
		[59.5, 30.5, FOUND(59.5, 30.5)],
		[59.75, 30.5, []],
		[59.5, 30.25, []],
		[61, 31, []],
		[59, 29, []],
		[30.5, 30.5, []],
		[30.6, 30.5, FOUND(30.6, 30.5)],
	])("are found where the pump moved heat: to %d and %d °C", (roof, store, found) => {
		expect(charged(roof, store)).toEqual(found);
	});

	it("are found by 0.3 K at each end", () => {
		const one = bench();
		// Numbers whose difference is exactly that.
		one.look(0, { ...NIGHT, ...temperatures(0.6, -0.3) });
		one.look(600, temperatures(0.3, 0));
		expect(told(one.found)).toEqual(FOUND(0.3, 0));
	});

	it("are looked at after 10 minutes of charging", () => {
		expect([charged(50, 40, 599), charged(50, 40, 600)]).toEqual([[], FOUND(50, 40)]);
	});

	test.each<[string, number | undefined, number]>([
		["at 23:00", 23 * 60, 1],
		["at 22:49, until 22:59", 22 * 60 + 49, 0],
		["at 3:49, until 3:59", 3 * 60 + 49, 1],
		["at 3:50, until 4:00", 3 * 60 + 50, 0],
		["by day", 12 * 60, 0],
		["without a clock", undefined, 0],
	])("are found %s: %s", (_, clock, count) => {
		expect(charged(50, 40, 600, { clock })).toHaveLength(count);
	});

	it("are judged by what was told since the run began", () => {
		const one = bench();
		// The mark of an earlier time does not count.
		one.look(0, { ...REST, ...temperatures(60, 30), clock: 110 });
		one.look(600, { ...NIGHT, ...temperatures(50, 40), circuits: { pump: { runs: true, since: 600 } } });
		expect(one.found).toEqual([]);
		one.look(1200, temperatures(49, 41));
		expect(one.found).toHaveLength(1);
	});

	it("begin a mark at each look where nobody knows since when it runs", () => {
		expect(charged(50, 40, 600, { circuits: { pump: { runs: true, since: undefined } } })).toEqual([]);
	});

	it("take a new mark every 10 minutes, and keep the evidence of an hour", () => {
		const one = bench();
		one.look(0, { ...NIGHT, ...temperatures(60, 30) });
		const seen = (second: number) => {
			one.look(second, temperatures(60 - second / 600, 30 + second / 600));
			return [(one.memory as { at: number }).at - at(0), (one.memory as { found?: { at: number } }).found?.at];
		};
		expect(seen(599)).toEqual([0, undefined]);
		expect(one.changed).toBe(false);
		expect(seen(600)).toEqual([600, at(600)]);
		expect(seen(1200)).toEqual([1200, at(600)]);
		expect(seen(600 + HOUR - 1)).toEqual([600 + HOUR - 1, at(600)]);
		expect(seen(2 * HOUR)).toEqual([2 * HOUR, at(2 * HOUR)]);
	});

	it("keep their evidence for less than an hour, to the second", () => {
		const one = bench();
		one.look(0, { ...NIGHT, ...temperatures(60, 30) });
		one.look(600, temperatures(59, 31));
		one.look(600 + HOUR, temperatures(58, 32));
		expect(one.memory).toMatchObject({ found: { at: at(600 + HOUR) } });
	});
});

describe("sensors mixed up, by day", () => {
	const FOUND = (collector: number, tank: number) => [
		["alarm", "swapped_by_day", { collector, tank, sensor: "roof", by: "store" }],
	];
	/** Nothing heats the tank while both sensors go from 30 and 40 °C to these. */
	const rises = (roof: number, store: number, seconds = 1200, seen: Seen = {}) => {
		const one = bench();
		one.look(0, { ...REST, ...temperatures(30, 40), ...seen });
		one.look(seconds, temperatures(roof, store));
		return told(one.found);
	};

	test.each<[number, number, readonly unknown[]]>([
		[30, 60, FOUND(30, 60)],
		[30, 59.9, []],
		[33, 60, FOUND(33, 60)],
		[27, 60, FOUND(27, 60)],
		[33.1, 60, []],
		[26.9, 60, []],
	])("are found where the tank alone rises: to %d and %d °C", (roof, store, found) => {
		expect(rises(roof, store)).toEqual(found);
	});

	test.each<[number, number]>([
		[40, 1],
		[40.1, 0],
	])("are found where the tank is 20 K warmer then: a collector of %d °C", (roof, count) => {
		const one = bench();
		one.look(0, { ...REST, ...temperatures(roof, 40) });
		one.look(1200, temperatures(roof, 60));
		expect(one.found).toHaveLength(count);
	});

	test.each<[string, Seen["outputs"], number]>([
		["the pump runs", { pump: { wanted: FULL } }, 0],
		["the pump is reported to run", { pump: { wanted: OFF, actual: FULL } }, 0],
		["the heater is on", { heater: { wanted: FULL } }, 0],
		["the heater is not on, as its board says", { heater: { wanted: FULL, actual: OFF } }, 1],
	])("are not found while %s", (_, outputs, count) => {
		const one = bench();
		one.look(0, { ...REST, ...temperatures(30, 40) });
		one.look(60, { ...(outputs !== undefined && { outputs }) });
		one.look(1200, temperatures(30, 60));
		expect(one.found).toHaveLength(count);
	});

	it("are judged over half an hour", () => {
		const one = bench();
		one.look(0, { ...REST, ...temperatures(30, 40) });
		one.look(1799);
		expect(one.changed).toBe(false);
		one.look(1800, temperatures(30, 55));
		expect([one.found, one.memory]).toEqual([[], { at: at(1800), collector: 30, tank: 55 }]);
		one.look(1900, temperatures(30, 65));
		expect(one.found).toEqual([]);
	});

	it("keep their mark while a sensor is lost", () => {
		for (const sensor of ["roof", "store"]) {
			const one = bench();
			one.look(0, { ...REST, ...temperatures(30, 40) });
			one.look(1800, { told: { [sensor]: "lost" } });
			expect(one.changed).toBe(false);
		}
	});

	it("are judged from the moment on at which nothing heats any more", () => {
		const one = bench();
		one.look(0, { ...REST, ...temperatures(30, 40), outputs: { heater: { wanted: FULL } } });
		expect(one.memory).toEqual({});
		one.look(60, { outputs: { heater: { wanted: OFF } } });
		expect(one.memory).toEqual({ at: at(60), collector: 30, tank: 40 });
		one.look(120, { outputs: { heater: { wanted: FULL } } });
		expect(one.memory).toEqual({});
		one.look(180);
		expect(one.changed).toBe(false);
	});
});

describe("sensors that were found mixed up", () => {
	const found = () => {
		const one = bench();
		one.look(0, { ...REST, ...temperatures(30, 40) });
		one.look(1200, temperatures(30, 60));
		return one;
	};

	test.each<[string, Seen]>([
		["while nothing happens", {}],
		["while a sensor is lost", { told: { roof: "lost" } }],
		["while the other is lost", { told: { store: "lost" } }],
		["while something heats", { outputs: { heater: { wanted: FULL } } }],
		["while it charges at night without moving heat", NIGHT],
	])("are over two days after the last evidence, %s", (_, seen) => {
		const one = found();
		one.look(1201, seen);
		one.look(1200 + 2 * DAY - 1);
		expect(one.found).toHaveLength(1);
		one.look(1200 + 2 * DAY);
		expect(one.found).toEqual([]);
	});

	it("begin again with new evidence", () => {
		const one = found();
		one.look(DAY, temperatures(30, 40));
		one.look(DAY + 1200, temperatures(30, 60));
		one.look(1200 + 2 * DAY);
		expect(one.found).toHaveLength(1);
	});

	it("keep their evidence while something heats", () => {
		const one = found();
		one.look(1260, { outputs: { heater: { wanted: FULL } } });
		expect(one.memory).toEqual({ found: { at: at(1200), kind: "rise", collector: 30, tank: 60 } });
	});

	it("are told as night or day by what was seen last", () => {
		const one = found();
		one.look(2 * HOUR, {
			...NIGHT,
			...temperatures(60, 30),
			clock: 60,
			circuits: { pump: { runs: true, since: 2 * HOUR } },
		});
		one.look(2 * HOUR + 600, temperatures(50, 40));
		expect(one.found.map(({ code }) => code)).toEqual(["swapped_at_night"]);
	});
});

describe("its places", () => {
	it("are circuits of the sun with a sensor at each end", () => {
		const plant = plantWith();
		const [circuit] = plant.circuits;
		if (circuit === undefined) throw new Error("the house has a circuit");
		const placed = [
			circuit,
			{ ...circuit, from_sensor: undefined },
			{ ...circuit, to_sensor: undefined },
			{ ...circuit, from: circuit.to },
		];
		expect(placed.map((one) => swappedSensors.where?.(one, plant))).toEqual([true, false, false, false]);
	});
});
