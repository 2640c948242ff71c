import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readIn } from "ha-mqtt-discovery/home-assistant";
import { Installation, until } from "./installation.ts";
import { Viewer } from "./viewer.ts";

const HEATER_AT_REST = true;
/** ms: a start on a busy machine. */
const SOON = 30_000;

describe("a house whose options have a mistake in one sensor", () => {
	let house: Installation;
	let viewer: Viewer;
	const topic = (entity: string) => `${house.root}/${entity}`;
	const DISCOVERY = "homeassistant/device/e2etest1/solar_heating/config";
	const components = () => readIn(viewer.newest(DISCOVERY) ?? "{}")["components"];
	let before: unknown;

	beforeAll(async () => {
		house = await Installation.open();
		viewer = new Viewer(house.broker);
		viewer.watch();
		house.tank(50);
		house.collector(70);
		house.start();
		await until("the pump runs", () => viewer.newest(topic("pump")) === "ON", SOON);
		before = components();
		await house.end("SIGKILL");
		// Killed, so the relays stay as they were: the pump runs.
		expect(house.board.coils[0]).toBe(true);
		house.options(() => ({ sensors: [{ id: "tank", role: "tank", source: "28-0000000000a0" }] }));
		house.start();
	});
	afterAll(async () => {
		viewer.close();
		await house.close();
	});

	it("is at rest, and controls nothing", async () => {
		await until("the pump rests", () => house.board.coils[0] === false, SOON);
		await until("nobody claims to know the pump", () => viewer.newest(topic("pump")) === "None", SOON);
		expect(house.board.coils.slice(0, 2)).toEqual([false, HEATER_AT_REST]);
	});

	it("is at the broker, and says in Home Assistant what is wrong and what to write", async () => {
		const said = () => viewer.newest(topic("attention/attributes")) ?? "";
		await until("what is wrong", () => said().includes("options_wrong"), SOON);
		expect(JSON.parse(said()).findings).toContainEqual({
			code: "options_wrong",
			severity: "alarm",
			text: "sensors[0].source: Write one_wire:28-0000000000a0.",
		});
		expect(viewer.newest(topic("attention"))).toBe("ON");
		expect(viewer.newest(topic("availability"))).toBe("online");
		expect(house.log).not.toContain("mqtt_credentials_required");
	});

	it("has every entity that it had, for the day when the mistake is mended", () => {
		expect(components()).toEqual(before);
	});

	it("refuses to switch what is not controlled, and says so", async () => {
		await viewer.publish(topic("pump/set"), "ON");
		await until("why", () => viewer.count(topic("command_refused")) > 0, SOON);
		expect(house.board.coils[0]).toBe(false);
	});

	it("controls again with valid options", async () => {
		await house.end("SIGTERM");
		house.options();
		house.start();
		await until("the pump runs again", () => viewer.newest(topic("pump")) === "ON", SOON);
		expect(components()).toEqual(before);
	});
});
