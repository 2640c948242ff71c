import { describe, expect, it, test } from "@jest/globals";
import { deviceMessage } from "ha-mqtt-discovery/home-assistant";
import { entitiesOf } from "#home-assistant/installation.ts";
import { fault } from "#model/plant/fault.ts";
import type { Plant, Sensor } from "#model/plant/plant.ts";
import { plausible, type SensorRole } from "#model/plant/sensor-role.ts";
import { QUANTITIES, type Quantity } from "#model/quantities/quantity.ts";
import { LANGUAGES } from "#texts/say.ts";
import { componentOf, flawsOf } from "../../contract/payloads.ts";
import { deviceOf } from "../../fakes/announced-device.ts";
import { HOUSE, plantWith, sensor, turns } from "../../fakes/owners-plant.ts";

const of = (quantity: Quantity, role: SensorRole = "other", id = "meter"): Plant => {
	const meter: Sensor = { ...sensor(id, role, 0), quantity, range: plausible(role, quantity) };
	return plantWith([meter], []);
};
const entityOf = (plant: Plant, key: string) => {
	const entity = entitiesOf(plant, "en").find((one) => one.key === key);
	if (entity === undefined) throw new Error(`there is no ${key}`);
	return entity;
};
const stateOf = (quantity: Quantity, value: number) => {
	const plant = of(quantity);
	const [snapshot] = turns([{ read: () => value }], plant);
	return snapshot && entityOf(plant, `meter_${quantity}`).state?.(snapshot);
};

describe("what a sensor measures, in Home Assistant", () => {
	test.each([
		["temperature", "temperature", "measurement", "°C", 1],
		["flow", "volume_flow_rate", "measurement", "L/min", 1],
		["volume", "volume", "total_increasing", "L", 0],
		["pressure", "pressure", "measurement", "bar", 2],
		["irradiance", "irradiance", "measurement", "W/m²", 0],
		["power", "power", "measurement", "W", 0],
		["energy", "energy", "total_increasing", "kWh", 1],
		["humidity", "humidity", "measurement", "%", 0],
		["speed", undefined, "measurement", "%", 0],
		["pulses", undefined, "total_increasing", undefined, 0],
		["price", undefined, "measurement", undefined, 2],
	] as const)("%s has its class, unit and precision", (quantity, device_class, state_class, unit, digits) => {
		const component = componentOf(entityOf(of(quantity), `meter_${quantity}`));
		expect(component).toMatchObject({
			platform: "sensor",
			unique_id: expect.stringMatching(new RegExp(`_meter_${quantity}$`)),
			state_class,
			suggested_display_precision: digits,
			...(device_class !== undefined && { device_class }),
			...(unit !== undefined && { unit_of_measurement: unit }),
		});
		expect("unit_of_measurement" in component).toBe(unit !== undefined);
	});

	test.each([
		["flow", 3.46, "3.5"],
		["flow", -0.04, "0.0"],
		["pressure", 1.234, "1.23"],
		["irradiance", -0.4, "0"],
		["energy", 1234.56, "1234.6"],
		["contact", 1, "ON"],
		["contact", 0, "OFF"],
		["pulses", 12, "12"],
	] as const)("%s of %d is %s", (quantity, value, state) => {
		expect(stateOf(quantity, value)).toBe(state);
	});

	test.each(QUANTITIES)(
		"%s is unknown while the sensor is lost, and Home Assistant takes every message",
		(quantity) => {
			const plant = of(quantity);
			const seen = turns([{ read: () => undefined }, { read: () => 1 }, { read: () => fault("open") }], plant);
			const lost = seen.at(-1);
			expect(lost && entityOf(plant, `meter_${quantity}`).state?.(lost)).toBeUndefined();
			for (const language of LANGUAGES) {
				const entities = entitiesOf(plant, language);
				expect(seen.flatMap((snapshot) => flawsOf(snapshot, entities, language))).toEqual([]);
				const message = deviceMessage(deviceOf({ ...HOUSE, language }, plant, entities));
				expect(message.kind === "ok" ? [] : message.problems).toEqual([]);
			}
		},
	);

	it("is named once where the role is the quantity", () => {
		expect(entityOf(of("flow", "flow"), "meter_flow").name).toBe("Flow");
		expect(entityOf(of("flow", "other"), "meter_flow").name).toBe("Meter flow");
		expect(entityOf(of("temperature", "stove"), "meter_temperature").name).toBe("Stove temperature");
	});
});
