import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from "@jest/globals";
import { LANGUAGES } from "#texts/say.ts";
import { type Mosquitto, startMosquitto } from "../fakes/mosquitto.ts";
import { said } from "../texts/said.ts";
import { type Listener, listen } from "./listener.ts";
import { broker, closeAll, coded, LOGIN, PASSWORD, patient, USER, until, watch } from "./witness.ts";

let house: Mosquitto;
beforeAll(async () => {
	house = await startMosquitto({ users: LOGIN });
});
afterEach(closeAll);
afterAll(() => house.stop());

describe("with the right login", () => {
	// #connects-mqtt-says-words
	it("connects by MQTT 5 and says so in the words that owners search for", async () => {
		const { reach, notices } = watch(broker({ port: house.port }));
		expect(await reach("connected")).toMatchObject({ protocol: 5, attempts: 0 });
		expect(notices).toEqual([
			{
				level: "info",
				code: "mqtt_connected",
				facts: {
					host: "127.0.0.1",
					port: house.port,
					user: USER,
					protocol: 5,
				},
			},
		]);
		const line = `MQTT Connection Successful - Broker: 127.0.0.1:${house.port}, User: ${USER}`;
		expect(said(notices[0])).toBe(line);
		for (const language of LANGUAGES) expect(said(notices[0], language)).toContain(line);
	});

	// #connects-password-like
	test.each([":", "p@ss/w:rd#?%41", "påss wörd", '"quoted"'])("connects with a password like %j", async (password) => {
		house.setUsers({ ...LOGIN, odd: password });
		await house.hup();
		await watch(broker({ port: house.port, username: "odd", password })).reach("connected");
	});
});

describe("with a login that the broker refuses", () => {
	test.each([
		["a wrong password", { password: "wrong" }],
		["an unknown user", { username: "nobody" }],
	])("%s: it waits, and is told once however often it tries", async (_case, change) => {
		const timer = patient();
		const { reach, notices } = watch(broker({ port: house.port, ...change }), { timer });
		for (let attempt = 1; attempt <= 4; attempt += 1) {
			await until(() => timer.waiting());
			expect(await reach("waiting", "credentials-rejected")).toMatchObject({ attempts: attempt });
			timer.go();
		}
		expect(timer.waits.slice(0, 4)).toEqual([5, 10, 20, 30]);
		expect(notices).toHaveLength(1);
		expect(notices[0]).toMatchObject({
			level: "error",
			code: "mqtt_failed",
			facts: { class: "credentials-rejected", port: house.port },
		});
		expect(said(notices[0])).toMatch(/Broker: 127\.0\.0\.1:\d+, User: \w+ - credentials-rejected: .*\(135\)/);
	});

	// #connects-when-broker-learns
	it("connects when the broker learns the password", async () => {
		const timer = patient();
		const { reach } = watch(broker({ port: house.port, username: "late", password: "later" }), { timer });
		await reach("waiting", "credentials-rejected");
		house.setUsers({ ...LOGIN, late: "later" });
		await house.hup();
		timer.go();
		await reach("connected");
	});

	it("connects at once when it is given the right password", async () => {
		const timer = patient();
		const { session, reach } = watch(broker({ port: house.port, password: "wrong" }), { timer });
		await reach("waiting", "credentials-rejected");
		session.credentials({ username: USER, password: PASSWORD });
		await reach("connected");
		expect(timer.waiting()).toBe(false);
	});
});

describe("a password changed at both ends", () => {
	it("heals by itself when the broker throws the old session out", async () => {
		house.setUsers({ ...LOGIN, rotating: "old" });
		await house.hup();
		const { session, reach, connected, states } = watch(
			broker({ port: house.port, username: "rotating", password: "old" }),
		);
		await reach("connected");
		session.credentials({ username: "rotating", password: "new" });
		house.setUsers({ ...LOGIN, rotating: "new" });
		await house.hup();
		await until(() => connected() === 2);
		expect(states.some(({ failure }) => failure?.class === "credentials-rejected")).toBe(false);
	});
});

describe("options that cannot work", () => {
	let nobody: Listener;
	beforeAll(async () => {
		nobody = await listen();
	});
	afterAll(() => nobody.close());

	test.each([
		["no password", { password: "" }],
		["no user", { username: "" }],
		["only spaces", { password: "   " }],
		["a line end in the password", { password: "from-a-file\n" }],
		["a NUL in the password", { password: "correct horse\0junk" }],
		["a password beyond all bounds", { password: "x".repeat(65_536) }],
		["a will with a wildcard", { will: { topic: "a/#", payload: "", retain: true, qos: 1 } as const }],
		["an authority that is no certificate", { tls: { ca: "garbage" } }],
	])("%s: nothing is sent to anybody, and nothing is retried", async (_case, change) => {
		const timer = patient();
		const { session, notices } = watch(broker({ port: nobody.port, ...change }), { timer });
		expect(session.state()).toMatchObject({ kind: "waiting", failure: { class: "config-invalid" }, attempts: 0 });
		// By the time that a later one is connected, this one would have tried.
		await watch(broker({ port: house.port })).reach("connected");
		expect(timer.waits).toEqual([]);
		expect(nobody.connections()).toBe(0);
		expect(notices).toMatchObject([{ level: "error", facts: { class: "config-invalid" } }]);
	});

	it("is left when usable credentials come", async () => {
		const { session, reach } = watch(broker({ port: house.port, password: "" }));
		session.credentials({ username: USER, password: PASSWORD });
		await reach("connected");
	});
});

describe("a password", () => {
	const canary = "canary-7f3a-Ωmega";

	// #nothing-told-shown-serialised
	it("is in nothing that is told, shown or serialised", async () => {
		const seen: unknown[] = [];
		for (const change of [{}, { tls: {} }, { port: 1 }]) {
			const { session, reach, notices, states } = watch(broker({ port: house.port, password: canary, ...change }));
			await reach("waiting");
			seen.push(notices, states, session.state(), JSON.stringify(session), session);
		}
		house.setUsers({ ...LOGIN, canary });
		await house.hup();
		const { session, reach, notices } = watch(broker({ port: house.port, username: "canary", password: canary }));
		await reach("connected");
		await session.publish({ topic: "a/#", payload: "", retain: false, qos: 1 });
		seen.push(notices, session, JSON.stringify(session));
		const all = inspect(seen, { depth: null, showHidden: true, maxStringLength: null, maxArrayLength: null });
		expect(all).toContain("mqtt_failed");
		expect(all).not.toContain(canary);
		expect(all).not.toContain(Buffer.from(canary).toString("hex").slice(0, 16));
	});

	it("is not printed for DEBUG by the client itself", async () => {
		const { clientOptions } = await import("#mqtt/wire/options.ts");
		expect(clientOptions(broker({ port: 1 }), 5, 1).log?.("a packet")).toBeUndefined();
	});

	// #cannot-break-log-lines
	it("cannot break the log's lines by a user name", async () => {
		const { notices } = watch(broker({ port: house.port, username: "a\nMQTT Connection Successful" }));
		expect(said(coded(notices, "mqtt_failed")[0])).not.toContain("\n");
	});
});
