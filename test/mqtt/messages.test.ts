import { afterAll, afterEach, beforeAll, describe, expect, it, jest, test } from "@jest/globals";
import { connectAsync } from "mqtt";
import type { Message } from "#mqtt/broker.ts";
import { type Mosquitto, startMosquitto } from "../fakes/mosquitto.ts";
import { settledOf, stopTimers, withoutWaiting } from "../fakes/stopped-timers.ts";
import { published } from "./published.ts";
import { broker, closeAll, coded, LOGIN, PASSWORD, patient, text, USER, until, WILL, watch } from "./witness.ts";

const ACL = `user ${USER}\ntopic readwrite solar/#\ntopic read secret/#\n\nuser home\ntopic readwrite #\n`;
const HOME = { username: "home", password: "assistant" };

let house: Mosquitto;
beforeAll(async () => {
	house = await startMosquitto({ users: { ...LOGIN, home: "assistant" }, acl: ACL });
});
afterEach(() => {
	jest.useRealTimers();
	return closeAll();
});
afterAll(() => house.stop());

const message = (topic: string, payload = "1", retain = false): Message => ({ topic, payload, retain, qos: 1 });
/** Home Assistant, for our purposes. */
const home = async () => {
	const seen = watch(broker({ port: house.port, ...HOME }));
	await seen.reach("connected");
	return seen;
};
const solar = async () => {
	const seen = watch(broker({ port: house.port }), { timer: patient() });
	await seen.reach("connected");
	return seen;
};

describe("a message", () => {
	it("that the access rules deny is refused, and told once for its prefix", async () => {
		const { session, notices } = await solar();
		expect(await session.publish(message("secret/1/a"))).toBe("refused");
		expect(await session.publish(message("secret/1/b"))).toBe("refused");
		expect(await session.publish(message("solar/1/a"))).toBe("sent");
		expect(await session.publish(message("secret/2/a"))).toBe("refused");
		const denied = coded(notices, "mqtt_failed").map(({ facts }) => [facts["class"], facts["prefix"]]);
		expect(denied).toEqual([
			["acl-denied", "secret/1"],
			["acl-denied", "secret/2"],
		]);
		expect(session.state().kind).toBe("connected");
	});

	test.each(["solar/+/a", "solar/#", "", "$SYS/a", "a\0b"])(
		"to %j would cost the connection, and stays here",
		async (topic) => {
			const { session, notices } = await solar();
			expect(await session.publish(message(topic))).toBe("refused");
			expect(await session.publish(message("solar/1/a"))).toBe("sent");
			expect(coded(notices, "mqtt_unfit")).toHaveLength(1);
		},
	);

	// #more-megabyte-stays-here
	it("of more than a megabyte stays here too", async () => {
		const { session } = await solar();
		expect(await session.publish(message("solar/1/a", "x".repeat(1_000_001)))).toBe("refused");
		expect(await session.publish(message("solar/1/a", "x".repeat(1_000_000)))).toBe("sent");
	});

	it("is forgotten by the broker when it is out of date, where MQTT 5 is spoken", async () => {
		const { session } = await solar();
		const device = await connectAsync(`mqtt://127.0.0.1:${house.port}`, { ...HOME, protocolVersion: 5 });
		const heard: (readonly [string, number | undefined])[] = [];
		device.on("message", (topic, _, { properties }) => heard.push([topic, properties?.messageExpiryInterval]));
		await device.subscribeAsync("solar/1/#", { qos: 1 });
		await session.publish({ ...message("solar/1/on"), expires: 20 });
		await session.publish(message("solar/1/off"));
		await until(() => heard.length === 2);
		expect(heard).toEqual([
			["solar/1/on", 20],
			["solar/1/off", undefined],
		]);
		await device.endAsync();
	});

	it("above the broker's own limit is refused, and does not bring every later connection down", async () => {
		const strict = await startMosquitto({ users: LOGIN, more: ["message_size_limit 1000"] });
		const { session, reach, connected } = watch(broker({ port: strict.port }));
		await reach("connected");
		const large = session.publish(message("solar/1/large", "x".repeat(2000)));
		const small = session.publish(message("solar/1/small"));
		expect(await large).toBe("refused");
		expect(["sent", "lost"]).toContain(await small);
		await until(() => connected() === 2);
		expect(await session.publish(message("solar/1/small"))).toBe("sent");
		await strict.stop();
	});

	it("larger than the packet size the broker named is never sent", async () => {
		const strict = await startMosquitto({ users: LOGIN, more: ["max_packet_size 1000"] });
		const { session, reach } = watch(broker({ port: strict.port }));
		await reach("connected");
		expect(await session.publish(message("solar/1/large", "x".repeat(1000)))).toBe("refused");
		expect(await session.publish(message("solar/1/large", "x".repeat(900)))).toBe("sent");
		expect(strict.log()).not.toContain("too large");
		await strict.stop();
	});

	it("is one of hundreds that all arrive in order", async () => {
		const seen = await home();
		seen.session.subscribe("solar/burst/#");
		const { session } = await solar();
		const wanted = Array.from({ length: 500 }, (_, n) => String(n));
		const outcomes = await Promise.all(wanted.map((payload) => session.publish(message("solar/burst/a", payload))));
		expect(new Set(outcomes)).toEqual(new Set(["sent"]));
		await until(() => seen.heard.length === 500);
		expect(seen.heard.map(text)).toEqual(wanted);
	});
});

describe("a command", () => {
	test.each([4, 5] as const)(
		"of 20 MB is not read by protocol %d, costs no connection, and the next one is",
		async (first) => {
			const large = await startMosquitto({ users: LOGIN });
			const { session, heard, notices, reach, connected } = watch(broker({ port: large.port }), {
				first,
				bounded: true,
			});
			session.subscribe("solar/+/set", { live: true });
			await reach("connected");
			await published(large.port, { username: USER, password: PASSWORD }, "solar/pump/set", 20_000_000);
			await session.publish(message("solar/pump/set", "NEXT"));
			await until(() => heard.length > 0);
			expect(heard.map(text)).toEqual(["NEXT"]);
			expect(connected()).toBe(1);
			// By MQTT 5 the broker keeps it to itself.
			expect(coded(notices, "mqtt_too_large")).toHaveLength(first === 4 ? 1 : 0);
			await large.stop();
		},
	);

	// #stored-broker-even-sent
	it("that was stored at the broker is not even sent to us; one said now is", async () => {
		const other = await home();
		await other.session.publish(message("solar/2/pump/set", "STORED", true));
		const client_id = "solar-live";
		const { session, heard, reach } = watch(broker({ port: house.port, client_id }));
		session.subscribe("solar/2/+/set", { live: true });
		await reach("connected");
		await other.session.publish(message("solar/2/pump/set", "NOW"));
		await until(() => heard.length > 0);
		expect(heard.map((received) => [text(received), received.retained])).toEqual([["NOW", false]]);
		expect(house.log().match(new RegExp(`Sending PUBLISH to ${client_id} `, "g"))).toHaveLength(1);
	});

	it("that is stored while we listen is told apart by MQTT 5, also from the same one said again", async () => {
		const other = await home();
		const { session, heard, reach } = watch(broker({ port: house.port }));
		session.subscribe("solar/3/+/set", { live: true, as_published: true });
		session.subscribe("solar/3/status", { live: true });
		await reach("connected");
		for (const retain of [true, false]) await other.session.publish(message("solar/3/pump/set", "ON", retain));
		await other.session.publish(message("solar/3/status", "online", true));
		await until(() => heard.length >= 3);
		expect(heard.map((received) => [text(received), received.retained])).toEqual([
			["ON", true],
			["ON", false],
			["online", false],
		]);
	});

	it("that was stored is delivered, marked as such, to who asks for the present state", async () => {
		const other = await home();
		await other.session.publish(message("homeassistant/status", "online", true));
		const seen = await home();
		seen.session.subscribe("homeassistant/status");
		await until(() => seen.heard.length === 1);
		expect(seen.heard.map((received) => [text(received), received.retained])).toEqual([["online", true]]);
	});

	it("of our own is not heard where others' are wanted", async () => {
		const other = await home();
		const { session, heard } = await solar();
		session.subscribe("solar/3/config", { noLocal: true });
		await session.publish(message("solar/3/config", "ours"));
		await other.session.publish(message("solar/3/config", "theirs"));
		await until(() => heard.length > 0);
		expect(heard.map(text)).toEqual(["theirs"]);
	});
});

describe("the will", () => {
	const lonely = { ...WILL, topic: "solar/4/availability" };

	// #said-broker-when-gone
	it("is said by the broker when we are gone without a goodbye", async () => {
		const seen = await home();
		seen.session.subscribe(lonely.topic);
		const client_id = "solar-victim";
		const { reach } = watch(broker({ port: house.port, will: lonely, client_id }), { timer: patient() });
		await reach("connected");
		// Thrown out by a second client of this id, whose own will is another.
		await watch(broker({ port: house.port, client_id }), { timer: patient() }).reach("connected");
		await until(() => seen.heard.length === 1);
		expect(seen.heard.map(text)).toEqual(["offline"]);
	});

	it("is not said when we leave: only our last words are", async () => {
		const seen = await home();
		seen.session.subscribe("solar/5/#");
		const will = { ...WILL, topic: "solar/5/availability", payload: "dead" };
		const client_id = "solar-leaves";
		const { session, reach } = watch(broker({ port: house.port, will, client_id }));
		await reach("connected");
		await withoutWaiting(() =>
			session.close([message("solar/5/availability", "offline", true), message("solar/5/more")]),
		);
		// A will is said when the broker has done with the connection, and so before what is published after that.
		await until(() => /Client solar-leaves\b.* disconnected/.test(house.log()));
		await seen.session.publish(message("solar/5/last", "after"));
		await until(() => seen.heard.length >= 3);
		expect(seen.heard.map(text)).toEqual(["offline", "1", "after"]);
	});
});

describe("close", () => {
	it("ends within 700 ms beside a broker that is frozen", async () => {
		const own = await startMosquitto({ users: LOGIN });
		const { session, reach } = watch(broker({ port: own.port }));
		await reach("connected");
		own.freeze();
		stopTimers();
		const closed = settledOf(session.close([message("solar/1/availability", "offline", true)]));
		await jest.advanceTimersByTimeAsync(400);
		expect(closed()).toBe(false);
		await jest.advanceTimersByTimeAsync(300);
		expect(closed()).toBe(true);
		await own.stop();
	});

	it("ends at once while there is no connection, and for good", async () => {
		const timer = patient();
		const { session, reach, states } = watch(broker({ port: 1 }), { timer });
		await reach("waiting", "unreachable");
		await Promise.all([session.close([message("a")]), session.close([])]);
		expect(timer.waiting()).toBe(false);
		session.credentials({ username: "a", password: "b" });
		expect(states.at(-1)?.kind).toBe("closed");
		expect(session.state().kind).toBe("closed");
		expect(await session.publish(message("a"))).toBe("lost");
	});

	it("ends in the middle of connecting", async () => {
		const { session, states } = watch(broker({ port: house.port }));
		await session.close([message("solar/1/availability")]);
		// By the time that a later one is connected this one would have been, too.
		await home();
		expect(states.map(({ kind }) => kind)).toEqual(["closed"]);
	});
});
