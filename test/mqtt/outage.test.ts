import type { Socket } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it, jest, test } from "@jest/globals";
import { connect, type MqttClient } from "mqtt";
import { freePort, type Mosquitto, startMosquitto } from "../fakes/mosquitto.ts";
import { eventually, stopTimers, withoutWaiting } from "../fakes/stopped-timers.ts";
import { said } from "../texts/said.ts";
import { type Listener, listen } from "./listener.ts";
import { broker, closeAll, coded, LOGIN, PASSWORD, patient, text, USER, until, watch } from "./witness.ts";

let house: Mosquitto;
beforeAll(async () => {
	house = await startMosquitto({ users: LOGIN });
});
let rival: MqttClient | undefined;
afterEach(async () => {
	jest.useRealTimers();
	await closeAll();
	await rival?.endAsync(true);
	rival = undefined;
});
afterAll(() => house.stop());

describe("a broker that is not there", () => {
	// #unreachable-told-once-found
	it("is unreachable, told once, and found when it comes", async () => {
		const port = await freePort();
		const timer = patient();
		const { reach, notices } = watch(broker({ port }), { timer });
		for (let round = 0; round < 3; round += 1) {
			await until(() => timer.waiting());
			timer.go();
		}
		expect(await reach("waiting", "unreachable")).toMatchObject({ attempts: 4 });
		expect(timer.waits).toEqual([0.5, 0.75, 1.125, 1.5]);
		expect(notices).toMatchObject([{ level: "warning", facts: { class: "unreachable", detail: "ECONNREFUSED" } }]);
		const late = await startMosquitto({ users: LOGIN, port });
		timer.go();
		await reach("connected");
		await late.stop();
	});

	it("is unreachable by each of two addresses too", async () => {
		const port = await freePort();
		const { reach, notices } = watch(broker({ host: "localhost", port }));
		await reach("waiting", "unreachable");
		expect(notices[0]?.facts["detail"]).toBe("ECONNREFUSED");
	});

	it("is unreachable by a name nobody knows", async () => {
		const { session, reach } = watch(broker({ host: "broker.invalid", port: 1883 }), { timer: patient() });
		await reach("waiting");
		// A name server that does not answer makes it a timeout.
		expect(["unreachable", "timeout"]).toContain(session.state().failure?.class);
	});
});

describe("something else on the port", () => {
	let thing: Listener | undefined;
	afterEach(() => thing?.close());

	it("that says nothing is a timeout, within the deadline", async () => {
		thing = await listen();
		const { port, received } = thing;
		stopTimers();
		const { session } = watch(broker({ port, connect_timeout: 9 }), { timer: patient() });
		await eventually(() => received().length > 0);
		await jest.advanceTimersByTimeAsync(8000);
		expect(session.state().kind).toBe("connecting");
		await jest.advanceTimersByTimeAsync(1000);
		expect(session.state()).toMatchObject({ kind: "waiting", failure: { class: "timeout" } });
	});

	it("that says nothing to TLS is a timeout too", async () => {
		thing = await listen();
		await watch(broker({ port: thing.port, connect_timeout: 0.2, tls: {} })).reach("waiting", "timeout");
	});

	it("that closes on hearing the login has dropped us", async () => {
		thing = await listen((socket) => socket.once("data", () => socket.end()));
		const { reach, notices } = watch(broker({ port: thing.port }));
		await reach("waiting", "dropped-before-connack");
		expect(said(notices[0])).toContain("authentication service");
	});

	it("that closes before the login has dropped us, or reset what we said into the void", async () => {
		thing = await listen((socket) => socket.end());
		const { session, reach } = watch(broker({ port: thing.port }), { timer: patient() });
		await reach("waiting");
		expect(["dropped-before-connack", "wrong-port-or-tls-mode"]).toContain(session.state().failure?.class);
	});

	it("that resets is a wrong port or the wrong use of TLS", async () => {
		thing = await listen((socket) => socket.once("data", () => socket.resetAndDestroy()));
		await watch(broker({ port: thing.port })).reach("waiting", "wrong-port-or-tls-mode");
	});

	it("that is a web server does not speak MQTT", async () => {
		thing = await listen((socket) => socket.once("data", () => socket.write("HTTP/1.1 400 Bad Request\r\n\r\n")));
		await watch(broker({ port: thing.port })).reach("waiting", "not-mqtt");
	});

	test.each([
		["SSH", "SSH-2.0-OpenSSH_9.6\r\n"],
		["mail", "220 mail ESMTP\r\n"],
	])("that is a %s server does not speak MQTT", async (_name, greeting) => {
		thing = await listen((socket) => socket.write(greeting));
		const { session, reach } = watch(broker({ port: thing.port, connect_timeout: 0.3 }));
		await reach("waiting");
		expect(["not-mqtt", "timeout"]).toContain(session.state().failure?.class);
	});
});

describe("a broker killed without a word", () => {
	it("is found again once, with subscriptions, though the network was gone", async () => {
		const own = await startMosquitto({ users: LOGIN });
		const { session, reach, heard, connected, notices } = watch(broker({ port: own.port }));
		session.subscribe("solar/1/+/set");
		await reach("connected");
		await own.kill9();
		await reach("waiting", "unreachable");
		await own.restart();
		await reach("connected");
		// By QoS 1 the broker has answered each before the next goes out: a second copy of the first would come before the last.
		for (const topic of ["solar/1/pump/set", "solar/1/last/set"])
			await session.publish({ topic, payload: "ON", retain: false, qos: 1 });
		await until(() => heard.some(({ topic }) => topic === "solar/1/last/set"));
		expect(heard.map(({ topic }) => topic)).toEqual(["solar/1/pump/set", "solar/1/last/set"]);
		expect(connected()).toBe(2);
		expect(coded(notices, "mqtt_connected")).toHaveLength(2);
		expect(coded(notices, "mqtt_failed").map(({ facts }) => facts["class"])).toEqual(["dropped", "unreachable"]);
		await own.stop();
	});

	it("loses what was on its way, at once and visibly", async () => {
		const own = await startMosquitto({ users: LOGIN });
		const { session, reach } = watch(broker({ port: own.port }), { timer: patient() });
		await reach("connected");
		own.freeze();
		const message = { topic: "a", payload: "1", retain: false, qos: 1 } as const;
		const flying = session.publish(message);
		await own.kill9();
		expect(await flying).toBe("lost");
		expect(await withoutWaiting(() => session.publish(message))).toBe("lost");
		await own.stop();
	});
});

describe("a broker that freezes", () => {
	it("gives up a message at its deadline, and the connection by the keepalive", async () => {
		const own = await startMosquitto({ users: LOGIN });
		const { session, reach, states } = watch(
			broker({ port: own.port, keepalive: 1, publish_timeout: 0.2, connect_timeout: 0.3 }),
		);
		await reach("connected");
		own.freeze();
		expect(await session.publish({ topic: "a", payload: "1", retain: false, qos: 1 })).toBe("lost");
		// The message has a deadline of its own: it is not lost because the connection was.
		expect(session.state().kind).toBe("connected");
		// A frozen broker closes nothing. Only the keepalive can tell.
		await reach("waiting", "timeout");
		expect(states.some(({ failure }) => failure?.class === "dropped")).toBe(true);
		own.thaw();
		await reach("connected");
		await own.stop();
	});
});

describe("a network that is cut and back three times within seconds", () => {
	it("is no takeover, though each connection had just begun", async () => {
		const own = await startMosquitto({ users: LOGIN });
		const timer = patient();
		const { reach, states } = watch(broker({ port: own.port, keepalive: 1, connect_timeout: 20 }), { timer });
		for (let nth = 1; nth <= 3; nth += 1) {
			await reach("connected");
			own.freeze();
			await reach("waiting", "dropped");
			await until(() => timer.waiting());
			own.thaw();
			timer.go();
		}
		await reach("connected");
		expect(states.filter(({ failure }) => failure?.class === "taken-over-suspected")).toEqual([]);
		expect(timer.waits).toEqual([1, 2, 4]);
		await own.stop();
	});
});

describe("another program with the same client id", () => {
	// #suspected-three-quick-losses
	it("is suspected after three quick losses, and then left alone for five minutes", async () => {
		const timer = patient({ hurry: true });
		const client_id = "solar-twin";
		const { reach, states } = watch(broker({ port: house.port, client_id }), { timer });
		await reach("connected");
		rival = connect({
			host: "127.0.0.1",
			port: house.port,
			protocol: "mqtt",
			clientId: client_id,
			username: USER,
			password: PASSWORD,
			reconnectPeriod: 60,
		});
		rival.on("error", () => undefined);
		await until(() => states.some(({ failure }) => failure?.class === "taken-over-suspected"));
		expect(timer.waits).toEqual([1, 2, 300]);
	});

	it("is known when the broker says so", async () => {
		const frank = await listen((socket) => {
			socket.once("data", () => {
				socket.write(Uint8Array.of(0x20, 3, 0, 0, 0));
				socket.end(Uint8Array.of(0xe0, 2, 142, 0));
			});
		});
		await watch(broker({ port: frank.port }), { timer: patient() }).reach("waiting", "taken-over");
		await frank.close();
	});
});

describe("twenty reconnections", () => {
	test.each<readonly [string, (socket: Socket) => void, number?]>([
		["refused logins", (socket: Socket) => socket.once("data", () => socket.write(Uint8Array.of(0x20, 3, 0, 135, 0)))],
		["answers that are not MQTT", (socket: Socket) => socket.once("data", () => socket.write("HTTP/1.1 400\r\n"))],
		["silences", () => undefined, 0.03],
	])("by %s leave no connection open, though the other side would", async (_case, meet, connect_timeout = 9) => {
		const thing = await listen(meet);
		const { session, timer } = watch(broker({ port: thing.port, connect_timeout }));
		await until(() => timer.waits.length >= 20);
		expect(thing.connections()).toBeGreaterThanOrEqual(20);
		await session.close([]);
		await until(() => thing.open() === 0);
		await thing.close();
	});

	it("by new credentials each time leave no connection open", async () => {
		const thing = await listen();
		const { session } = watch(broker({ port: thing.port }));
		for (let round = 0; round < 20; round += 1) {
			session.credentials({ username: USER, password: `password ${round}` });
			await until(() => thing.connections() > round / 2);
		}
		await until(() => thing.open() <= 1);
		await session.close([]);
		await until(() => thing.open() === 0);
		await thing.close();
	});

	it("leave nothing behind: no socket, no timer, no client", async () => {
		const own = await startMosquitto({ users: LOGIN });
		const { session, reach, connected } = watch(broker({ port: own.port, keepalive: 5 }));
		session.subscribe("a/#");
		await reach("connected");
		const count = () => process.getActiveResourcesInfo().filter((name) => /TCP|Timeout|TLS/.test(name)).length;
		const before = count();
		for (let round = 1; round <= 20; round += 1) {
			await own.kill9();
			await until(() => session.state().kind !== "connected");
			await own.restart();
			await until(() => connected() === round + 1);
		}
		await until(() => count() <= before);
		await session.close([]);
		await own.stop();
		expect(count()).toBeLessThan(before);
	});
});

test("what is said reaches every listener, even when one of them fails", async () => {
	const { session, reach, heard, notices } = watch(broker({ port: house.port }));
	session.on(() => {
		throw new Error("a bug in a view");
	});
	session.onMessage(() => {
		throw new Error("a bug in a command");
	});
	session.subscribe("a/#");
	await reach("connected");
	for (const payload of ["1", "2"]) await session.publish({ topic: "a/b", payload, retain: false, qos: 1 });
	await until(() => heard.length === 2);
	expect(heard.map(text)).toEqual(["1", "2"]);
	expect(session.state().kind).toBe("connected");
	expect(coded(notices, "mqtt_listener_failed").length).toBeGreaterThan(0);
});
