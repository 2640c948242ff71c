import { createServer, connect as dial, type Server } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { Aedes } from "aedes";
import { type Mosquitto, startMosquitto } from "../fakes/mosquitto.ts";
import { type Listener, listen } from "./listener.ts";
import { broker, closeAll, coded, LOGIN, PASSWORD, patient, text, USER, until, watch } from "./witness.ts";

afterEach(closeAll);

describe("a broker of the last generation, which refuses MQTT 5", () => {
	let house: Mosquitto;
	let gate: Listener;
	const asked: number[] = [];
	beforeAll(async () => {
		house = await startMosquitto({ users: LOGIN, acl: `user ${USER}\ntopic read secret/#\ntopic readwrite solar/#\n` });
		gate = await listen((socket) => {
			socket.once("data", (login: Buffer) => {
				const level = login[login.indexOf("MQTT") + 4] ?? 0;
				asked.push(level);
				// CONNACK, unacceptable protocol version, as 3.1.1 says it.
				if (level === 5) return void socket.end(Uint8Array.of(0x20, 2, 0, 1));
				const through = dial(house.port, house.host).on("error", () => undefined);
				socket.on("close", () => through.destroy());
				through.on("close", () => socket.destroy());
				through.write(login);
				socket.pipe(through).pipe(socket);
			});
		});
	});
	afterAll(async () => {
		await gate.close();
		await house.stop();
	});

	// #spoken-once-again-loss
	it("is spoken to in 3.1.1 at once, and again after a loss without asking", async () => {
		const timer = patient();
		const { session, reach, notices, connected } = watch(broker({ port: gate.port }), { timer });
		expect(await reach("connected")).toMatchObject({ protocol: 4 });
		expect(timer.waits).toEqual([]);
		expect(coded(notices, "mqtt_failed")).toEqual([]);
		expect(asked).toEqual([5, 4]);
		await house.kill9();
		await until(() => session.state().kind === "waiting");
		await house.restart();
		timer.go();
		await until(() => connected() === 2);
		expect(asked).toEqual([5, 4, 4]);
	});

	it("refuses a wrong password in its own words", async () => {
		await watch(broker({ port: gate.port, password: "wrong" })).reach("waiting", "credentials-rejected");
	});

	it("does not tell that a message was denied: 3.1.1 has no words for it", async () => {
		const { session, reach } = watch(broker({ port: gate.port }));
		await reach("connected");
		expect(await session.publish({ topic: "secret/a", payload: "1", retain: false, qos: 1 })).toBe("sent");
	});

	it("delivers no stored command to who wants live ones", async () => {
		const { session, reach, heard } = watch(broker({ port: gate.port }));
		await reach("connected");
		await session.publish({ topic: "solar/1/pump/set", payload: "STORED", retain: true, qos: 1 });
		session.subscribe("solar/1/+/set", { live: true });
		session.subscribe("solar/1/marker");
		await session.publish({ topic: "solar/1/marker", payload: "after", retain: false, qos: 1 });
		await until(() => heard.length > 0);
		expect(heard.map(text)).toEqual(["after"]);
	});
});

describe("aedes, the broker of the demo", () => {
	let aedes: Aedes;
	let server: Server;
	let port = 0;
	beforeAll(async () => {
		aedes = await Aedes.createBroker();
		aedes.authenticate = (_client, user, password, done) =>
			done(null, user !== undefined && password?.toString() === PASSWORD);
		aedes.authorizeSubscribe = (_client, subscription, done) =>
			done(null, subscription.topic.startsWith("secret") ? null : subscription);
		server = createServer(aedes.handle);
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
		const address = server.address();
		port = typeof address === "object" && address !== null ? address.port : 0;
	});
	afterAll(async () => {
		await new Promise<void>((resolve) => aedes.close(() => resolve()));
		server.close();
	});

	it("is connected to by 3.1.1, with everything that works there", async () => {
		const { session, reach, heard, notices } = watch(broker({ port }));
		session.subscribe("solar/#");
		expect(await reach("connected")).toMatchObject({ protocol: 4 });
		expect(await session.publish({ topic: "solar/1/a", payload: "1", retain: true, qos: 1 })).toBe("sent");
		await until(() => heard.length === 1);
		expect(notices.map(({ code }) => code)).toEqual(["mqtt_connected"]);
		await session.close([{ topic: "solar/1/availability", payload: "offline", retain: true, qos: 1 }]);
	});

	it("refuses a wrong password", async () => {
		await watch(broker({ port, password: "wrong" })).reach("waiting", "credentials-rejected");
	});

	it("says which topic may not be read, and the others are read all the same", async () => {
		const { session, reach, heard, notices } = watch(broker({ port }));
		session.subscribe("solar/a");
		session.subscribe("secret/a");
		session.subscribe("solar/b");
		await reach("connected");
		await until(() => coded(notices, "mqtt_failed").length > 0);
		expect(coded(notices, "mqtt_failed")).toMatchObject([
			{ facts: { class: "acl-denied", action: "subscribe", topic: "secret/a" } },
		]);
		for (const topic of ["solar/a", "solar/b"]) await session.publish({ topic, payload: topic, retain: false, qos: 1 });
		await until(() => heard.length === 2);
	});
});

describe("a broker that speaks neither", () => {
	it("is asked in both, then left alone for a minute, then asked in both again", async () => {
		const asked: number[] = [];
		const old = await listen((socket) => {
			socket.once("data", (login: Buffer) => {
				asked.push(login[login.indexOf("MQTT") + 4] ?? 0);
				socket.end(Uint8Array.of(0x20, 2, 0, 1));
			});
		});
		const timer = patient();
		const { reach } = watch(broker({ port: old.port }), { timer });
		await reach("waiting", "protocol-unsupported");
		timer.go();
		await until(() => timer.waits.length === 2);
		expect(asked).toEqual([5, 4, 5, 4]);
		expect(timer.waits).toEqual([60, 120]);
		await old.close();
	});
});
