import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { reason } from "#model/decision/decision.ts";
import type { Output, OutputRole, Plant, Sensor } from "#model/plant/plant.ts";
import type { SensorRole } from "#model/plant/sensor-role.ts";
import { circuitName, outputName, partName, reasonText, sensorName } from "#texts/names.ts";
import { LANGUAGES, type Language } from "#texts/say.ts";
import { output, ownersPlant, plantWith, sensor } from "../fakes/owners-plant.ts";
import { widePlant } from "../fakes/wide-plant.ts";

const devicesOf = (plant: Plant, language: Language = "en") => [
	...plant.sensors.map((one) => sensorName(plant, one, language)),
	...plant.outputs.map((one) => outputName(plant, one, language)),
];
const partsOf = (plant: Plant, language: Language = "en") => plant.parts.map((one) => partName(plant, one, language));
const circuitsOf = (plant: Plant, language: Language = "en") =>
	plant.circuits.map((one) => circuitName(plant, one, language));
/** The plant with the owner's names for some ids. */
const called = (plant: Plant, names: Readonly<Record<string, string>>): Plant => {
	const own = <T extends { readonly id: string }>(one: T): T => {
		const name = names[one.id];
		return name === undefined ? one : { ...one, name };
	};
	const parts = plant.parts.map(own);
	const end = (id: string) => parts.find((part) => part.id === id) ?? own({ ...parts[0] } as (typeof parts)[number]);
	const circuits = plant.circuits.map((c) => ({ ...own(c), from: end(c.from.id), to: end(c.to.id) }));
	return { ...plant, sensors: plant.sensors.map(own), outputs: plant.outputs.map(own), parts, circuits };
};

describe("the names in a house with one of each", () => {
	test.each([
		["en", "Collector", "Tank 140 cm", "Pump", "Electric heater", "Collector → Tank"],
		["sv", "Solfångare", "Tank 140 cm", "Pump", "Elpatron", "Solfångare → Tank"],
		["de", "Kollektor", "Speicher 140 cm", "Pumpe", "Heizstab", "Kollektor → Speicher"],
	] as const)("are those of the roles, in %s", (language, ...names) => {
		const devices = devicesOf(ownersPlant, language);
		const [pump, heater] = devices.slice(-2);
		expect([devices[0], devices[10], pump, heater, ...circuitsOf(ownersPlant, language)]).toEqual(names);
		expect(partsOf(ownersPlant, language)).toEqual([names[0], devices[1]]);
	});

	it("have the id where a role is shared, or says nothing", () => {
		const sensors = [
			sensor("hall", "outdoor_air", 0),
			sensor("garden_2", "outdoor_air", 1),
			sensor("my_room", "other", 2),
		];
		expect(devicesOf(plantWith(sensors, [output("fan", "other", 0)]))).toEqual([
			"Outdoor air (Hall)",
			"Outdoor air (Garden 2)",
			"My room",
			"Fan",
		]);
	});
});

describe("the names in a wider house", () => {
	it("name the part where there are several", () => {
		const plant = widePlant(2, 2);
		expect(partsOf(plant)).toEqual(["East", "West", "Buffer", "Hot water"]);
		expect(circuitsOf(plant)).toEqual(["East → Buffer", "East → Hot water", "West → Buffer", "West → Hot water"]);
		expect(devicesOf(plant)).toEqual([
			"Collector (East)",
			"Collector (West)",
			...["Buffer", "Hot water"].flatMap((tank) => [
				`Tank (${tank})`,
				...[20, 60, 100].map((height) => `Tank ${height} cm (${tank})`),
			]),
			"Pump (East)",
			"Pump (West)",
			"Electric heater (Buffer)",
			"Electric heater (Hot water)",
			"Valve",
		]);
		expect(devicesOf(plant, "sv").slice(-5)).toEqual([
			"Pump (East)",
			"Pump (West)",
			"Elpatron (Buffer)",
			"Elpatron (Hot water)",
			"Ventil",
		]);
	});

	it("name a pump by its only circuit, and a second valve by its id", () => {
		expect(devicesOf(widePlant(2, 1)).slice(-3)).toEqual([
			"Pump (East → Tank)",
			"Pump (West → Tank)",
			"Electric heater",
		]);
		expect(devicesOf(widePlant(1, 4)).slice(-2)).toEqual(["Valve", "Valve 2"]);
	});

	it("are the owner's where he gave some, in any language, exactly as he wrote them", () => {
		const plant = called(widePlant(2, 2), {
			east: "Östra taket",
			buffer: "acku_tank",
			east_buffer: "Öst laddar",
			valve: "växelventil",
			buffer_60: "mitten",
		});
		expect(partsOf(plant, "de")).toEqual(["Östra taket", "West", "acku_tank", "Hot water"]);
		expect(circuitsOf(plant)).toEqual([
			"Öst laddar",
			"Östra taket → Hot water",
			"West → acku_tank",
			"West → Hot water",
		]);
		expect(devicesOf(plant)).toEqual(
			expect.arrayContaining(["mitten", "växelventil", "Collector (Östra taket)", "Tank 20 cm (acku_tank)"]),
		);
		const lost = reason("sensor_lost", { sensor: "buffer_60", fault: "crc" });
		expect(reasonText(plant, lost, "en")).toBe(
			"mitten is lost: its data arrive corrupted. Check the wiring and its length.",
		);
	});

	it("leave the owner's name to the thing that he gave it to", () => {
		expect(devicesOf(called(ownersPlant, { return_line: "Pump" })).filter((name) => name.startsWith("Pump"))).toEqual([
			"Pump",
			"Pump (Collector → Tank)",
		]);
	});

	it.each(LANGUAGES)("are never the same for two things, in %s", (language) => {
		const word = fc.constantFrom("Pump", "Tank", "Ventil", "Valve", "East", "a", "Tank (a)", "Pump (pump)", "Pump 2");
		const id = fc.constantFrom(
			"pump",
			"pump_2",
			"tank",
			"a",
			"b",
			"east",
			"valve",
			"tank_60",
			"pump_(pump)",
			"a__b",
			"a_b",
		);
		const roles: readonly SensorRole[] = ["collector", "tank", "tank_layer", "other"];
		const outputs: readonly OutputRole[] = ["pump", "heater", "valve", "other"];
		const thing = fc.record({ id, name: fc.option(word, { nil: undefined }), role: fc.nat(3), height: fc.nat(1) });
		const unique = (most: number) => fc.uniqueArray(thing, { selector: (t) => t.id, maxLength: most });
		fc.assert(
			fc.property(unique(8), fc.nat(8), fc.nat(3), fc.nat(3), (things, cut, fields, tanks) => {
				const wide = widePlant(fields + 1, tanks + 1);
				const sensors = things.slice(0, cut).map(({ id: one, name, role, height }, i): Sensor => {
					const made = sensor(one, roles[role] ?? "other", i, height === 0 ? undefined : 60);
					return name === undefined ? made : { ...made, name };
				});
				const driven = things.slice(cut).map(({ id: one, name, role }, i): Output => {
					const made = output(one, outputs[role] ?? "other", i);
					return name === undefined ? made : { ...made, name };
				});
				const names = Object.fromEntries(things.map(({ name = "East" }, i) => [wide.circuits[i]?.id ?? "east", name]));
				const plant = called({ ...wide, sensors, outputs: driven }, names);
				for (const all of [devicesOf(plant, language), partsOf(plant, language), circuitsOf(plant, language)])
					expect(new Set(all).size).toBe(all.length);
			}),
		);
	});
});
