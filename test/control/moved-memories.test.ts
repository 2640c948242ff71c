import { describe, expect, it, test } from "@jest/globals";
import * as z from "zod";
import { bind } from "#control/bind.ts";
import { type Memories, remembered } from "#control/memory/memories.ts";
import { MARKS, marksOf } from "#control/memory/places.ts";
import { rule, silent } from "#control/rule.ts";
import { derivedFrom } from "#model/plant/circuit.ts";
import type { Plant } from "#model/plant/plant.ts";
import * as registry from "#rules/index.ts";
import { House } from "../fakes/house.ts";
import { twoTanks } from "../fakes/two-tanks.ts";

const rules = Object.values(registry);
const two = twoTanks();
const [field, house, buffer] = two.sensors;
const [pump, , heater] = two.outputs;

/** The same sensors and outputs as a house of one tank, without parts and circuits in its options. */
function single(): Plant {
	const roles = { collector: field, tank: house, tank_sensors: [house], pump, heater } as never;
	return { ...two, roles, ...derivedFrom(roles) };
}
/** What is saved of a house, with these memories. */
const savedIn = (plant: Plant, memories: Memories): Memories =>
	JSON.parse(JSON.stringify({ ...memories, [MARKS]: marksOf(bind(plant, rules)) }));
const restored = (plant: Plant, saved: Memories) => remembered(bind(plant, rules), saved);

/** The same house with other ids of circuits and parts. */
function renamed(plant: Plant): Plant {
	const parts = plant.parts.map((part) => ({ ...part, id: `my_${part.id}` }));
	const partOf = (id: string) => parts.find((part) => part.id === `my_${id}`) ?? parts[0];
	const circuits = plant.circuits.map((circuit) => ({
		...circuit,
		id: `my_${circuit.id}`,
		from: partOf(circuit.from.id),
		to: partOf(circuit.to.id),
	}));
	return { ...plant, parts, circuits } as Plant;
}

const HOT = { full: true, too_hot: true, reached: ["house"] };
const COOL = { full: false, too_hot: false };
const BOILING = { boiling: true };

describe("memories follow their places", () => {
	it("when circuits and tanks are called something else", () => {
		const saved = savedIn(two, {
			"tank_limit@house": HOT,
			"solar_charging@to_buffer": { running: true },
			boil_stop: BOILING,
			manual: { holds: [{ output: "to_buffer", want: 100, until: 9 }] },
		});
		expect(restored(renamed(two), saved)).toMatchObject({
			"tank_limit@my_house": HOT,
			"tank_limit@my_buffer": COOL,
			"solar_charging@my_to_house": { running: false },
			"solar_charging@my_to_buffer": { running: true },
			boil_stop: BOILING,
			manual: { holds: [{ output: "my_to_buffer", want: 100, until: 9 }] },
		});
	});

	it("when a second tank is added to a house of one, and when it is taken away again", () => {
		const limits = { tank_limit: HOT, boil_stop: BOILING };
		const added = restored(two, savedIn(single(), limits));
		expect(added).toMatchObject({ "tank_limit@house": HOT, "tank_limit@buffer": COOL, boil_stop: BOILING });
		// What was saved of the single tank is still in the store, and no longer true.
		const since = savedIn(two, { ...limits, "tank_limit@house": COOL, "tank_limit@buffer": HOT });
		expect(restored(single(), since)).toMatchObject({ tank_limit: COOL, boil_stop: BOILING });
	});

	it("when the tanks change places in the options", () => {
		const swapped: Plant = { ...two, parts: [...two.parts].reverse(), circuits: [...two.circuits].reverse() };
		expect(restored(swapped, savedIn(two, { "tank_limit@house": HOT }))).toMatchObject({ "tank_limit@house": HOT });
	});

	it("when a tank gets another sensor that decides, by its id", () => {
		const parts = two.parts.map((part) =>
			part.id === "house" ? { ...part, sensor: buffer, sensors: [buffer] } : part,
		);
		const other = { ...two, parts: parts.filter(({ id }) => id !== "buffer") } as Plant;
		const alone = { ...two, parts: two.parts.filter(({ id }) => id !== "buffer") } as Plant;
		expect(restored(other, savedIn(alone, { tank_limit: HOT }))).toMatchObject({ tank_limit: HOT });
	});
});

describe("a latch is not lost", () => {
	test.each([
		["what was saved before places had marks", { tank_limit: HOT, boil_stop: BOILING }],
		["places that all have other ids and sensors", savedIn(single(), { tank_limit: HOT, boil_stop: BOILING })],
	])("with %s", (_, saved) => {
		const strange = renamed({ ...two, parts: two.parts.map((part) => ({ ...part, sensor: undefined })) });
		const plant = "places" in saved ? { ...strange, circuits: two.circuits } : two;
		const memories = restored(plant, saved);
		const limits = Object.entries(memories).filter(([key]) => key.startsWith("tank_limit"));
		expect(limits.map(([, memory]) => memory)).toEqual([HOT, HOT]);
	});

	it("and a tank that is not meant releases it by its own sensor", () => {
		const house = new House(two, { field: 20, house: 96, buffer: 30 });
		house.state = { ...house.state, memories: restored(two, { tank_limit: HOT }) };
		house.go(10);
		expect(house.says("to_house", "to_buffer")).toEqual({ to_house: "0 tank_maximum", to_buffer: "0 no_gain" });
	});
});

describe("a count", () => {
	const counter = rule({
		id: "counter",
		per: "part",
		where: ({ kind }) => kind === "tank",
		needs: {},
		counts: true,
		options: z.object({}),
		memory: z.object({ sum: z.number().default(0) }),
		propose: (_, __, memory) => silent(memory),
	});

	it("is given to one place only, if nothing tells to which", () => {
		const counts = remembered(bind(two, [counter]), { counter: { sum: 7 } });
		expect(counts).toEqual({ "counter@house": { sum: 7 }, "counter@buffer": { sum: 0 } });
	});
});

describe("marks that are garbage", () => {
	test.each([null, 5, [], { keys: 3 }, { keys: { tank_limit: 7 }, circuits: null }])(
		"(%j) count as none",
		(garbage) => {
			expect(restored(single(), { tank_limit: HOT, [MARKS]: garbage })).toMatchObject({ tank_limit: HOT });
		},
	);
});
