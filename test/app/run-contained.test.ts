import { afterEach, expect, it, jest } from "@jest/globals";
import { seconds } from "#model/quantities/units.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { CANARY, Desk } from "../cli/desk.ts";
import { freePort } from "../fakes/mosquitto.ts";
import { board, cleared, PLANT, until } from "./house.ts";

const installationOf = jest.fn(() => {
	throw new TypeError("an entity with a mistake in it");
});
jest.unstable_mockModule("../../src/app/broker/join.ts", () => ({
	installationOf,
	joinBroker: installationOf,
	brokerOf: installationOf,
}));
const joinSyslog = jest.fn(() => {
	throw new TypeError("a collector with a mistake in it");
});
jest.unstable_mockModule("../../src/app/trail/syslog.ts", () => ({ joinSyslog }));
const { run } = await import("#app/run.ts");

const desk = new Desk();
afterEach(async () => {
	await cleared();
	desk.clear();
});

it("A bug on the broker's side is told once; control and the health check go on", async () => {
	const device = board();
	const port = await freePort();
	const options = desk.file("solar.json", {
		...PLANT,
		mqtt: { host: "127.0.0.1", username: "solar", password: CANARY },
	});
	const code = run(desk.machine(), { options, data: desk.data, httpPort: port, httpHost: "127.0.0.1", speed: 1 });
	const health = () =>
		fetch(`http://127.0.0.1:${port}/healthz`).then(
			({ status }) => status === 200,
			() => false,
		);
	await until("it is alive", health);
	expect(installationOf).toHaveBeenCalled();
	device.temperatures["collector"] = 20;
	await until("the pump stops", () => device.relays.get("pump") === false);
	desk.stop();
	expect(await code).toBe(0);
	expect(desk.lines().filter((line) => line["code"] === "view_failed")).toHaveLength(1);
});

it("A bug at the start of what sends to the collector is told once and shown; all that comes after it is there", async () => {
	const device = board();
	const port = await freePort();
	const options = desk.file("solar.json", { ...PLANT, syslog: { host: "127.0.0.1" } });
	const code = run(desk.machine(), { options, data: desk.data, httpPort: port, httpHost: "127.0.0.1", speed: 1 });
	const page = () => fetch(`http://127.0.0.1:${port}/`).then(({ status }) => status, String);
	await until("the page asks for its login", async () => (await page()) === 401);
	expect(joinSyslog).toHaveBeenCalledTimes(1);
	await until("it is shown", async () =>
		JSON.stringify(await askControl(desk.data, "snapshot", undefined, seconds(5))).includes('"part":"syslog"'),
	);
	device.temperatures["collector"] = 20;
	await until("the pump stops", () => device.relays.get("pump") === false);
	desk.stop();
	expect(await code).toBe(0);
	const told = desk.lines().filter(({ code, message }) => code === "view_failed" && /collector/.test(String(message)));
	expect(told).toHaveLength(1);
});
