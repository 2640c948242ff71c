import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it, test } from "@jest/globals";
import { connect } from "mqtt";
import { lookAtBroker } from "#app/hardware/at-broker.ts";
import { announcements } from "#drivers/bus/announced/index.ts";
import { startMosquitto } from "../../fakes/mosquitto.ts";
import { type Wire, wireTo } from "../bridges/wire.ts";
import { type Nature, plug } from "./plugs.ts";
import { Zigbee2Mqtt } from "./zigbee2mqtt.ts";

/** Seconds of the plugs' own timer; minutes in a house. */
const T = 3;
/** Seconds. The timers of this process may be late on a busy machine. */
const LATE = 1.5;
const MANY = 20;

const opened: (() => unknown)[] = [];
afterEach(async () => {
	for (const close of opened.splice(0).toReversed()) await close();
});

async function until(holds: () => unknown, what: string): Promise<void> {
	const end = performance.now() + 50_000;
	while (!holds()) {
		if (performance.now() > end) throw new Error(what);
		await pause(20);
	}
}

/** A broker, and the real Zigbee2MQTT at it, which has started. */
async function aHouse(devices: Readonly<Record<string, Nature>>) {
	const broker = await startMosquitto({ allow_anonymous: true });
	opened.push(() => broker.stop());
	const wires = { app: await wireTo(broker.port), bridge: await wireTo(broker.port) };
	for (const { close } of Object.values(wires)) opened.push(close);
	const bridge = new Zigbee2Mqtt(wires.bridge.port, devices);
	opened.push(() => bridge.stop());
	const heard = new Map<string, string>();
	const client = connect(`mqtt://127.0.0.1:${broker.port}`);
	opened.push(() => client.endAsync(true));
	client.on("message", (topic, payload) => void heard.set(topic, payload.toString()));
	await client.subscribeAsync("zigbee2mqtt/#");
	await until(() => heard.get("zigbee2mqtt/bridge/state") === '{"state":"online"}', `no bridge: ${bridge.log}`);
	return { broker, bridge, wires, heard };
}

/** What the app does for these outputs. Gives what kills it, once all of them are confirmed on. */
async function controlling({ port }: Wire, targets: readonly string[]): Promise<ChildProcess> {
	const script = new URL("../bridges/controller.ts", import.meta.url).pathname;
	const app = spawn(process.execPath, [script, String(port), String(T), ...targets], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	opened.push(() => app.kill("SIGKILL"));
	if (app.stdout === null) throw new TypeError("no output");
	const ended = once(app, "exit").then(() => Promise.reject(new Error("The controller ended.")));
	ended.catch(() => undefined);
	await Promise.race([once(app.stdout, "data"), ended]);
	return app;
}

const plugs = (count: number): Readonly<Record<string, Nature>> =>
	Object.fromEntries(Array.from({ length: count }, (_, nth) => [`plug ${nth}`, plug(nth + 1)]));

describe("plugs behind the real Zigbee2MQTT", () => {
	type House = Awaited<ReturnType<typeof aHouse>> & { readonly app: ChildProcess };
	test.each<[string, (house: House) => unknown]>([
		["the app is killed", ({ app }) => app.kill("SIGKILL")],
		["the broker stops", ({ broker }) => broker.kill9()],
		["the network between the app and the broker is cut", ({ wires }) => wires.app.cut()],
		["the network between Zigbee2MQTT and the broker is cut", ({ wires }) => wires.bridge.cut()],
		["the radio is lost", ({ bridge }) => bridge.lost()],
	])("are off in time when %s: twenty of twenty", async (_, happens) => {
		const devices = plugs(MANY);
		const house = await aHouse(devices);
		const { bridge } = house;
		const app = await controlling(
			house.wires.app,
			Object.keys(devices).map((name) => `zigbee2mqtt:zigbee2mqtt/${name}`),
		);
		// Longer than their own timers: so it is the renewals that keep them on.
		const first = Math.max(...bridge.moves.map(({ at }) => at));
		await until(() => performance.now() / 1000 - first > 2 * T, "time");
		expect([bridge.on.size, bridge.moves.length]).toEqual([MANY, MANY]);
		const began = performance.now() / 1000;
		await happens({ ...house, app });
		await until(() => bridge.on.size === 0, "a plug stays on");
		const late = bridge.moves.filter(({ on, at }) => !on && at - began > T + LATE);
		expect([bridge.moves.length, late]).toEqual([2 * MANY, []]);
	});

	it("that ignore on_time stay on, so it is their own timer that was seen", async () => {
		const { wires, bridge } = await aHouse({ pump: plug(1), deaf: plug(2, { ignores_timer: true }) });
		const app = await controlling(wires.app, ["zigbee2mqtt:zigbee2mqtt/pump", "zigbee2mqtt:zigbee2mqtt/deaf"]);
		app.kill("SIGKILL");
		await until(() => bridge.moves.some(({ on }) => !on), "no plug goes off");
		expect([...bridge.on]).toEqual([plug(2).ieee]);
	});
});

describe("what it tells of its devices", () => {
	it("is found: plugs, outputs of a module, and sensors", async () => {
		const { broker } = await aHouse({
			pump: plug(1),
			"solar/heater": plug(2, { model: "SP 240", maker: "innr" }),
			twin: plug(3, { model: "lumi.relay.c2acn01", maker: "LUMI" }),
			tank: plug(4, { model: "lumi.weather", maker: "LUMI" }),
		});
		const at = { host: "127.0.0.1", port: broker.port, username: "a", password: "a", client_id: "a" };
		const will = { topic: "a", payload: "", retain: false, qos: 0 } as const;
		const looked = await lookAtBroker(
			{ ...at, will },
			{ kinds: announcements("homeassistant"), will: "a/state", pause: () => pause(3000) },
		);
		const found = looked.kind === "looked" ? looked.found : [];
		const likely = found.flatMap(({ at, likely = [] }) =>
			likely.map(({ targets = [], sources = [] }) => [at, ...targets, ...sources]),
		);
		expect(likely).toEqual([
			["zigbee2mqtt/pump", "zigbee2mqtt:zigbee2mqtt/pump"],
			[
				"zigbee2mqtt/solar/heater",
				"zigbee2mqtt:zigbee2mqtt/solar/heater",
				"mqtt:zigbee2mqtt/solar/heater#/power",
				"mqtt:zigbee2mqtt/solar/heater#/energy",
			],
			[
				"zigbee2mqtt/tank",
				"mqtt:zigbee2mqtt/tank#/temperature",
				"mqtt:zigbee2mqtt/tank#/humidity",
				"mqtt:zigbee2mqtt/tank#/pressure",
			],
			[
				"zigbee2mqtt/twin",
				"zigbee2mqtt:zigbee2mqtt/twin#state_l1",
				"zigbee2mqtt:zigbee2mqtt/twin#state_l2",
				"mqtt:zigbee2mqtt/twin#/power",
				"mqtt:zigbee2mqtt/twin#/energy",
				"mqtt:zigbee2mqtt/twin#/device_temperature",
			],
		]);
	});
});
