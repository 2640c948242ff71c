import { describe, expect, it } from "@jest/globals";
import { spans, ToldHouse } from "../fakes/told-house.ts";

/** Plants that owners described in public, in a few lines each. Each names its thread. */
type Item = Readonly<Record<string, unknown>>;

const measured = (id: string, role: string, of: string, nth: number, more: Item = {}): Item => ({
	...{ id, role, of, source: `one_wire:28-00000000000${nth}`, ...more },
});
const relay = (id: string, role: string, nth: number, more: Item = {}): Item => ({
	...{ id, role, target: `usb_relay:/dev/relays/${nth}`, ...more },
});
const roof = { collectors: [{ id: "roof" }] };
const diverter = relay("diverter", "valve", 2, { rest: "hold", travel: 20 });
const on = (id: string) => (row: { readonly want: Readonly<Record<string, number>> }) => (row.want[id] ?? 0) > 0;

describe("a pool behind a heat exchanger, whose own pump has to run along", () => {
	// community.openhab.org thread 163314: a switching valve for house or pool, and a pump in the pool house.
	const options = {
		...roof,
		tanks: [{ id: "house" }, { id: "pool", tank_limit_target: 28 }],
		sensors: [
			measured("roof_t", "collector", "roof", 1),
			measured("house_t", "tank", "house", 2),
			measured("pool_t", "tank", "pool", 3),
		],
		outputs: [relay("pump", "pump", 1), diverter, relay("pool_pump", "valve", 3, { travel: 0 })],
		circuits: [
			{ id: "to_house", from: "roof", to: "house", pump: "pump", valve: "diverter", position: 0, priority: 1 },
			{
				...{ id: "to_pool", from: "roof", to: "pool", pump: "pump", valve: "diverter", position: 100, priority: 2 },
				...{ valve_2: "pool_pump", position_2: 100 },
			},
		],
	};

	it("runs before the solar pump starts and until it has stopped, and not for the house nor overnight", () => {
		const house = new ToldHouse(options, { every: 10 });
		const rows = [
			...house.during(10, { roof_t: 60, house_t: 40, pool_t: 24 }),
			...house.during(10, { roof_t: 45, house_t: 43, pool_t: 24 }),
			...house.during(120, { roof_t: 15 }),
		];
		const [along, ...more] = spans(rows, on("pool_pump"));
		const [, solar] = spans(rows, on("pump"));
		expect(more).toEqual([]);
		expect(along?.[0]).toBeLessThan(solar?.[0] ?? 0);
		expect(along?.[1]).toBeGreaterThan(solar?.[1] ?? 0);
		expect((along?.[1] ?? 0) - (solar?.[1] ?? 0)).toBeLessThan(1);
		expect(rows.at(-1)?.want).toEqual({ pump: 0, diverter: 100, pool_pump: 0 });
	});
});

describe("a pool that the filter pump circulates in any case", () => {
	// segalion/raspipool issue 12: a three-way valve alone decides whether its water goes over the roof.
	it("is led over the collector while that is warmer, and past it when it is warm enough", () => {
		const house = new ToldHouse({
			...roof,
			tanks: [{ id: "pool", tank_limit_target: 29 }],
			sensors: [measured("roof_t", "collector", "roof", 1), measured("pool_t", "tank", "pool", 2)],
			outputs: [relay("valve", "valve", 1, { travel: 30 })],
			circuits: [{ id: "solar", from: "roof", to: "pool", pump: "valve" }],
		});
		const at = (roof_t: number, pool_t: number) => on("valve")(house.settled(5, { roof_t, pool_t }) ?? { want: {} });
		expect([at(40, 25), at(28, 25), at(45, 25), at(45, 29), at(45, 27.5), at(45, 26.9)]).toEqual([
			...[true, false, true, false, false, true],
		]);
	});
});

describe("a tank that is charged in layers, by a valve", () => {
	// volkssolaranlage.com, steamback: the upper coil first, up to 60 °C, then the lower one.
	const options = {
		...roof,
		tanks: [{ id: "tank_1" }],
		sensors: [
			measured("roof_t", "collector", "roof", 1),
			measured("low", "tank", "tank_1", 2),
			measured("top", "tank_layer", "tank_1", 3, { height: 150 }),
		],
		outputs: [relay("pump", "pump", 1), diverter],
		circuits: [
			{
				...{ id: "upper", from: "roof", to: "tank_1", pump: "pump", valve: "diverter", position: 100, priority: 1 },
				...{ to_sensor: "top" },
			},
			{ id: "lower", from: "roof", to: "tank_1", pump: "pump", valve: "diverter", position: 0, priority: 2 },
		],
	};

	it("compares each coil with its own sensor, and never lets both flow", () => {
		const house = new ToldHouse(options, { every: 10 });
		const served = (roof_t: number, low: number, top: number) =>
			house.during(5, { roof_t, low, top }).at(-1)?.runs ?? {};
		expect(served(70, 30, 45)).toEqual({ upper: true, lower: false });
		expect(served(60, 30, 58)).toEqual({ upper: false, lower: true });
		expect(served(70, 30, 60)).toEqual({ upper: true, lower: false });
	});
});

describe("two fields behind a zone valve each", () => {
	// As in the plans of many controllers: one pump, and a spring-return valve for each field.
	it("close when their sun is gone, one after the other, and open in the morning before the pump runs", () => {
		const house = new ToldHouse(
			{
				collectors: [{ id: "east" }, { id: "west" }],
				tanks: [{ id: "tank_1" }],
				sensors: [
					measured("east_t", "collector", "east", 1),
					measured("west_t", "collector", "west", 2),
					measured("tank_t", "tank", "tank_1", 3),
				],
				outputs: [
					relay("pump", "pump", 1),
					relay("east_valve", "valve", 2, { travel: 30 }),
					relay("west_valve", "valve", 3, { travel: 30 }),
				],
				circuits: ["east", "west"].map((id) => ({
					...{ id: `from_${id}`, from: id, to: "tank_1", pump: "pump", valve: `${id}_valve`, position: 100 },
				})),
			},
			{ every: 10 },
		);
		const open = (east_t: number, west_t: number) => {
			const { pump, east_valve, west_valve } = house.during(5, { east_t, west_t, tank_t: 40 }).at(-1)?.want ?? {};
			return [pump, east_valve, west_valve];
		};
		expect(open(60, 30)).toEqual([100, 100, 0]);
		expect(open(60, 60)).toEqual([100, 100, 100]);
		expect(open(30, 60)).toEqual([100, 0, 100]);
		expect(open(30, 30)).toEqual([0, 0, 0]);
		const morning = house.during(2, { east_t: 60 });
		const pump = spans(morning, on("pump"))[0]?.[0] ?? 0;
		expect(pump - (spans(morning, on("east_valve"))[0]?.[0] ?? 0)).toBeGreaterThanOrEqual(0.5);
	});
});
