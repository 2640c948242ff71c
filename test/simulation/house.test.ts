import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { OWNERS_PLANT } from "#simulation/design.ts";
import { FLAT_PLATE } from "#simulation/heat/collector.ts";
import { House } from "#simulation/house.ts";
import type { HouseDesign, LineDesign, StoreDesign } from "#simulation/house-design.ts";
import { Sun } from "#simulation/weather/sun.ts";

const HOUR = 3600;
const field = (id: string, area: number, turned: number) => ({
	...{ id, area, turned, slope: 45, collector: FLAT_PLATE, flow: 40 },
});
const store = (id: string, volume: number, changes: Partial<StoreDesign> = {}): StoreDesign => ({
	...{ id, volume, height: 1.6, leak: 2.5, bottom: 20, top: 40, daily_draw: 0, ...changes },
});
const house = (changes: Partial<HouseDesign>) =>
	new House({ ...OWNERS_PLANT, stoves: [], fields: [], stores: [], heaters: [], valves: [], lines: [], ...changes });
const line = (from: string, to: string, pump: string, ...valves: LineDesign["valves"]): LineDesign => ({
	...{ id: `${from}_${to}`, from, to, pump, valves },
});
const at = (valve: string, position: 0 | 100) => ({ valve, position });

/** East and west fields on one pump; a diverter leads to the hot water at rest, and to the buffer when energised. */
const TWO_TANKS: Partial<HouseDesign> = {
	cloudiness: 0,
	start: { day_of_year: 172, hour: 8 },
	fields: [field("east", 4, -90), field("west", 6, 90)],
	stores: [store("hot_water", 300), store("buffer", 800)],
	valves: [{ id: "diverter", travel: 120 }],
	lines: ["east", "west"].flatMap((from) => [
		line(from, "hot_water", "pump", at("diverter", 0)),
		line(from, "buffer", "pump", at("diverter", 100)),
	]),
};
const waterOf = (one: House, id: string) => one.layout.stores.get(id)?.at(10) ?? Number.NaN;
const sensedBy = (one: House, id: string) => one.layout.fields.get(id)?.sensed ?? Number.NaN;

describe("a field that does not face south", () => {
	test.each([
		{ turned: -90, more: 8, less: 16 },
		{ turned: 90, more: 16, less: 8 },
	])("turned by $turned degrees sees more sun at $more than at $less o'clock", ({ turned, more, less }) => {
		const sun = new Sun(59.3, 45, turned);
		expect(sun.incidence(172, more)).toBeGreaterThan(sun.incidence(172, less) + 0.5);
	});

	it("sees at noon what the mirrored one sees, and level ground has no direction", () => {
		expect(new Sun(59.3, 45, -60).incidence(100, 12)).toBeCloseTo(new Sun(59.3, 45, 60).incidence(100, 12), 12);
		expect(new Sun(59.3, 0, -60).incidence(100, 9)).toBeCloseTo(new Sun(59.3, 0).height(100, 9), 12);
	});

	it("warms a collector to the east in the morning, one to the west in the evening", () => {
		const both = house(TWO_TANKS);
		both.advance(HOUR);
		expect(sensedBy(both, "east")).toBeGreaterThan(sensedBy(both, "west") + 30);
		both.advance(8 * HOUR);
		expect(sensedBy(both, "west")).toBeGreaterThan(sensedBy(both, "east") + 30);
	});
});

describe("a house with two tanks, a diverter and a pump for two fields", () => {
	const charged = (valve: number, seconds = 2 * HOUR) => {
		const two = house(TWO_TANKS);
		two.drive("diverter", valve);
		two.advance(300);
		const before = ["hot_water", "buffer"].map((id) => waterOf(two, id));
		two.drive("pump", 100);
		two.advance(seconds);
		return ["hot_water", "buffer"].map((id, index) => waterOf(two, id) - (before[index] ?? 0));
	};

	it("heats the tank that the valve leads to, and the other not", () => {
		const [hot = 0, cold = 0] = charged(0);
		expect(hot).toBeGreaterThan(5);
		expect(cold).toBeLessThan(0.2);
		const [idle = 0, buffer = 0] = charged(100);
		expect(idle).toBeLessThan(0.2);
		expect(buffer).toBeGreaterThan(2);
	});

	it("has the flow of both fields in its pump, and splits it while the valve moves", () => {
		const two = house(TWO_TANKS);
		const flows = () => ["pump", ...(TWO_TANKS.lines ?? []).map(({ id }) => id)].map((id) => two.flow(id));
		two.drive("pump", 100);
		two.advance(10);
		const full = (10 * 40) / 60;
		expect(flows()).toEqual([full, full * 0.4, 0, full * 0.6, 0].map((flow) => expect.closeTo(flow, 9)));
		two.drive("diverter", 100);
		two.advance(30);
		expect(flows()).toEqual([full, full * 0.3, full * 0.1, full * 0.45, full * 0.15].map((f) => expect.closeTo(f, 9)));
		two.advance(90);
		expect(flows()).toEqual([full, 0, full * 0.4, 0, full * 0.6].map((flow) => expect.closeTo(flow, 9)));
	});

	test.each([
		{ level: 0, share: 0 },
		{ level: 10, share: 0.3 },
		{ level: 30, share: 0.3 },
		{ level: 45, share: 0.45 },
		{ level: 100, share: 1 },
	])("moves $share of its flow at $level %", ({ level, share }) => {
		const two = house(TWO_TANKS);
		two.drive("pump", level);
		two.advance(1);
		expect(two.flow("pump")).toBeCloseTo((share * 400) / 60, 9);
	});

	it("lets a field that boils take its flow with it, and the other go on", () => {
		const two = house(TWO_TANKS);
		while (!two.layout.fields.get("east")?.blocked) two.advance(60);
		two.drive("pump", 100);
		two.advance(10);
		expect([two.flow("east_hot_water"), two.flow("west_hot_water")]).toEqual([0, expect.closeTo(4, 9)]);
	});
});

describe("a plate exchanger beside a tank", () => {
	const charged = (plate: boolean) => {
		const one = house({
			...TWO_TANKS,
			fields: [field("south", 6, 0)],
			valves: [],
			stores: [store("buffer", 500, { bottom: 20, top: 20 })],
			lines: [{ ...line("south", "buffer", "pump"), ...(plate ? { plate } : {}) }],
		});
		const before = one.energies;
		one.drive("pump", 100);
		one.advance(4 * HOUR);
		return { one, before };
	};

	it("brings the sun's heat to the tank's middle first, and a coil to its bottom", () => {
		const [plate, coil] = [charged(true).one, charged(false).one];
		const at = (one: House, height: number) => one.layout.stores.get("buffer")?.at(height) ?? Number.NaN;
		expect(plate.energies.solar_kwh).toBeGreaterThan(8);
		expect(at(plate, 90) - at(plate, 8)).toBeGreaterThan(at(coil, 90) - at(coil, 8) + 3);
		expect(Math.abs(plate.energies.solar_kwh / coil.energies.solar_kwh - 1)).toBeLessThan(0.15);
	});

	it("makes and loses no heat, and gives the tank what its fluid gives away", () => {
		const { one, before } = charged(true);
		const e = one.energies;
		const kept = e.stored_kwh - before.stored_kwh + e.loop_kwh - before.loop_kwh;
		expect(e.absorbed_kwh - e.loss_kwh - e.collector_loss_kwh - e.pipe_loss_kwh - kept).toBeCloseTo(0, 6);
		expect(e.solar_kwh - e.loss_kwh - (e.stored_kwh - before.stored_kwh)).toBeCloseTo(0, 6);
	});
});

describe("other parts", () => {
	const stove = { id: "stove", power: 9000, fires: [[18, 3]] as const };
	const warm: Partial<HouseDesign> = {
		start: { day_of_year: 350, hour: 17 },
		stoves: [stove],
		stores: [store("buffer", 800, { bottom: 20, top: 20 }), store("hot_water", 300, { bottom: 20, top: 20 })],
		lines: [line("stove", "buffer", "stove_pump"), line("buffer", "hot_water", "load_pump")],
	};

	it("include a stove that heats at its hours, through its pump", () => {
		const one = house(warm);
		one.advance(HOUR);
		expect(one.layout.stoves.get("stove")?.outlet).toBeLessThan(25);
		one.drive("stove_pump", 100);
		one.advance(4 * HOUR);
		expect(one.energies.fire_kwh).toBeCloseTo(27, 6);
		expect(one.layout.stores.get("buffer")?.at(150)).toBeGreaterThan(40);
	});

	it("include a stove whose discharge valve keeps it from boiling", () => {
		const one = house(warm);
		let hottest = 0;
		for (let minute = 0; minute < 300; minute++) {
			one.advance(60);
			hottest = Math.max(hottest, one.layout.stoves.get("stove")?.outlet ?? 0);
		}
		expect(hottest).toBeGreaterThan(95);
		expect(hottest).toBeLessThan(115);
	});

	it("include a tank that heats another one", () => {
		const one = house({ ...warm, stores: [store("buffer", 800, { bottom: 60, top: 70 }), store("hot_water", 300)] });
		one.drive("load_pump", 100);
		one.advance(3 * HOUR);
		expect(one.layout.stores.get("hot_water")?.at(150)).toBeGreaterThan(55);
	});

	it("include a heater for each tank", () => {
		const one = house({ ...warm, heaters: [{ id: "immersion", of: "hot_water", power: 3000 }] });
		one.drive("immersion", 100);
		one.advance(HOUR);
		expect(one.energies.heater_kwh).toBeCloseTo(3, 6);
		expect(one.layout.stores.get("hot_water")?.at(150)).toBeGreaterThan(30);
		expect(one.layout.stores.get("buffer")?.at(150)).toBeLessThan(21);
	});
});

const PARTS = { fields: ["f0", "f1", "f2", "f3"], stoves: ["s0"], stores: ["t0", "t1", "t2", "t3"] };
const anyLine = fc.record({
	from: fc.constantFrom(...PARTS.fields, ...PARTS.stoves, ...PARTS.stores),
	to: fc.constantFrom(...PARTS.stores),
	pump: fc.constantFrom("p0", "p1", "p2"),
	valves: fc.array(fc.record({ valve: fc.constantFrom("v0", "v1"), position: fc.constantFrom(0, 100) }), {
		maxLength: 2,
	}),
});
const anyHouse = fc.record({
	seed: fc.integer({ min: 0, max: 1000 }),
	start: fc.record({ day_of_year: fc.integer({ min: 1, max: 365 }), hour: fc.integer({ min: 0, max: 23 }) }),
	lines: fc.array(anyLine, { minLength: 1, maxLength: 8 }),
	areas: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 4, maxLength: 4 }),
	volumes: fc.array(fc.integer({ min: 30, max: 2000 }), { minLength: 4, maxLength: 4 }),
	travel: fc.constantFrom(0, 30, 150),
});
const OUTPUTS = ["p0", "p1", "p2", "v0", "v1", "h0", "h1"];
const anyDrives = fc.array(
	fc.record({
		levels: fc.array(fc.constantFrom(0, 30, 70, 100), { minLength: OUTPUTS.length, maxLength: OUTPUTS.length }),
		seconds: fc.integer({ min: 1, max: 7200 }),
	}),
	{ minLength: 1, maxLength: 16 },
);

describe("any house, however it is driven", () => {
	// #heat-is-accounted-for
	it("keeps account of all heat", () => {
		fc.assert(
			fc.property(anyHouse, anyDrives, ({ lines, areas, volumes, travel, ...site }, drives) => {
				const one = house({
					...site,
					fields: PARTS.fields.map((id, index) => field(id, areas[index] ?? 1, index * 60 - 90)),
					stoves: [{ id: "s0", power: 8000, fires: [[17, 4]] }],
					stores: PARTS.stores.map((id, index) =>
						store(id, volumes[index] ?? 100, { daily_draw: index === 0 ? 200 : 0, outdoors: index === 3 }),
					),
					heaters: ["h0", "h1"].map((id, index) => ({ id, of: `t${index}`, power: 3000 })),
					valves: ["v0", "v1"].map((id) => ({ id, travel })),
					lines: lines.filter(({ from, to }) => from !== to).map((some, index) => ({ ...some, id: `l${index}` })),
				});
				const before = one.energies;
				for (const { levels, seconds } of drives) {
					for (const [index, id] of OUTPUTS.entries()) one.drive(id, levels[index] ?? 0);
					one.advance(seconds);
				}
				const e = one.energies;
				const brought = e.absorbed_kwh + e.fire_kwh + e.heater_kwh;
				const left = e.draw_kwh + e.loss_kwh + e.collector_loss_kwh + e.pipe_loss_kwh + e.stove_loss_kwh;
				const grown = e.stored_kwh - before.stored_kwh + e.loop_kwh - before.loop_kwh;
				const moved = brought + Math.abs(left) + Math.abs(e.stored_kwh);
				expect(Math.abs(brought - left - grown) / moved).toBeLessThan(1e-6);
				for (const { layers } of one.layout.stores.values())
					for (const layer of layers) expect(layer > -40 && layer < 200).toBe(true);
			}),
			{ numRuns: 60 },
		);
	});
});
