import { describe, expect, it } from "@jest/globals";
import { entitiesOf } from "#home-assistant/installation.ts";
import { deviceOf } from "../fakes/announced-device.ts";
import { HOUSE, ownersPlant } from "../fakes/owners-plant.ts";

const entities = entitiesOf(ownersPlant, "en", { watch: true });
const device = deviceOf(HOUSE, ownersPlant, entities);
const components = Object.entries(device.components).map(([key, component]) => ({ key, ...component }));
type Loose = Readonly<Record<string, unknown>>;
const loose: readonly Loose[] = components;

describe("what Home Assistant is told of the owner's house", () => {
	// #proposes-entity-id-platform
	it("proposes an entity id of its own platform for each, by the key that is not gone", () => {
		const wrong = loose.filter(
			({ platform, default_entity_id }) => !String(default_entity_id).startsWith(`${platform}.solar_heating_`),
		);
		expect(wrong).toEqual([]);
		expect(loose.filter((component) => "object_id" in component)).toEqual([]);
	});

	// #names-entity-device-home
	it("names no entity after the device, which Home Assistant puts before every name", () => {
		expect(loose.filter(({ name }) => String(name).startsWith(device.device.name ?? "-"))).toEqual([]);
	});

	// #installation-alone-every-id
	it("is of this installation alone, in every id", () => {
		expect(device.device.identifiers).toEqual([`solar_heating_${HOUSE.installation}`]);
		const ids = loose.map(({ unique_id }) => String(unique_id));
		expect(ids.filter((id) => !id.startsWith(`solar_heating_${HOUSE.installation}_`))).toEqual([]);
		expect(new Set(ids).size).toBe(ids.length);
	});

	// #lets-state-expire-retained
	it("lets no state expire: what is retained would rise from the dead with every restart", () => {
		expect(loose.filter((component) => "expire_after" in component)).toEqual([]);
	});

	// #asks-nobody-retain-command
	it("asks nobody to retain a command", () => {
		expect(loose.filter((component) => "retain" in component)).toEqual([]);
	});

	// #thermostat-whose-limits-modes
	it("says every limit, mode and choice, which Home Assistant would fill in", () => {
		expect(loose.filter(({ platform }) => platform === "climate")).toEqual([]);
		const heaters = loose.filter(({ platform }) => platform === "water_heater");
		expect(
			heaters.map(({ modes, min_temp, max_temp, temperature_unit }) => [modes, min_temp, max_temp, temperature_unit]),
		).toEqual([[["off", "eco", "electric"], 20, 85, "C"]]);
		const numbers = loose.filter(({ platform }) => platform === "number");
		expect(numbers.length).toBeGreaterThan(10);
		expect(numbers.filter(({ min, max, step }) => [min, max, step].some((n) => typeof n !== "number"))).toEqual([]);
		const selects = loose.filter(({ platform }) => platform === "select");
		expect(selects.filter(({ options }) => !Array.isArray(options) || options.length === 0)).toEqual([]);
	});

	it("is available only while the app and, for what hangs on a device, that device are there", () => {
		const temperature = loose.find(({ key }) => key === "collector_temperature");
		expect(temperature?.["availability"]).toHaveLength(2);
		const fault = loose.find(({ key }) => key === "collector_fault");
		expect(fault?.["availability"]).toHaveLength(1);
	});
});
