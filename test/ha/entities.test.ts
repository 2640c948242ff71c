import { afterAll, beforeAll, describe, expect, it, test } from "@jest/globals";
import { Viewer } from "../e2e/viewer.ts";
import * as announced from "./announced.ts";
import { eventually } from "./eventually.ts";
import { House, INSTALLATION } from "./house.ts";

const ROOT = `solar/${INSTALLATION}`;
const DISCOVERY = `homeassistant/device/${INSTALLATION}/solar_heating/config`;
const PUMP = `${ROOT}/pump`;

let house: House;
let viewer: Viewer;
const state = async (entity: string) => (await house.states()).get(entity)?.state;
const shows = (entity: string, value: string, ms?: number) =>
	eventually(async () => expect([entity, await state(entity)]).toEqual([entity, value]), ms);
const ours = () => announced.entities(house);
const asDeclared = () => announced.expectAsDeclared(house);

beforeAll(async () => {
	house = await House.open();
	viewer = new Viewer(house.broker);
	viewer.watch();
	house.start();
	await shows("switch.solar_heating_pump", "off");
}, 180_000);
afterAll(async () => {
	viewer.close();
	await house.close();
});

describe("the owner's plant in a real Home Assistant", () => {
	it("has every entity as it is declared: ids, names, units, classes, categories, limits, choices", async () => {
		await eventually(asDeclared, 60_000);
		expect(ours().size).toBeGreaterThan(60);
	});

	it("is a device with what there is to say of it, and devices of its parts below it", async () => {
		const entries = await house.entries();
		const ids = new Set(entries.map(({ device_id }) => device_id));
		const devices = (await house.resident.devices()).filter((one) => ids.has(one.id));
		const [device, ...below] = devices.sort(
			(a, b) => Number(a.via_device_id != null) - Number(b.via_device_id != null),
		);
		expect(below.map(({ name }) => name).sort()).toEqual(
			["Collector", "Controller", "Tank", "Ventilation"].map((part) => `Solar Heating ${part}`),
		);
		expect(new Set(below.map(({ via_device_id }) => via_device_id))).toEqual(new Set([device?.id]));
		expect(device).toMatchObject({
			name: "Solar Heating",
			model: "Sensors: 15, outputs: 2",
			serial_number: INSTALLATION,
			identifiers: [["mqtt", `solar_heating_${INSTALLATION}`]],
		});
		expect(new Set(entries.map(({ unique_id }) => unique_id))).toEqual(new Set(ours().keys()));
	});

	// #keeps-ids-dashboards-automations
	it("keeps the ids that dashboards and automations are made of", async () => {
		expect([...(await house.states()).keys()]).toEqual(
			expect.arrayContaining([
				"sensor.solar_heating_collector_temperature",
				"sensor.solar_heating_tank_140_temperature",
				"switch.solar_heating_pump",
				"button.solar_heating_heater_auto",
				"number.solar_heating_solar_charging_start_at",
				"select.solar_heating_mode",
				"sensor.solar_heating_activity",
				"binary_sensor.solar_heating_attention",
			]),
		);
	});

	it("shows of each what the app says, and knows everything that needs no audit", async () => {
		await eventually(() => announced.expectAsSaid(house, viewer));
		await eventually(async () => {
			const { sensors } = await house.plant();
			const tank = sensors.find(({ id }) => id === "tank");
			const shown = Number(await state("sensor.solar_heating_tank_temperature"));
			expect(tank && "value" in tank ? Math.abs((tank.value ?? 0) - shown) : "no tank").toBeLessThan(1);
		});
	});
});

describe("what a person does in it", () => {
	const output = async (id: string) => (await house.plant()).outputs.find((o) => o.id === id);
	const why = async (id: string) => (await house.states()).get(`sensor.solar_heating_${id}_why`)?.attributes["code"];
	const setting = async (rule: string, field: string) => (await house.plant()).settings[rule]?.[field];

	test.each(["pump", "heater"])("a switch holds the %s, and its button gives it back", async (id) => {
		const entity_id = `switch.solar_heating_${id}`;
		await house.resident.calls("switch.turn_on", { entity_id });
		// It may have been on for another reason before.
		await eventually(async () => expect(await output(id)).toMatchObject({ actual: 100, because: "held_on" }));
		await shows(entity_id, "on");
		await eventually(async () => expect(await why(id)).toBe("held_on"));
		await house.resident.calls("switch.turn_off", { entity_id });
		await eventually(async () => expect(await output(id)).toMatchObject({ actual: 0, because: "held_off" }));
		await shows(entity_id, "off");
		await house.resident.calls("button.press", { entity_id: `button.solar_heating_${id}_auto` });
		await eventually(async () => expect((await output(id))?.because).not.toBe("held_off"));
		await eventually(async () => expect(await why(id)).toBe((await output(id))?.because));
	});

	it("a number changes a setting, and says that it was set here", async () => {
		const entity_id = "number.solar_heating_solar_charging_start_at";
		await house.resident.calls("number.set_value", { entity_id, value: 10.5 });
		await shows(entity_id, "10.5");
		expect(await setting("solar_charging", "start_at")).toBe(10.5);
		await eventually(async () =>
			expect((await house.states()).get(entity_id)?.attributes).toMatchObject({ set_at: "run_time", options_page: 8 }),
		);
		await house.resident.calls("number.set_value", { entity_id, value: 8 });
		await shows(entity_id, "8");
	});

	it("a switch changes a setting", async () => {
		const topic = `${ROOT}/night_cooling_enabled`;
		for (const payload of ["ON", "OFF"]) {
			await house.resident.calls("mqtt.publish", { topic: `${topic}/set`, payload });
			await eventually(() => expect(viewer.newest(topic)).toBe(payload));
			expect(await setting("night_cooling", "enabled")).toBe(payload === "ON");
		}
	});

	it("the mode switches everything off, and nobody on", async () => {
		const select = (option: string) =>
			house.resident.calls("select.select_option", { entity_id: "select.solar_heating_mode", option });
		await house.resident.calls("switch.turn_on", { entity_id: "switch.solar_heating_pump" });
		await shows("switch.solar_heating_pump", "on");
		await select("off");
		await shows("select.solar_heating_mode", "off");
		await shows("switch.solar_heating_pump", "off");
		expect((await house.plant()).mode).toBe("off");
		await select("auto");
		await shows("select.solar_heating_mode", "auto");
		await house.resident.calls("button.press", { entity_id: "button.solar_heating_pump_auto" });
		await eventually(async () => expect((await output("pump"))?.because).not.toMatch(/^held/));
		await eventually(async () =>
			expect(await state("switch.solar_heating_pump")).toBe((await output("pump"))?.actual === 0 ? "off" : "on"),
		);
	});

	// #number-plant-cannot-refused
	it("a number that the plant cannot have is refused, and the true one is shown", async () => {
		const entity_id = "number.solar_heating_solar_charging_start_at";
		const topic = `${ROOT}/solar_charging_start_at`;
		const before = viewer.count(topic);
		// Within its limits, but below where charging stops: only the app knows.
		await house.resident.calls("number.set_value", { entity_id, value: 4.5 });
		await eventually(() => expect(viewer.count(topic)).toBeGreaterThan(before));
		await shows(entity_id, "8");
		await eventually(() => expect(house.log).toContain('"code":"intent_refused"'));
		await eventually(async () =>
			expect((await house.states()).get("event.solar_heating_command_refused")?.attributes).toMatchObject({
				event_type: "refused",
				path: "solar_charging.start_at",
				value: "4.5",
			}),
		);
		await expect(house.resident.calls("number.set_value", { entity_id, value: 41 })).rejects.toThrow(/40/);
		await expect(
			house.resident.calls("select.select_option", { entity_id: "select.solar_heating_mode", option: "test" }),
		).rejects.toThrow(/test/);
		expect([await state(entity_id), await setting("solar_charging", "start_at")]).toEqual(["8", 8]);
	});

	it("the audit's button ends in a score, and nothing of it stays unknown that was looked at", async () => {
		await house.resident.calls("mqtt.publish", { topic: `${ROOT}/security_audit/set`, payload: "PRESS" });
		await eventually(() => expect(viewer.newest(`${ROOT}/security_score`)).toBe("100"));
		await shows("binary_sensor.solar_heating_broker_problem", "off");
		await shows("binary_sensor.solar_heating_attention", "off");
	});
});

/** After all of the above. */
describe("Home Assistant", () => {
	it("has nothing to say about us in its log, and nothing at all about MQTT", async () => {
		expect(await announced.complaints(house)).toEqual([]);
	});

	it("has nothing to repair of ours", async () => {
		expect(await announced.repairs(house)).toEqual([]);
	});
});

describe.each(["sv", "de"] as const)("the house in %s", (language) => {
	it("has the names of that language, and the ids of before", async () => {
		const before = (await house.entries()).map(({ entity_id, unique_id }) => [entity_id, unique_id]);
		await house.signal("SIGTERM");
		house.start(language);
		await eventually(asDeclared, 60_000);
		expect((await house.entries()).map(({ entity_id, unique_id }) => [entity_id, unique_id]).sort()).toEqual(
			before.sort(),
		);
	});
});

describe("a person who deletes the device", () => {
	it("is left in peace until the app starts again, which then has everything back under the same ids", async () => {
		const before = await house.entries();
		const [{ entry_id }] = (await house.resident.ask({ type: "config_entries/get", domain: "mqtt" })) as [
			{ entry_id: string },
		];
		for (const device_id of new Set(before.map((entry) => entry.device_id)))
			await house.resident.ask({
				type: "config/device_registry/remove_config_entry",
				...{ device_id, config_entry_id: entry_id },
			});
		await eventually(async () => expect(await house.entries()).toEqual([]));
		await eventually(() => expect(viewer.newest(DISCOVERY)).toBe(""));
		// Two turns that had something to say, and did not say the device.
		for (const payload of ["ON", "OFF"]) {
			await house.resident.calls("mqtt.publish", { topic: `${ROOT}/pump/set`, payload });
			await eventually(() => expect(viewer.newest(PUMP)).toBe(payload));
		}
		expect([await house.entries(), viewer.newest(DISCOVERY)]).toEqual([[], ""]);
		await house.signal("SIGTERM");
		house.start("en");
		await eventually(asDeclared, 60_000);
		expect(await house.entries()).toHaveLength(before.length);
	});
});
