import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Installation, until } from "./installation.ts";
import { Viewer } from "./viewer.ts";

const TOPIC = "shed/tank/SENSOR";
const message = (celsius: number) => JSON.stringify({ Time: "2026-05-01T12:00:00", DS18B20: { Temperature: celsius } });
/** Hexadecimal, as on the wire. */
const PUMP_ON = "A00101A2";

// #mqtt-value-to-decision
describe("a tank's sensor over MQTT, in the whole app beside a real Mosquitto", () => {
	let house: Installation;
	let viewer: Viewer;
	const shows = (entity: string, payload: string) =>
		until(`${entity} is ${payload}`, () => viewer.newest(`${house.root}/${entity}`) === payload);
	const started = () =>
		house.board.heard.some(({ bytes }) => Buffer.from(bytes).toString("hex").toUpperCase() === PUMP_ON);

	beforeAll(async () => {
		house = await Installation.open();
		house.options(({ sensors }) => ({
			sensors: sensors.map((sensor) =>
				sensor["id"] === "tank" ? { ...sensor, source: `mqtt:${TOPIC}#/DS18B20/Temperature`, max_age: 10 } : sensor,
			),
		}));
		const rules = await house.command("broker", "acl");
		house.broker.setAcl(`${rules}\nuser viewer\ntopic readwrite #\n`);
		await house.broker.hup();
		viewer = new Viewer(house.broker);
		viewer.watch();
		house.collector(80);
		await viewer.publish(TOPIC, message(30), "-r");
		house.start();
		await until("the pump is at the broker", () => viewer.newest(`${house.root}/pump`) !== undefined);
	});
	afterAll(async () => {
		viewer.close();
		await house.close();
	});

	it("starts nothing by what the broker stored", async () => {
		await shows("pump_reason", "sensor_lost");
		expect(started()).toBe(false);
	});

	it("starts the pump by a value that is published now", async () => {
		await viewer.publish(TOPIC, message(31));
		await shows("tank_temperature", "31.0");
		await shows("pump", "ON");
		expect(started()).toBe(true);
	});

	it("is lost when it is silent for its age limit, and the pump stops", async () => {
		await shows("pump", "OFF");
		await shows("pump_reason", "sensor_lost");
	});

	it("starts it again by the next value", async () => {
		await viewer.publish(TOPIC, message(31));
		await shows("pump", "ON");
	});
});
