import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from "@jest/globals";
import type { Heard } from "#model/plant/messages.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { DeviceMessages } from "../../../src/app/beside/device-messages.ts";
import { type Mosquitto, type MosquittoOptions, RELEASES, startMosquitto } from "../../fakes/mosquitto.ts";
import { broker, closeAll, coded, LOGIN, USER, until, watch } from "../../mqtt/witness.ts";

const HOME = { username: "home", password: "assistant" };
const OWN = {
	filters: ["solar/1/#", "homeassistant/device/1/#", "homeassistant/status"],
	discovery_prefix: "homeassistant",
};

let house: Mosquitto;
beforeAll(async () => {
	house = await startMosquitto({ users: { ...LOGIN, home: "assistant" } });
});
const more: Mosquitto[] = [];
const start = async (options: MosquittoOptions) => {
	const own = await startMosquitto(options);
	more.push(own);
	return own;
};
afterEach(async () => {
	await closeAll();
	await Promise.all(more.splice(0).map((own) => own.stop()));
});
afterAll(() => house.stop());

let messages: DeviceMessages;
let told: Notice[];
let heard: Heard[];
beforeEach(() => {
	told = [];
	heard = [];
	messages = new DeviceMessages((notice) => told.push(notice));
});
const hear = (filter: string) => messages.subscribe(filter, (message) => heard.push(message));
const payloads = () => heard.map(({ payload, retained }) => (retained ? `${payload} (retained)` : payload));
/** The app's session, bounded as in the app. */
const joined = async (port = house.port) => {
	const seen = watch(broker({ port }), { bounded: true });
	messages.attach(seen.session, OWN, { host: "127.0.0.1", port });
	await seen.reach("connected");
	// As control does in each turn.
	expect(messages.broker).toBe(`127.0.0.1:${port}`);
	return seen;
};
/** The devices and Home Assistant. */
const others = async (port = house.port) => {
	const seen = watch(broker({ port, ...HOME }));
	await seen.reach("connected");
	return (topic: string, payload: string, retain = false) => seen.session.publish({ topic, payload, retain, qos: 1 });
};

describe("devices beyond the broker", () => {
	it("are behind the broker that the app has joined last", async () => {
		expect(messages.broker).toBeUndefined();
		await joined();
		expect(messages.broker).toBe(`127.0.0.1:${house.port}`);
		const seen = watch(broker({ port: house.port }), { bounded: true });
		messages.attach(seen.session, OWN, { host: "Core-Mosquitto", port: 8883 });
		await seen.reach("connected");
		// Nothing is switched through it before control has seen that it is another one.
		expect(await messages.publish("plug/rpc", "on")).toBe("lost");
		expect(messages.broker).toBe("core-mosquitto:8883");
		expect(await messages.publish("plug/rpc", "on")).toBe("sent");
	});

	it("stay behind the one before while another one cannot be reached, such as by a wrong address", async () => {
		await joined();
		expect(messages.broker).toBe(`127.0.0.1:${house.port}`);
		const nowhere = watch(broker({ port: 1 }));
		messages.attach(nowhere.session, OWN, { host: "127.0.0.1", port: 1 });
		expect(messages.broker).toBe(`127.0.0.1:${house.port}`);
		await joined();
		expect(messages.broker).toBe(`127.0.0.1:${house.port}`);
	});

	it("that listened before there was a connection hear what is said once there is one", async () => {
		hear("tank/temperature");
		expect(messages.fault("tank/temperature")).toEqual({ code: "no_connection", facts: {} });
		expect(await messages.publish("plug/rpc", "on")).toBe("lost");
		const say = await others();
		await say("tank/temperature", "40", true);
		await joined();
		await until(() => heard.length === 1);
		expect(messages.fault("tank/temperature")).toBeUndefined();
		await say("tank/temperature", "41", true);
		await until(() => heard.length === 2);
		expect(payloads()).toEqual(["40 (retained)", "41"]);
		await say("tank/temperature", "", true);
	});

	it("hear again after the broker was restarted", async () => {
		const own = await start({ users: { ...LOGIN, home: "assistant" } });
		hear("tank/temperature");
		const seen = await joined(own.port);
		await own.restart();
		await until(() => seen.connected() === 2);
		const say = await others(own.port);
		await say("tank/temperature", "42");
		await until(() => heard.length === 1);
	});

	it("over another connection are told what is stored, as such", async () => {
		hear("tank/temperature");
		const { session } = await joined();
		const say = await others();
		await say("tank/temperature", "40", true);
		await until(() => heard.length === 1);
		await session.close([]);
		expect(messages.fault("tank/temperature")).toMatchObject({ code: "no_connection" });
		await joined();
		await until(() => heard.length === 2);
		expect(payloads()).toEqual(["40", "40 (retained)"]);
		await say("tank/temperature", "", true);
	});

	it("hear no more once they let go, and the broker sends nothing more", async () => {
		const seen = await joined();
		const end = hear("tank/temperature");
		hear("tank/done");
		const say = await others();
		await say("tank/temperature", "40");
		await until(() => heard.length === 1);
		end();
		// The broker answers in order, so it has taken the end in.
		await messages.publish("plug/rpc", "on");
		await say("tank/temperature", "41");
		await say("tank/done", "yes");
		await until(() => heard.length === 2);
		expect(payloads()).toEqual(["40", "yes"]);
		expect(seen.heard.map(({ topic }) => topic)).toEqual(["tank/temperature", "tank/done"]);
	});

	it("publish through the app's connection", async () => {
		hear("plug/rpc");
		await joined();
		expect(await messages.publish("plug/rpc", "on")).toBe("sent");
		await until(() => heard.length === 1);
		expect(heard).toEqual([{ topic: "plug/rpc", payload: "on", retained: false }]);
	});

	it("hear each other's bugs not", async () => {
		await joined();
		messages.subscribe("tank/temperature", () => {
			throw new Error("a bug");
		});
		hear("tank/temperature");
		const say = await others();
		await say("tank/temperature", "40");
		await say("tank/temperature", "41");
		await until(() => heard.length === 2);
		expect(coded(told, "mqtt_listener_failed")).toHaveLength(1);
	});

	it("in a flood hear the newest of each, and the others are heard meanwhile", async () => {
		hear("tank/temperature");
		hear("collector/temperature");
		await joined();
		const say = await others();
		const flood = Array.from({ length: 20_000 }, (_, n) => say("tank/temperature", String(n)));
		await Promise.all([...flood, say("collector/temperature", "61")]);
		await until(() => payloads().includes("19999") && payloads().includes("61"));
		expect(heard.length).toBeLessThan(10_000);
	});
});

describe("the app's own topics", () => {
	test.each(["solar/1/pump/set", "solar/1/tank", "solar/+/tank", "#", "homeassistant/status", "$SYS/broker/version"])(
		"are read by no device: %s",
		async (filter) => {
			const { session, heard: all } = await joined();
			hear(filter);
			expect(messages.fault(filter)).toMatchObject({ code: "own_topic" });
			hear("tank/done");
			const say = await others();
			await say("solar/1/pump/set", "ON");
			await say("tank/done", "yes");
			await until(() => heard.length > 0);
			expect(payloads()).toEqual(["yes"]);
			expect([session.state().kind, all.length]).toEqual(["connected", 1]);
		},
	);

	test.each(["solar/1/pump/set", "homeassistant/status", "homeassistant/device/9/x/config", "plug/#", "$SYS/x", ""])(
		"are written by no device, nor what is no topic: %j",
		async (topic) => {
			await joined();
			expect(await messages.publish(topic, "ON")).toBe("refused");
			expect(await messages.publish("plug/rpc", "on")).toBe("sent");
		},
	);
});

describe.each(RELEASES)("rights that are missing, Mosquitto %s", (release) => {
	it("to read are a fault of the device that names the topic, until they are there", async () => {
		const rights = { password: LOGIN[USER] ?? "", publish: ["#"], subscribe: ["collector/#"] };
		const own = await start({ release, dynamic_security: { [USER]: rights } });
		hear("tank/temperature");
		hear("collector/temperature");
		await joined(own.port);
		await until(() => messages.fault("tank/temperature") !== undefined);
		const facts = { right: "read", topic: "tank/temperature" };
		expect(messages.fault("tank/temperature")).toEqual({ code: "no_right", facts });
		expect(messages.fault("collector/temperature")).toBeUndefined();
	});

	it("to write are an answer", async () => {
		const own = await start({ release, users: LOGIN, acl: `user ${USER}\ntopic write plug/rpc\n` });
		await joined(own.port);
		expect(await messages.publish("other/rpc", "on")).toBe("refused");
		expect(await messages.publish("plug/rpc", "on")).toBe("sent");
	});
});
