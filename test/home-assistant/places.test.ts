import { describe, expect, it, test } from "@jest/globals";
import { published } from "ha-mqtt-discovery";
import { devicesOf, discoveryOf } from "#home-assistant/devices.ts";
import { entitiesOf } from "#home-assistant/installation.ts";
import { placed } from "#home-assistant/places.ts";
import { NEWEST_SHAPE, OLDEST_SHAPE } from "#home-assistant/shape.ts";
import { LANGUAGES, type Language } from "#texts/say.ts";
import { problemsOf } from "../fakes/announced-device.ts";
import { HOUSE, ownersPlant } from "../fakes/owners-plant.ts";
import { widePlant } from "../fakes/wide-plant.ts";

const wide = widePlant(2, 2);
const inHouse = (plant = ownersPlant, language: Language = "en") =>
	placed(plant, entitiesOf(plant, language, { watch: true }), language);
const on = (device: string, plant = ownersPlant, language: Language = "en") =>
	inHouse(plant, language).children.find(({ name }) => name === device)?.entities ?? [];
const nameOf = (device: string, key: string, plant = ownersPlant, language: Language = "en") =>
	on(device, plant, language).find((one) => one.key === key)?.name;

describe("the devices of a plant", () => {
	test.each<[Language, readonly string[]]>([
		["en", ["Collector", "Tank", "Ventilation", "Controller"]],
		["sv", ["Solfångare", "Tank", "Ventilation", "Styrning"]],
		["de", ["Kollektor", "Speicher", "Lüftung", "Regler"]],
	])("have names in %s", (language, names) => {
		expect(inHouse(ownersPlant, language).children.map(({ name }) => name)).toEqual(names);
	});

	it("show what is measured and set there, and the plant's own all else", () => {
		expect(on("Collector").map(({ key }) => key)).toEqual(
			expect.arrayContaining(["collector_temperature", "collector_fault", "boil_stop", "boil_stop_stop_at"]),
		);
		expect(on("Tank").map(({ key }) => key)).toEqual(
			expect.arrayContaining(["tank_20_temperature", "tank_too_hot", "stored_energy", "tank_limit_target"]),
		);
		expect(on("Ventilation").map(({ key }) => key)).toEqual(
			expect.arrayContaining(["outdoor_air_temperature", "heat_recovery_supply"]),
		);
		expect(on("Controller").map(({ key }) => key)).toEqual(
			expect.arrayContaining(["storage_fault", "broker_problem", "proof_login", "audit_trail"]),
		);
		expect(inHouse().own.map(({ key }) => key)).toEqual(
			expect.arrayContaining(["pump", "pump_why", "heater", "mode", "activity", "attention", "command_refused"]),
		);
	});

	test.each<[string, string, string, Language]>([
		["Tank", "tank_temperature", "Temperature", "en"],
		["Tank", "tank_20_temperature", "20 cm temperature", "en"],
		["Tank", "tank_too_hot", "Too hot", "en"],
		["Collector", "boil_stop", "Boil stop", "en"],
		["Tank", "tank_temperature", "Temperatur", "sv"],
		["Speicher", "tank_20_temperature", "20 cm: Temperatur", "de"],
	])("%s: %s is called %j", (device, key, name, language) => {
		expect(nameOf(device, key, ownersPlant, language)).toBe(name);
	});

	it("are one for each of several collectors and tanks", () => {
		const { children } = inHouse(wide);
		const parts = wide.parts.filter(({ kind }) => kind === "collector" || kind === "tank");
		expect(children.map(({ key }) => key)).toEqual(expect.arrayContaining(parts.map(({ id }) => `part_${id}`)));
		for (const part of parts.filter(({ kind }) => kind === "collector"))
			expect(children.find(({ key }) => key === `part_${part.id}`)?.entities.map(({ key }) => key)).toContain(
				`boil_stop_${part.id}`,
			);
	});

	test.each(LANGUAGES)("have no two entities of one name, in %s", (language) => {
		for (const plant of [ownersPlant, wide]) {
			const { own, children } = inHouse(plant, language);
			for (const names of [own, ...children.map(({ entities }) => entities)].map((its) => its.map(({ name }) => name)))
				expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
		}
	});
});

describe.each([
	["newest", NEWEST_SHAPE],
	["oldest", OLDEST_SHAPE],
])("the %s shape", (_, shape) => {
	const announced = (house = HOUSE, plant = ownersPlant) =>
		discoveryOf(house, plant, entitiesOf(plant, house.language, { watch: true }), shape);

	test.each(LANGUAGES)("is what Home Assistant takes, in %s", (language) => {
		for (const plant of [ownersPlant, wide])
			expect(problemsOf({ ...HOUSE, language }, plant, entitiesOf(plant, language, { watch: true }), shape)).toEqual(
				[],
			);
	});

	it("has every entity once, under the id that it always had", () => {
		const ids = announced()
			.map(published)
			.flatMap(({ components }) => components.map(({ unique_id }) => unique_id));
		const keys = entitiesOf(ownersPlant, "en", { watch: true }).map(({ key }) => key);
		expect(ids.sort()).toEqual(keys.map((key) => `solar_heating_abcd2345_${key}`).sort());
	});

	it("tells two houses apart: topics, ids and names", () => {
		const cabin = { ...HOUSE, installation: "cabin234", device_name: "Cabin", device_model: "Regulus 300" };
		const [one, two] = [HOUSE, cabin].map((house) => announced(house));
		const ids = (messages = one) =>
			messages?.map(published).flatMap(({ topic, components }) => [topic, ...components.map((c) => c.unique_id)]);
		expect(ids(two)?.filter((id) => ids(one)?.includes(id))).toEqual([]);
		expect(two?.[0]?.payload.device).toMatchObject({ name: "Cabin", model: "Regulus 300" });
		const devices = devicesOf(cabin, ownersPlant, entitiesOf(ownersPlant, "en"), OLDEST_SHAPE);
		expect(devices.map(({ device }) => device.name)).toEqual([
			"Cabin",
			...["Cabin Collector", "Cabin Tank", "Cabin Ventilation", "Cabin Controller"],
		]);
	});

	it("does not say the name twice that an owner gave", () => {
		const house = { ...HOUSE, device_name: "Electric" };
		const names = devicesOf(house, ownersPlant, entitiesOf(ownersPlant, "en"), shape)[0]?.components;
		expect([names?.["heater"]?.name, names?.["pump"]?.name]).toEqual(["Heater", "Pump"]);
	});

	it("links to the page where its address is known", () => {
		const [plain] = announced();
		const [linked] = announced({ ...HOUSE, page_url: "http://192.168.1.20:8099" });
		expect(plain?.payload.device).not.toHaveProperty("configuration_url");
		expect(linked?.payload.device).toMatchObject({ configuration_url: "http://192.168.1.20:8099" });
	});
});

it("below a core that knows child devices, each names the plant's device, which is announced first", () => {
	const [plant, ...others] = devicesOf(HOUSE, ownersPlant, entitiesOf(ownersPlant, "en"), OLDEST_SHAPE);
	const id = plant?.device.identifiers[0];
	expect(others.map(({ device }) => device.via_device)).toEqual(others.map(() => id));
	const [one, ...more] = devicesOf(HOUSE, ownersPlant, entitiesOf(ownersPlant, "en"), NEWEST_SHAPE);
	expect(more).toEqual([]);
	expect(one?.child_devices?.map(({ identifiers }) => identifiers)).toEqual(
		others.map(({ device }) => device.identifiers),
	);
});

it("may be called like an output, which then has no name of its own", () => {
	const house = { ...HOUSE, device_name: "Pump" };
	const [device] = devicesOf(house, ownersPlant, entitiesOf(ownersPlant, "en"), NEWEST_SHAPE);
	const named = ["pump", "pump_why", "pump_auto", "heater"].map((key) => device?.components[key]?.name);
	expect(named).toEqual([null, "Why", "To automatic", "Electric heater"]);
	// Of other names that contain the word the judge of messages has its own opinion.
	const problems = problemsOf(house, ownersPlant, entitiesOf(ownersPlant, "en"), NEWEST_SHAPE).map(({ path }) => path);
	expect(problems.filter((path) => path.includes("pump."))).toEqual([]);
});
