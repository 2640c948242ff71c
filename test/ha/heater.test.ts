import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import * as announced from "./announced.ts";
import { eventually } from "./eventually.ts";
import { House } from "./house.ts";
import { ownersOptions } from "./owners-options.ts";

const THERMOSTAT = "water_heater.solar_heating_heater_thermostat";
const COMFORT = "number.solar_heating_heater_control_comfort";
/** The tank's temperature comes from Home Assistant, so that it can be any. */
const TANK = "house/tank";
const plant = ownersOptions();
const options = {
	...plant,
	sensors: plant.sensors.map((sensor) => (sensor.role === "tank" ? { ...sensor, source: `mqtt:${TANK}` } : sensor)),
};

/** As a person writes it: surplus of the photovoltaic plant goes into the tank. */
const AUTOMATION = `
alias: Surplus into the tank
triggers:
  - trigger: numeric_state
    entity_id: sensor.pv_surplus
    above: 2500
actions:
  - action: water_heater.set_operation_mode
    target:
      entity_id: ${THERMOSTAT}
    data:
      operation_mode: electric
mode: single
`;

let house: House;
const shown = async (entity_id: string) => (await house.states()).get(entity_id);
const heater = async () => (await house.plant()).outputs.find(({ id }) => id === "heater");
const setting = async (field: string) => (await house.plant()).settings["heater_control"]?.[field];
const calls = (action: string, data: object) =>
	house.resident.calls(`water_heater.${action}`, { entity_id: THERMOSTAT, ...data });
const inMode = (mode: string) => eventually(async () => expect((await shown(THERMOSTAT))?.state).toBe(mode));
const surplus = (watts: number) => house.resident.post("/api/states/sensor.pv_surplus", { state: String(watts) });
const tankIs = (celsius: number) =>
	house.resident.calls("mqtt.publish", { topic: TANK, payload: String(celsius), retain: false });

beforeAll(async () => {
	house = await House.open({ plant: options, yaml: ["automation: !include automations.yaml"] });
	house.start();
	await eventually(() => announced.expectAsDeclared(house), 60_000);
	await tankIs(50);
	await eventually(async () => expect((await shown(THERMOSTAT))?.attributes["current_temperature"]).toBe(50), 30_000);
});
afterAll(() => house?.close());

describe("the heater as a water heater", () => {
	it("has its modes, its limits, and the temperatures of tank and comfort", async () => {
		expect((await shown(THERMOSTAT))?.attributes).toMatchObject({
			...{ operation_list: ["off", "eco", "electric"], min_temp: 20, max_temp: 85, temperature: 45 },
			friendly_name: "Solar Heating Tank Electric heater thermostat",
		});
		await inMode("off");
	});

	it("goes by its plan, is held on, and is off, as a person chooses", async () => {
		await calls("set_operation_mode", { operation_mode: "eco" });
		await inMode("eco");
		expect(await setting("mode")).toBe("eco");
		await calls("set_operation_mode", { operation_mode: "electric" });
		await inMode("electric");
		expect(await heater()).toMatchObject({ actual: 100, because: "held_on" });
		await calls("turn_on", {});
		await inMode("eco");
		expect((await heater())?.because).not.toBe("held_on");
		await calls("turn_off", {});
		await inMode("off");
		expect(await setting("mode")).toBe("off");
	});

	it("takes the comfort temperature, and shows one that is set elsewhere", async () => {
		await calls("set_temperature", { temperature: 52 });
		await eventually(async () => expect((await shown(THERMOSTAT))?.attributes["temperature"]).toBe(52));
		expect(await setting("comfort")).toBe(52);
		await house.resident.calls("mqtt.publish", {
			topic: "solar/hatest01/heater_control_comfort/set",
			payload: "48",
		});
		await eventually(async () => expect((await shown(THERMOSTAT))?.attributes["temperature"]).toBe(48));
		expect((await house.entries()).some(({ entity_id }) => entity_id === COMFORT)).toBe(true);
	});

	it("refuses a mode that it does not have", async () => {
		await expect(calls("set_operation_mode", { operation_mode: "gas" })).rejects.toThrow(/gas/);
	});
});

describe("an automation on the surplus of a photovoltaic plant", () => {
	const why = async () => (await shown("sensor.solar_heating_heater_why"))?.state;

	it("runs the heater", async () => {
		await surplus(0);
		await house.resident.post("/api/config/automation/config/surplus", parse(AUTOMATION));
		await eventually(async () =>
			expect((await house.resident.states()).some(({ entity_id }) => entity_id.startsWith("automation."))).toBe(true),
		);
		await surplus(3200);
		await inMode("electric");
		await eventually(async () => expect((await shown("switch.solar_heating_heater"))?.state).toBe("on"));
		await eventually(async () => expect(await why()).toMatch(/by hand/));
	});

	it("is overruled by safety, and Home Assistant shows why", async () => {
		await tankIs(97);
		await eventually(async () => expect((await shown("switch.solar_heating_heater"))?.state).toBe("off"), 60_000);
		await eventually(async () => expect(await why()).toMatch(/^The tank reached its maximum of \d+/));
		expect((await shown("binary_sensor.solar_heating_tank_too_hot"))?.state).toBe("on");
		// It asks again, and the heater stays off.
		await surplus(0);
		await surplus(3300);
		await eventually(async () => expect((await heater())?.because).toBe("tank_maximum"));
		expect((await shown("switch.solar_heating_heater"))?.state).toBe("off");
		expect((await shown("sensor.solar_heating_heater_why"))?.attributes).toMatchObject({
			code: "tank_maximum",
			rank: "safety",
		});
	});
});

it("says nothing about us in its log, and has nothing to repair", async () => {
	expect(await announced.complaints(house)).toEqual([]);
	expect(await announced.repairs(house)).toEqual([]);
});
