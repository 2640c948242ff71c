import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readIn } from "ha-mqtt-discovery/home-assistant";
import { Installation, until } from "./installation.ts";
import { Viewer } from "./viewer.ts";

describe("a pump with levels, in the whole app beside a real Mosquitto", () => {
	let house: Installation;
	let viewer: Viewer;
	const topic = (entity: string) => `${house.root}/${entity}`;
	const shows = (entity: string, payload: string) =>
		until(`${entity} is ${payload}`, () => viewer.newest(topic(entity)) === payload);
	const said = () => viewer.seen.filter((s) => s.topic === topic("pump_level")).map(({ payload }) => payload);

	beforeAll(async () => {
		house = await Installation.open();
		house.options(({ outputs }) => ({
			outputs: outputs.map((output) =>
				output["id"] === "pump"
					? { ...output, target: "simulated:pump_speed", min: 30, max: 80, step: 5, rest: "load_off" }
					: output,
			),
		}));
		viewer = new Viewer(house.broker);
		viewer.watch();
		house.tank(50);
		house.collector(50);
		house.start();
		await shows("pump_level", "0");
	});
	afterAll(async () => {
		viewer.close();
		await house.close();
	});

	it("is announced as a slider beside the switch, and the relay is not", () => {
		const config = readIn(viewer.newest("homeassistant/device/e2etest1/solar_heating/config") ?? "{}");
		expect(config["components"]).toHaveProperty(
			"pump_level",
			expect.objectContaining({ min: 0, max: 80, step: 5, mode: "slider" }),
		);
		expect(Object.keys(config["components"] ?? {})).not.toContain("heater_level");
	});

	it("runs at the level that it is held at, at its highest by the switch, and is off at 0", async () => {
		await viewer.publish(topic("pump_level/set"), "45");
		await shows("pump_level", "45");
		await shows("pump", "ON");
		await shows("pump_reason", "held_on");
		await viewer.publish(topic("pump/set"), "ON");
		await shows("pump_level", "80");
		await viewer.publish(topic("pump_level/set"), "0");
		await shows("pump", "OFF");
		expect(said().slice(-3)).toEqual(["45", "80", "0"]);
	});

	it("refuses a level that it does not have, says which it has, and shows the true one again", async () => {
		await viewer.publish(topic("pump_level/set"), "45");
		await shows("pump_level", "45");
		const before = said().length;
		await viewer.publish(topic("pump_level/set"), "47");
		await until("the truth", () => said().length >= before + 2);
		expect(said().slice(before)).toEqual(["None", "45"]);
		await until("the refusal", () => viewer.newest(topic("command_refused")) !== undefined);
		const { text } = JSON.parse(viewer.newest(topic("command_refused")) ?? "{}");
		expect(text).toContain("30 to 80 %, in steps of 5 %");
	});

	it("stops for a tank at its maximum whatever it is held at; a level asked for then is not shown as if it ran", async () => {
		house.tank(99);
		await shows("pump_level", "0");
		const before = said().length;
		await viewer.publish(topic("pump_level/set"), "60");
		await until("the truth", () => said().length >= before + 2);
		expect(said().slice(before)).toEqual(["None", "0"]);
		house.tank(50);
		await shows("pump_level", "60");
	});

	it("goes on at the held level after it was killed while that changed", async () => {
		await viewer.publish(topic("pump_level/set"), "35");
		await shows("pump_level", "35");
		void viewer.publish(topic("pump_level/set"), "70");
		await house.end("SIGKILL");
		await until("the broker knows", () => viewer.newest(topic("availability")) === "offline");
		const before = said().length;
		house.start();
		await until("a level", () => said().length > before);
		await until("the pump runs again", () => ["35", "70"].includes(viewer.newest(topic("pump_level")) ?? ""));
		const [held] = said().slice(-1);
		expect(viewer.newest(topic("pump_reason"))).toBe("held_on");
		await viewer.publish(topic("pump_auto/set"), "PRESS");
		await shows("pump_level", "0");
		expect(["35", "70"]).toContain(held);
	});

	it("ends at rest", async () => {
		await viewer.publish(topic("pump_level/set"), "55");
		await shows("pump_level", "55");
		expect((await house.end("SIGTERM")).code).toBe(0);
		await shows("availability", "offline");
		expect(house.log).not.toContain("not_at_rest");
	});
});
