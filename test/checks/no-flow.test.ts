import { describe, expect, it, test } from "@jest/globals";
import { noFlow } from "#checks/no-flow.ts";
import type { Plant } from "#model/plant/plant.ts";
import { Bench, plantWith, SENSORS, type Seen, told } from "../fakes/rule-bench.ts";
import { twoTanks } from "../options/two-tanks.ts";

const METER = { id: "meter", role: "flow", source: "simulated:flow/pump" };
const metered = (meter: object = METER) => plantWith({ sensors: [...SENSORS, meter] });
/** The pump runs from the second 0 on. */
const runs = { pump: { runs: true, since: 0 } };
const gain = (k: number): Seen => ({ told: { roof: 40 + k, store: 40 }, circuits: runs });

describe("a pump without flow", () => {
	test.each<[number, number | undefined]>([
		[49.9, undefined],
		[50, 300 + 600],
		[110, 300 + 600],
	])("at %d K is found 10 minutes after the first 5 of its run", (k, first) => {
		expect(new Bench(noFlow).begins(0, 2000, gain(k))).toBe(first);
	});

	it("is told with the time that it ran, the difference and the collector", () => {
		const bench = new Bench(noFlow);
		bench.during(0, 2000, gain(60));
		const facts = { output: "pump", minutes: 15, gain: 60, collector: 100 };
		expect(told(bench.found)).toEqual([["alarm", "no_flow", facts]]);
	});

	it("is told with the minutes of the run, not of the fault", () => {
		const bench = new Bench(noFlow);
		bench.look(7200 - 600, gain(60));
		bench.look(7200);
		expect(bench.found[0]?.facts).toMatchObject({ minutes: 120 });
	});

	test.each<[string, Seen, number | undefined]>([
		["its pump rests", { ...gain(60), circuits: { pump: { runs: false, since: 0 } } }, undefined],
		["the collector's sensor is lost", { ...gain(60), told: { roof: "lost" } }, undefined],
		["the tank's sensor is lost", { ...gain(60), told: { store: "lost" } }, undefined],
		[
			"nobody knows since when it runs",
			{ ...gain(60), circuits: { pump: { runs: true, since: undefined } } },
			undefined,
		],
		["the collector was hot from minute 10 on only", gain(60), 600 + 600],
	])("is not found while %s", (_, seen, first) => {
		const bench = new Bench(noFlow);
		bench.during(0, 599, gain(20));
		expect(bench.begins(600, 2000, seen)).toBe(first);
	});

	it("is forgotten when the pump stops before it was found", () => {
		const bench = new Bench(noFlow);
		bench.during(0, 800, gain(60));
		bench.look(801, { circuits: { pump: { runs: false } } });
		expect(bench.begins(802, 1500, { circuits: { pump: { runs: true, since: 0 } } })).toBe(802 + 600);
	});

	test.each<[number, number | undefined]>([
		[40, undefined],
		[39.9, 2000 + 300 + 300],
	])("is over at %d K for 5 minutes of a run after its first 5", (k, last) => {
		const bench = new Bench(noFlow);
		bench.during(0, 1000, gain(60));
		expect(bench.ends(2000, 4000, { ...gain(k), circuits: { pump: { runs: true, since: 2000 } } })).toBe(last);
	});

	it("stays found while the pump rests, and its five minutes begin anew with the next run", () => {
		const bench = new Bench(noFlow);
		bench.during(0, 1000, gain(60));
		expect(bench.ends(2000, 2400, { ...gain(20), circuits: { pump: { runs: true, since: 1000 } } })).toBe(2300);
		const again = new Bench(noFlow);
		again.during(0, 1000, gain(60));
		again.during(2000, 2200, { ...gain(20), circuits: { pump: { runs: true, since: 1000 } } });
		again.look(2201, { circuits: { pump: { runs: false } } });
		expect(again.ends(2202, 4000, { circuits: { pump: { runs: true, since: 1000 } } })).toBe(2202 + 300);
	});

	it("changes no memory while all is well or the pump rests", () => {
		const bench = new Bench(noFlow);
		bench.during(0, 400, gain(20));
		expect(bench.changed).toBe(false);
		bench.look(401, { circuits: { pump: { runs: false } } });
		expect(bench.changed).toBe(false);
	});
});

describe("a pump without flow by its meter", () => {
	const flow = (meter: number): Seen => ({ told: { roof: 60, store: 40, meter }, circuits: runs });

	test.each<[number, number | undefined]>([
		[0.2, undefined],
		[0.19, 60 + 60],
		[0, 60 + 60],
	])("of %d L/min is found a minute after the first minute of its run", (meter, first) => {
		const bench = new Bench(noFlow, metered());
		expect(bench.begins(0, 600, flow(meter))).toBe(first);
	});

	it("is not found while a sensor is lost", () => {
		const lost = (told: Seen["told"]) =>
			new Bench(noFlow, metered()).begins(0, 600, { ...flow(0), told: { meter: 0, ...told } });
		expect([lost({ roof: 60, store: "lost" }), lost({ roof: "lost", store: 40 })]).toEqual([undefined, undefined]);
	});

	it("is told with what the meter says, which is never less than nothing", () => {
		const bench = new Bench(noFlow, metered());
		bench.during(0, 600, flow(0.1));
		expect(told(bench.found)).toEqual([["alarm", "no_flow_metered", { output: "pump", minutes: 2, flow: 0.1 }]]);
		const below = new Bench(noFlow, metered());
		below.during(0, 600, flow(-0.1));
		expect(told(below.found)).toEqual([["alarm", "no_flow_metered", { output: "pump", minutes: 2, flow: 0 }]]);
	});

	test.each<[number, number | undefined]>([
		[0.1, undefined],
		[0.2, 700 + 300],
		[3, 700 + 300],
	])("is over 5 minutes after it tells %d L/min", (meter, last) => {
		const bench = new Bench(noFlow, metered());
		bench.during(0, 600, flow(0));
		expect(bench.ends(700, 2000, flow(meter))).toBe(last);
	});

	it("goes by temperatures where the meter says nothing", () => {
		const bench = new Bench(noFlow, metered());
		expect(bench.begins(0, 2000, { ...gain(60), told: { roof: 100, store: 40, meter: "lost" } })).toBe(900);
		expect(bench.ends(2000, 3000, { told: { roof: 60 } })).toBe(2300);
	});
});

describe("the flow meter of a circuit", () => {
	const OTHER = { ...METER, id: "second", source: "simulated:flow/other" };
	const one = (...meters: readonly object[]) => plantWith({ sensors: [...SENSORS, ...meters] });
	const two = (...meters: readonly object[]) => {
		const house = twoTanks();
		return plantWith({ ...house, sensors: [...(house["sensors"] as readonly object[]), ...meters] });
	};
	/** As if the options said where these sensors belong. */
	const belonging = (plant: Plant, of: Readonly<Record<string, string>>): Plant => ({
		...plant,
		sensors: plant.sensors.map((sensor) => ({ ...sensor, ...(of[sensor.id] !== undefined && { of: of[sensor.id] }) })),
	});
	const meterOf = (plant: Plant, nth = 0) => noFlow.needs.meter(plant.circuits[nth] as never, plant).sensor?.id;

	test.each<[string, Plant, string | undefined]>([
		["is the only one of a house with one pump", one(METER), "meter"],
		["is its own", belonging(one(METER), { meter: "pump" }), "meter"],
		["is none of two that belong to nobody", one(METER, OTHER), undefined],
		["is the own one of two", belonging(one(METER, OTHER), { second: "pump" }), "second"],
		["is none that belongs elsewhere", belonging(one(METER), { meter: "boiler" }), undefined],
		["is none that nobody has", one(), undefined],
		["is none of another role", one({ ...METER, role: "other" }), undefined],
		["is none in a house with two pumps", two(METER), undefined],
	])("%s", (_, plant, id) => {
		expect(meterOf(plant)).toBe(id);
	});

	it("is none of another circuit", () => {
		const plant = two(METER);
		const own = belonging(plant, { meter: plant.circuits[1]?.id ?? "" });
		expect(plant.circuits.map((_, nth) => meterOf(own, nth))).toEqual([undefined, "meter", undefined, undefined]);
	});
});

describe("its places", () => {
	const placed = (plant: ReturnType<typeof plantWith>) => plant.circuits.filter((one) => noFlow.where?.(one, plant));
	const [first] = plantWith().circuits;

	it("are circuits of the sun with a sensor at each end", () => {
		expect(placed(plantWith())).toHaveLength(1);
		if (first === undefined) throw new Error("the house has a circuit");
		expect(noFlow.where?.({ ...first, from_sensor: undefined }, plantWith())).toBe(false);
		expect(noFlow.where?.({ ...first, to_sensor: undefined }, plantWith())).toBe(false);
		expect(noFlow.where?.({ ...first, from: first.to }, plantWith())).toBe(false);
	});
});
