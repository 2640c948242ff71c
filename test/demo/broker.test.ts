import { once } from "node:events";
import { connect, createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it, test } from "@jest/globals";
import { type DemoBroker, HOST, openBroker } from "#demo/broker/broker.ts";
import { rightsIn } from "#demo/broker/rights.ts";
import { tryStrangers } from "#demo/broker/strangers.ts";
import { aclOf } from "#home-assistant/access-rules.ts";
import { openSession } from "#mqtt/session.ts";
import { type As, type At, listen, say, until, Watcher } from "./visitor.ts";

const APP = { username: "solar_heating", password: "app-secret" };
const VISITOR = { username: "visitor", password: "visitor-secret" };
const HOUSE = { installation: "abcd", base_topic: "solar", discovery_prefix: "homeassistant" };

describe("the demo's broker", () => {
	let broker: DemoBroker;
	let at: At;
	const heard: string[] = [];

	beforeAll(async () => {
		const users = [
			{ ...APP, rights: rightsIn(aclOf({ ...HOUSE, user: APP.username })) },
			{ ...VISITOR, rights: rightsIn("topic read #\ntopic write solar/abcd/+/set") },
		];
		const opened = await openBroker(0, users, (topic) => heard.push(topic));
		if (opened.kind === "failed") throw new Error(opened.why);
		broker = opened.broker;
		at = { host: HOST, port: broker.port };
	});
	afterAll(() => broker.close());

	const strangers: readonly (readonly [string, As | undefined])[] = [
		["without a login", undefined],
		["with a wrong password", { ...VISITOR, password: "guess" }],
		["with an empty password", { ...VISITOR, password: "" }],
		["with another one's password", { ...VISITOR, password: APP.password }],
		["as nobody it knows", { username: "root", password: VISITOR.password }],
	];
	test.each(strangers)("refuses who comes %s, by code 5", async (_, as) => {
		expect(await listen(at, as, "#")).toEqual({ code: 5, text: expect.stringMatching(/not authori[sz]ed/i) });
		expect((await say(at, as, "solar/abcd/pump/set", "ON")).code).toBe(5);
		expect(heard).not.toContain("solar/abcd/pump/set");
	});

	it("is seen to refuse by our own knocking", async () => {
		expect(await tryStrangers(HOST, broker.port, VISITOR.username)).toEqual([
			{ who: "a stranger", code: "5" },
			{ who: "a wrong password", code: "5" },
		]);
	});

	it("is not called refusing where nobody answers the login", async () => {
		const silent = createServer((socket) => socket.end()).listen(0, HOST);
		await once(silent, "listening");
		const address = silent.address();
		const port = typeof address === "object" && address !== null ? address.port : 0;
		const refusals = await tryStrangers(HOST, port, VISITOR.username);
		silent.close();
		expect(refusals).toEqual([{ who: "a stranger" }, { who: "a wrong password" }]);
	});

	it("lets the app say what it is and hear what it is asked", async () => {
		expect(await say(at, APP, "solar/abcd/pump", "ON", "-r")).toEqual({ code: 0, text: "" });
		expect(await say(at, APP, "homeassistant/device/abcd/solar_heating/config", "{}", "-r")).toEqual({
			code: 0,
			text: "",
		});
		const asked = new Watcher(at, APP, "solar/abcd/+/set");
		const done = () => asked.payload("solar/abcd/heater/set") === "ON";
		// There is no event for an accepted subscription, so the command is repeated until it is heard.
		for (let tries = 0; tries < 20 && !done(); tries += 1) await say(at, VISITOR, "solar/abcd/heater/set", "ON");
		expect(done()).toBe(true);
		asked.close();
	});

	test.each(["#", "+/#", "solar/#", "solar/abcd/#", "solar/abcd/pump", "solar/+/+/set", "secret", "$SYS/#"])(
		"does not let the app listen to %s",
		async (topic) => {
			await say(at, APP, "solar/abcd/pump", "ON", "-r");
			const { text } = await listen(at, APP, topic);
			expect(text).not.toContain("ON");
			expect(text).toMatch(/denied|rejected|refused|128/i);
		},
	);

	test.each([
		["the app", APP, "other/topic"],
		["the app", APP, "solar/efgh/pump"],
		["the app", APP, "homeassistant/status"],
		["the visitor", VISITOR, "solar/abcd/pump"],
		["the visitor", VISITOR, "solar/efgh/pump/set"],
		["the visitor", VISITOR, "homeassistant/device/abcd/solar_heating/config"],
		["the visitor", VISITOR, "$SYS/x/new/clients"],
	] as const)("hangs up on %s (%j) who publishes to %s", async (_, as, topic) => {
		const before = heard.length;
		expect((await say(at, as, topic, "forged", "-r")).code).not.toBe(0);
		expect(heard.slice(before)).toEqual([]);
	});

	it("shows the visitor everything, what is kept included", async () => {
		await say(at, APP, "solar/abcd/tank", "57.9", "-r");
		expect((await listen(at, VISITOR, "solar/+/tank")).text).toBe("solar/abcd/tank 57.9\n");
	});

	it("speaks MQTT 3.1.1 alone, and the app's session comes down to it", async () => {
		expect((await listen(at, VISITOR, "#", 1, "5")).code).not.toBe(0);
		const will = { topic: "solar/abcd/availability", payload: "offline", retain: true, qos: 1 } as const;
		const session = openSession({ ...at, ...APP, client_id: "solar_heating_abcd_1", will }, { tell: () => undefined });
		await until("the session is connected", () => session.state().kind === "connected");
		expect(session.state().protocol).toBe(4);
		await session.close([]);
	});

	it("listens on the loopback's first address alone", async () => {
		const socket = connect(broker.port, "127.0.0.2");
		const [refused] = await once(socket, "error");
		expect(refused).toMatchObject({ code: "ECONNREFUSED" });
	});

	it("says so when the port is taken", async () => {
		expect(await openBroker(broker.port, [])).toEqual({ kind: "failed", why: "EADDRINUSE" });
	});
});
