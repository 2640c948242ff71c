import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { connectAsync, type MqttClient } from "mqtt";
import { importFormer } from "../../src/cli/app/data/import.ts";
import { Desk } from "../cli/desk.ts";
import { eventually } from "./eventually.ts";
import { House } from "./house.ts";

const FORMER = {
	"sensor/solar_collector_temp": ["Solar Collector Outlet Temperature", "collector", "Solar Collector"],
	"sensor/water_heater_140cm": ["Water Heater 140cm Temperature", "tank", "Storage Tank / Water Heater"],
	"switch/primary_pump": ["Primary Pump", "controls", "Controls & Settings"],
	"number/dTStart_tank_1": ["Delta Temperature Start", "controls", "Controls & Settings"],
} as const;
/** What the app's entities have to be called from then on, by unique id. */
const CONTINUED = {
	solar_heating_hatest01_collector_temperature: "sensor.solar_collector_solar_collector_outlet_temperature",
	solar_heating_hatest01_tank_140_temperature: "sensor.storage_tank_water_heater_water_heater_140cm_temperature",
	solar_heating_hatest01_pump: "switch.controls_settings_primary_pump",
	solar_heating_hatest01_solar_charging_start_at: "number.controls_settings_delta_temperature_start",
};
const COLLECTOR = CONTINUED.solar_heating_hatest01_collector_temperature;
const STATE = "homeassistant/sensor/solar_heating_solar_collector_temp/state";
const FORMER_DEGREES = "41.5";

let house: House;
let former: MqttClient;
const desk = new Desk();
beforeAll(async () => {
	house = await House.open();
	const { host, port } = house.broker;
	former = await connectAsync({ host, port, username: "ha", password: "of-the-house" });
}, 180_000);
afterAll(async () => {
	await former.endAsync();
	await house.close();
	desk.clear();
});

const ids = async () => new Map((await house.entries()).map(({ unique_id, entity_id }) => [unique_id, entity_id]));
const history = async (entity: string) => {
	const from = new Date(Date.now() - 3_600_000).toISOString();
	const rows = await house.resident.get(`/api/history/period/${from}?filter_entity_id=${entity}&minimal_response`);
	return JSON.stringify(rows);
};

it("goes on with the former controller's entity ids and their history, and leaves nothing of it behind", async () => {
	for (const [id, [name, part, device]] of Object.entries(FORMER)) {
		const [platform = "", object = ""] = id.split("/");
		const topic = `homeassistant/${platform}/solar_heating_${object}`;
		const config = {
			name,
			unique_id: `solar_heating_v3_${object}`,
			state_topic: `${topic}/state`,
			...(platform === "sensor" && {
				unit_of_measurement: "°C",
				device_class: "temperature",
				state_class: "measurement",
			}),
			...(platform !== "sensor" && { command_topic: `${topic}/set` }),
			device: { identifiers: [`solar_heating_v3_${part}`], name: device, via_device: "solar_heating_v3" },
		};
		await former.publishAsync(`${topic}/config`, JSON.stringify(config), { retain: true, qos: 1 });
	}
	await eventually(
		async () => expect(new Set((await ids()).values())).toEqual(new Set(Object.values(CONTINUED))),
		30_000,
	);
	// Home Assistant subscribes to a new entity's state some time after it has made it.
	await eventually(async () => {
		await former.publishAsync(STATE, FORMER_DEGREES, { qos: 1 });
		expect(await history(COLLECTOR)).toContain(FORMER_DEGREES);
	});

	const { host, port } = house.broker;
	const env = desk.file(
		"former.env",
		`MQTT_BROKER=${host}\nMQTT_PORT=${port}\nMQTT_USERNAME=ha\nMQTT_PASSWORD=of-the-house\n`,
	);
	// Home Assistant has answered: the broker has sent what it keeps long before.
	const pause = async () => void (await house.states());
	expect(await importFormer(desk.machine(), env, { data: house.data, remove: true }, { pause })).toBe(0);
	await eventually(async () => expect(await house.entries()).toEqual([]));

	house.start();
	await eventually(async () => expect(Object.fromEntries(await ids())).toMatchObject(CONTINUED), 60_000);
	await eventually(async () => {
		const told = await history(COLLECTOR);
		expect(told).toContain(FORMER_DEGREES);
		const { state } = (await house.states()).get(COLLECTOR) ?? {};
		expect(Number(state)).not.toBeNaN();
		expect(state).not.toBe(FORMER_DEGREES);
		expect(told).toContain(`"${state}"`);
	});
	expect((await ids()).get("solar_heating_hatest01_tank_temperature")).toBe("sensor.solar_heating_tank_temperature");
}, 240_000);
