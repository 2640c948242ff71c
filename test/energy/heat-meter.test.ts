import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { heatMeter } from "#energy/heat-meter.ts";
import { carried } from "#energy/metering/heat.ts";
import { finding } from "#model/findings/finding.ts";
import { celsius, litresPerMinute } from "#model/quantities/units.ts";
import { Chance } from "#simulation/chance.ts";
import { FLOW, plantFrom, plantWith, RETURN, Rig, wallOn } from "./rig.ts";

const metered = () => new Rig(plantWith({ sensors: [RETURN, FLOW] }));
const virtual = (pump: object = {}) => new Rig(plantWith({ sensors: [RETURN], pump: { full_flow: 4, ...pump } }));
const HOT = { collector: 60, return_line: 50, tank: 45, flow: 4 };
/** kW of that. */
const KW = carried(0.4, litresPerMinute(4), celsius(60), celsius(50));

describe("the heat of a circuit", () => {
	test.each([
		[0, 2.754],
		[0.4, 2.579],
	])("with %d of glycol, 4 L/min and 10 K are %d kW", (glycol, kw) => {
		expect(carried(glycol, litresPerMinute(4), celsius(60), celsius(50))).toBeCloseTo(kw, 2);
	});

	test.each([
		["a flow meter", metered],
		["the pump's flow at full speed", virtual],
	])("is counted by %s while the pump runs, to the second", (_, rig) => {
		const house = rig();
		house.turn(10, { read: { ...HOT, flow: 0 } });
		house.turn(10, { runs: { pump: 100 } });
		house.pass(3590, 10, { read: HOT });
		house.turn(10, { runs: { pump: 0 } });
		const { sun } = house.pass(600, 10, { read: { flow: 0 } });
		expect((sun?.heat?.total ?? 0) / KW).toBeCloseTo(1, 2);
		expect(sun).toMatchObject({ power: 0, boundary: "collector_loop", unmeasured: 0 });
	});

	it("is told as power at once, and as energy once it is saved", () => {
		const house = virtual();
		house.pass(60, 10, { read: HOT, runs: { pump: 100 } });
		expect(house.turn(10).sun).toMatchObject({ power: Math.round(1000 * KW), heat: { total: 0, today: 0 } });
	});

	it("follows the speed of the pump", () => {
		const house = virtual({ target: "simulated:pump_speed" });
		house.turn(10, { read: HOT, runs: { pump: 50 } });
		expect(house.turn(10).sun?.power).toBe(Math.round(500 * KW));
	});

	it("is heat given back where the collector is colder, and lessens nothing", () => {
		const house = virtual();
		house.pass(3600, 10, { read: HOT, runs: { pump: 100 } });
		const before = house.pass(600, 10, { runs: { pump: 0 } }).circuits[0];
		const [after] = house
			.pass(3600, 10, { read: { collector: 40, return_line: 50 }, runs: { pump: 100 } })
			.circuits.values();
		expect(after?.heat?.total).toBe(before?.heat?.total);
		expect(after?.back).toBeGreaterThan(0.5);
		expect(after?.power).toBeLessThan(0);
	});

	it("is nothing without a flow meter and without the pump's flow", () => {
		const { sun, circuits } = new Rig(plantWith({ sensors: [RETURN] })).turn(10);
		expect([sun, circuits]).toEqual([undefined, []]);
	});

	it("is measured at the tank where the pipe from the collector has a sensor there", () => {
		const line = { id: "flow_line", role: "flow_line", source: "one_wire:28-000000000001" };
		const house = new Rig(plantWith({ sensors: [RETURN, FLOW, line] }));
		const { sun } = house.pass(60, 10, { read: { ...HOT, collector: 90, flow_line: 60 }, runs: { pump: 100 } });
		expect(sun).toMatchObject({ power: Math.round(1000 * KW), boundary: "into_tank" });
	});

	it("is less certain with a smaller difference, without a flow meter, and without a sensor in the return", () => {
		const hour = (house: Rig, read: Readonly<Record<string, number>>) =>
			house.pass(3600, 10, { read, runs: { pump: 100 } }).sun?.uncertainty ?? 0;
		const all = [
			hour(metered(), HOT),
			hour(virtual(), HOT),
			hour(virtual(), { ...HOT, collector: 55 }),
			hour(new Rig(plantWith({ pump: { full_flow: 4 } })), HOT),
		];
		expect(all).toEqual(all.toSorted((a, b) => a - b));
		expect(all[0]).toBeCloseTo(0.054, 2);
		expect(all[3]).toBeGreaterThan(0.2);
	});

	it("goes on by what was learnt of the pump while its flow meter is lost", () => {
		const house = metered();
		house.pass(1800, 10, { read: HOT, runs: { pump: 100 } });
		const { sun } = house.turn(10, { read: { flow: "lost" } });
		expect(sun?.power).toBe(Math.round(1000 * KW));
	});

	it("is counted with its flow meter also where no pump runs, which is a leaking check valve", () => {
		const house = metered();
		expect(house.pass(3600, 10, { read: HOT }).sun?.heat?.total).toBeGreaterThan(0.5);
	});

	it("is not shown, and is no 0, while the store cannot be read", () => {
		const findings = [finding("warning", "store_awaited", { cause: "locked" })];
		expect(virtual().turn(10, { findings }).sun?.heat).toBeUndefined();
	});
});

describe("a gap", () => {
	const hour = (house: Rig) => house.pass(3600, 10, { read: HOT, runs: { pump: 100 } });
	const counted = (house: Rig) => heatMeter.memory.parse(house.memory("heat_meter")).heat.total;

	test.each([
		["its temperature is lost", { collector: "lost" }],
		["its return is lost", { return_line: "lost" }],
	] as const)("while %s nothing is counted, and the time is told", (_, read) => {
		const house = virtual();
		hour(house);
		const before = counted(house);
		house.pass(36_000, 30, { read });
		const [lost] = house.pass(300, 10).circuits;
		const [after] = house.pass(600, 10, { read: HOT, runs: { pump: 0 } }).circuits;
		expect(lost?.power).toBeUndefined();
		expect(counted(house) - before).toBeLessThan(0.01);
		expect(after?.unmeasured).toBeCloseTo(36_300, -2);
	});

	it("of a turn that came hours late counts nothing", () => {
		const house = virtual();
		hour(house);
		house.turn(36_000);
		const { sun } = house.pass(600, 10);
		expect(sun?.heat?.total).toBeLessThan(1.2 * KW);
	});

	it("of a board that does not confirm the pump counts nothing", () => {
		const house = virtual();
		house.turn(10, { read: HOT, runs: { pump: "unknown" } });
		expect(house.pass(3600, 10).sun?.heat?.total).toBe(0);
	});

	it("between two processes counts nothing", () => {
		const house = virtual();
		hour(house);
		house.save();
		house.kill();
		const before = counted(house);
		house.turn(100, { runs: { pump: 0 } });
		expect(counted(house)).toBe(before);
		expect(house.pass(600, 10).sun?.heat?.total).toBeLessThan(1.02 * KW);
	});
});

test("a day of sensor noise with the pump at rest, and one with a flow meter's noise, count nothing", () => {
	const chance = new Chance(7);
	for (const house of [metered(), virtual()]) {
		for (let t = 0; t < 86_400; t += 10) {
			const read = {
				collector: 20 + 0.1 * chance.normal(),
				return_line: 20 + 0.1 * chance.normal(),
				flow: 0.05 * Math.abs(chance.normal()),
			};
			house.turn(10, { read });
		}
		expect(house.turn(300).sun?.heat?.total).toBeLessThan(0.001);
	}
});

test("sensors that differ at rest, night after night, are corrected by that", () => {
	const line = { id: "flow_line", role: "flow_line", source: "one_wire:28-000000000001" };
	const house = new Rig(plantWith({ sensors: [RETURN, line], pump: { full_flow: 4 } }));
	for (let day = 1; day <= 6; day++)
		for (let minute = 0; minute < 1440; minute++)
			house.turn(60, {
				read: { collector: 5, tank: 22, flow_line: 18.6, return_line: 18 },
				wall: wallOn(`2026-07-0${day}`, minute),
			});
	const wall = wallOn("2026-07-07", 720);
	expect(house.turn(60, { wall }).circuits[0]?.offset).toBeCloseTo(0.6, 6);
	house.turn(10, { read: { collector: 60, flow_line: 60.6, return_line: 50, tank: 45 }, runs: { pump: 100 }, wall });
	expect((house.turn(10).sun?.power ?? 0) / (1000 * KW)).toBeCloseTo(1, 2);
});

test("two circuits on one meter that run at once have no figures of their own", () => {
	const plant = plantFrom({
		collectors: [{ id: "roof" }],
		tanks: [{ id: "hot" }, { id: "buffer" }],
		sensors: [
			{ id: "collector", role: "collector", source: "simulated:roof/outlet" },
			{ id: "t_hot", role: "tank", of: "hot", source: "simulated:hot/coil" },
			{ id: "t_buffer", role: "tank", of: "buffer", source: "simulated:buffer/coil" },
			{ id: "flow", role: "flow", of: "roof", source: "simulated:flow/pump" },
		],
		outputs: [
			{ id: "pump", role: "pump", target: "simulated:pump" },
			{ id: "pump_2", role: "pump", target: "simulated:pump_2" },
		],
		circuits: [
			{ id: "to_hot", from: "roof", to: "hot", pump: "pump" },
			{ id: "to_buffer", from: "roof", to: "buffer", pump: "pump_2" },
		],
	});
	const house = new Rig(plant);
	const read = { collector: 60, t_hot: 40, t_buffer: 30, flow: 4 };
	house.turn(10, { read, runs: { pump: 100 } });
	expect(house.turn(10).circuits.map(({ power }) => power !== undefined && power > 0)).toEqual([true, false]);
	house.turn(10, { runs: { pump_2: 100 } });
	expect(house.turn(10).circuits.map(({ power }) => power)).toEqual([undefined, undefined]);
});

test("over any life with kills no figure of energy falls, and none is more than was carried", () => {
	const event = fc.record({
		lasts: fc.integer({ min: 10, max: 400 }),
		pump: fc.constantFrom(0, 100, "unknown" as const),
		collector: fc.constantFrom(20, 60, 90, "lost" as const),
		ends: fc.constantFrom("runs on", "is killed", "stops"),
	});
	fc.assert(
		fc.property(fc.array(event, { maxLength: 12 }), (events) => {
			const house = virtual();
			let [total, today, real] = [0, 0, 0];
			for (const { lasts, pump, collector, ends } of events) {
				for (let left = lasts; left > 0; left -= 10) {
					const { sun } = house.turn(10, { read: { collector, return_line: 50, tank: 45 }, runs: { pump } });
					const { heat } = sun ?? {};
					expect(heat?.total).toBeGreaterThanOrEqual(total);
					expect(heat?.today).toBeGreaterThanOrEqual(today);
					[total, today] = [heat?.total ?? Number.NaN, heat?.today ?? Number.NaN];
					if (collector !== "lost" && pump === 100)
						real += (Math.max(0, carried(0.4, litresPerMinute(4), celsius(collector), celsius(50))) * 10) / 3600;
				}
				// The interval in which something changes takes the mean of both.
				real += carried(0.4, litresPerMinute(4), celsius(90), celsius(50)) * (10 / 3600);
				if (ends === "stops") house.save();
				if (ends !== "runs on") house.kill();
			}
			expect(total).toBeLessThanOrEqual(real + 1e-9);
		}),
		{ numRuns: 40 },
	);
});

describe("two fields that one pump feeds side by side", () => {
	const roofs = (areas: readonly (number | undefined)[]) =>
		new Rig(
			plantFrom({
				collectors: ["east", "west"].map((id, n) => ({ id, ...(areas[n] !== undefined && { area: areas[n] }) })),
				tanks: [{ id: "hot" }],
				sensors: [
					{ id: "t_east", role: "collector", of: "east", source: "simulated:east/outlet" },
					{ id: "t_west", role: "collector", of: "west", source: "simulated:west/outlet" },
					{ id: "t_hot", role: "tank", of: "hot", source: "simulated:hot/coil" },
					{ id: "flow", role: "flow", source: "simulated:flow/pump" },
				],
				outputs: [{ id: "pump", role: "pump", target: "simulated:pump" }],
				circuits: ["east", "west"].map((from) => ({ id: `${from}_hot`, from, to: "hot", pump: "pump" })),
			}),
		);
	const read = { t_east: 60, t_west: 50, t_hot: 40, flow: 9 };
	const powersOf = (rig: Rig) => {
		rig.turn(10, { read, runs: { pump: 100 } });
		return rig.turn(10).circuits.map(({ power = Number.NaN }) => power);
	};
	/** W of this flow in this field, of which the coil takes three quarters out. */
	const of = (flow: number, hot: number) =>
		1000 * carried(0.4, litresPerMinute(flow), celsius(hot), celsius(hot - 0.75 * (hot - 40)));

	it.each([
		["as their areas", [4, 8], [3, 6]],
		["alike, where an area is not known", [4, undefined], [4.5, 4.5]],
	] as const)("share the flow %s, and their sum is the heat of the sun", (_, areas, [east, west]) => {
		const rig = roofs(areas);
		expect(powersOf(rig)).toEqual([expect.closeTo(of(east, 60), -1), expect.closeTo(of(west, 50), -1)]);
		const { sun } = rig.pass(600, 10);
		expect(sun?.power).toBeCloseTo(of(east, 60) + of(west, 50), -1);
		expect(sun?.heat?.total).toBeGreaterThan(0);
		expect(sun?.unmeasured).toBe(0);
		expect(sun?.uncertainty).toBeGreaterThan(0.25);
	});
});
