import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { connectAsync, type MqttClient } from "mqtt";
import { announcements } from "#drivers/bus/announced/index.ts";
import { aclOf } from "#home-assistant/access-rules.ts";
import type { Broker } from "#mqtt/broker.ts";
import { LISTENS, type LookPorts, lookAtBroker } from "../../../src/app/hardware/at-broker.ts";
import { type Mosquitto, type MosquittoOptions, startMosquitto } from "../../fakes/mosquitto.ts";

const USERS = { solar: "right", person: "too" };
const OURS = { user: "solar", installation: "abcd2345", base_topic: "solar", discovery_prefix: "homeassistant" };
const SHELLY = "shellyplus1pm-a8032ab12c34";

let mosquitto: Mosquitto;
let person: MqttClient;
const open = async (options: MosquittoOptions) => {
	mosquitto = await startMosquitto(options);
	const { host, port } = mosquitto;
	person = await connectAsync({ host, port, username: "person", password: "too" });
	await person.publishAsync(`${SHELLY}/online`, "true", { retain: true, qos: 1 });
};
let heard: string[];
beforeEach(() => {
	heard = [];
});
afterEach(async () => {
	await person.endAsync();
	await mosquitto.stop();
});

const broker = (change: Partial<Broker> = {}): Broker => ({
	host: mosquitto.host,
	port: mosquitto.port,
	username: "solar",
	password: "right",
	client_id: "solar_heating_abcd2345_00000001",
	will: { topic: "solar/abcd2345/availability", payload: "offline", retain: true, qos: 1 },
	...change,
});
/** The announcements, which note what was heard. */
const kinds = announcements("homeassistant").map((kind) => ({
	...kind,
	found(topic: string, payload: string) {
		heard.push(topic);
		return kind.found(topic, payload);
	},
}));
const until = async (so: () => boolean) => {
	while (!so()) await new Promise((resolve) => setTimeout(resolve, 5));
};
const waits: number[] = [];
const look = (listening: () => Promise<void>, change: Partial<Broker> = {}) => {
	const ports: LookPorts = {
		kinds,
		will: "solar/abcd2345/authcheck",
		pause: (seconds) => {
			waits.push(seconds);
			return listening();
		},
	};
	return lookAtBroker(broker(change), ports);
};

describe("looking at the broker", () => {
	it("finds what is kept there and what comes while it listens; it says nothing itself", async () => {
		await open({ users: USERS });
		const said: string[] = [];
		person.on("message", (topic) => said.push(topic));
		await person.subscribeAsync("#", { qos: 1 });
		const looked = await look(async () => {
			await person.publishAsync("tasmota/discovery/X/config", JSON.stringify({ t: "plug", ft: "x", rl: [] }), {
				qos: 1,
			});
			await until(() => heard.some((topic) => topic.startsWith("tasmota")) && heard.includes(`${SHELLY}/online`));
		});
		expect(looked).toMatchObject({
			kind: "looked",
			found: [
				{ kind: "device", at: "plug", likely: [{ what: "Tasmota" }] },
				{ kind: "device", at: SHELLY, likely: [{ what: "Shelly Gen2+", targets: [`shelly:${SHELLY}/N`] }] },
			],
			refused: [],
			silent: ["shellies/+/online", "+/bridge/devices", "homeassistant/+/+/config", "homeassistant/+/+/+/config"],
		});
		expect(waits.at(-1)).toBe(LISTENS);
		await person.publishAsync("end", "", { qos: 1 });
		await until(() => said.includes("end"));
		expect(said.sort()).toEqual([`${SHELLY}/online`, "end", "tasmota/discovery/X/config"].sort());
		expect(mosquitto.log()).toMatch(/as solar_heating_abcd2345_00000001_look/);
		// If this connection breaks, the app must not look offline.
		expect(mosquitto.log()).toMatch(/solar\/abcd2345\/authcheck/);
		expect(mosquitto.log()).not.toContain("solar/abcd2345/availability");
	});

	it("names the rules that are missing where the broker refuses to be read, and finds nothing there", async () => {
		const account = { password: "right", subscribe: ["+/online"] };
		const may = { password: "too", publish: ["#"], subscribe: ["#"] };
		await open({ dynamic_security: { solar: account, person: may } });
		const looked = await look(() => until(() => heard.includes(`${SHELLY}/online`)));
		expect(looked).toMatchObject({
			found: [{ at: SHELLY }],
			refused: [
				"shellies/+/online",
				"tasmota/discovery/+/config",
				"+/bridge/devices",
				"homeassistant/+/+/config",
				"homeassistant/+/+/+/config",
			],
			silent: [],
		});
	});

	it("calls silent what an access file forbids without a word: the rights of every day show no device", async () => {
		await open({ users: USERS, acl: `${aclOf(OURS)}\nuser person\ntopic readwrite #` });
		const looked = await look(async () => undefined);
		expect(looked).toMatchObject({ kind: "looked", found: [], refused: [] });
		expect(looked.kind === "looked" && looked.silent).toContain("+/online");
	});

	it("ends early in a flood", async () => {
		await open({ users: USERS });
		const text = "x".repeat(60_000);
		const looked = await look(async () => {
			for (let sent = 0; sent < 100; sent++) void person.publish("any/online", text);
			await new Promise<never>(() => undefined);
		});
		expect(looked).toMatchObject({ kind: "looked", found: [{ at: SHELLY }] });
	});

	it("says why there was no connection", async () => {
		await open({ users: USERS });
		expect(await look(async () => undefined, { password: "wrong" })).toMatchObject({
			kind: "failed",
			class: expect.stringMatching(/credentials-rejected|not-authorized/),
		});
	});
});
