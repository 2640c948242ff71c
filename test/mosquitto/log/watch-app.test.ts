import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import mqtt from "mqtt";
import { run } from "#app/run.ts";
import { aclOf } from "#home-assistant/access-rules.ts";
import { installationId } from "#store/files/installation-id.ts";
import { Desk } from "../../cli/desk.ts";
import { type Mosquitto, startMosquitto } from "../../fakes/mosquitto.ts";
import { knock } from "../machine/guest.ts";

const PASSWORD = "right-1234-right";

let desk: Desk;
let broker: Mosquitto;
let ended: Promise<number>;
beforeEach(() => {
	desk = new Desk();
});
afterEach(async () => {
	desk.stop();
	await ended;
	await broker.stop();
	desk.clear();
});

interface Heard {
	readonly payload: string;
	readonly retain: boolean;
}

// #running-app-watches-over
test("The running app watches over MQTT with the rights that `broker acl` prints: alarm, event and count", async () => {
	const { id } = installationId(desk.data, () => undefined);
	const house = { user: "solar", installation: id, base_topic: "solar", discovery_prefix: "homeassistant" };
	broker = await startMosquitto({
		release: "2.1",
		users: { solar: PASSWORD, home: PASSWORD },
		acl: `${aclOf({ ...house, watch: "topic" })}\nuser home\ntopic readwrite #\n`,
		more: ["log_dest topic"],
	});
	const options = desk.file("options.json", {
		mqtt: { host: broker.host, port: broker.port, username: "solar", password: PASSWORD },
		watch: { enabled: true },
	});
	const home = await mqtt.connectAsync(`mqtt://${broker.host}:${broker.port}`, {
		username: "home",
		password: PASSWORD,
	});
	const heard = new Map<string, Heard[]>();
	home.on("message", (topic, payload, { retain }) => {
		const key = topic.split("/").slice(2).join("/");
		heard.set(key, [...(heard.get(key) ?? []), { payload: payload.toString(), retain }]);
	});
	await home.subscribeAsync(`solar/${id}/#`, { rap: true, qos: 1 });
	const last = (key: string) => heard.get(key)?.at(-1)?.payload;
	const until = async (what: string, so: () => boolean) => {
		const from = performance.now();
		while (!so()) {
			if (performance.now() - from > 60_000) throw new Error(`${what}: ${desk.out} ${desk.err}`);
			await pause(20);
		}
	};
	ended = run(desk.machine(), { options, data: desk.data, speed: 1, json: true, httpPort: 0, httpHost: "127.0.0.1" });
	await until("connected", () => last("broker_attack") !== undefined);
	// A client connects and leaves, so that the log gets a line.
	await knock(broker.port, { client: "hall", user: "home", password: PASSWORD });
	await until("well", () => last("broker_attack") === "OFF");
	for (let n = 0; n < 12; n++)
		await knock(broker.port, { client: `x${n}`, user: "root", password: "guess", from: "127.0.0.3" });
	await until("attack", () => last("broker_attack") === "ON" && heard.has("security_event"));
	const events = heard.get("security_event") ?? [];
	expect(events.map(({ retain }) => retain)).toEqual([false]);
	expect(JSON.parse(events[0]?.payload ?? "")).toMatchObject({
		event_type: "brute_force",
		address: "127.0.0.3",
		remedy: expect.stringContaining("127.0.0.3"),
	});
	await until("attributes", () => last("broker_attack/attributes")?.includes("127.0.0.3") === true);
	await until("count", () => last("broker_refusals") === "12");
	await home.endAsync();
});
