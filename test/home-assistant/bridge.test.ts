import { beforeEach, describe, expect, it, test } from "@jest/globals";
import type { DeviceMessage, Published } from "ha-mqtt-discovery";
import { readIn } from "ha-mqtt-discovery/home-assistant";
import { discoveryOf } from "#home-assistant/devices.ts";
import { entitiesOf } from "#home-assistant/installation.ts";
import { FULL, OFF } from "#model/quantities/units.ts";
import { HOUSE, ownersPlant, seen } from "../fakes/owners-plant.ts";
import { settled } from "../runtime/hand-time.ts";
import { CALM, Home, TOPICS } from "./fake-home.ts";

const MESSAGES = discoveryOf(HOUSE, ownersPlant, entitiesOf(ownersPlant, "en"));
const [MESSAGE] = MESSAGES as [DeviceMessage];

let house: Home;
beforeEach(() => {
	house = new Home();
});

describe("the picture", () => {
	// #discovery-first-availability-states
	it("is discovery first, then availability, then the states, each once, retained and acknowledged", async () => {
		await house.settled();
		const topics = house.broker.topics();
		expect(topics.splice(0, MESSAGES.length)).toEqual(MESSAGES.map(({ topic }) => topic));
		const [first, ...rest] = topics;
		expect(MESSAGES[0]?.topic).toBe(TOPICS.discovery);
		expect(first).toBe(TOPICS.availability);
		expect(rest).toEqual(expect.arrayContaining([TOPICS.busAvailability("one_wire"), TOPICS.state("pump")]));
		expect(new Set(rest).size).toBe(rest.length);
	});

	it("is all retained and of QoS 1", async () => {
		await house.settled();
		for (const { retain, qos } of house.broker.sent) expect([retain, qos]).toEqual([true, 1]);
	});

	it("is not said again where it did not change", async () => {
		const home = await house.settled();
		expect(home.missing()).toBe(0);
		house.broker.take();
		for (let turn = 0; turn < 5; turn += 1) home.show(CALM);
		await house.time.pass(60);
		expect(house.broker.take()).toEqual([]);
	});

	it("is said in what changed alone", async () => {
		const home = await house.settled();
		house.broker.take();
		home.show(seen({}, { effect: (o) => (o.id === "pump" ? { actual: FULL } : { actual: OFF }) }));
		const changed = house.broker.take().filter(({ topic }) => topic.startsWith(TOPICS.state("pump")));
		expect(changed.find(({ topic }) => topic === TOPICS.state("pump"))?.payload).toBe("ON");
	});

	it("is whole again after every connection, without announcing anew what was announced", async () => {
		await house.settled();
		const before = house.broker.topics();
		house.broker.enter("waiting");
		house.broker.enter("connected");
		await house.time.pass(10);
		expect(house.broker.topics()).toEqual(before);
	});
});

describe("a birth of Home Assistant", () => {
	// #brings-everything-again
	test.each([
		{ dice: 0, after: 3 },
		{ dice: 0.5, after: 5 },
		{ dice: 0.999, after: 6.996 },
	])("brings everything again after $after s", async ({ dice, after }) => {
		house.random = dice;
		await house.settled();
		const all = house.broker.topics();
		house.broker.say(TOPICS.birth, "online");
		await house.time.pass(after - 0.01);
		expect(house.broker.take()).toEqual([]);
		await house.time.pass(0.02);
		expect(house.broker.topics()).toEqual(all);
	});

	// #those-follow-once
	it("is one with those that follow at once", async () => {
		await house.settled();
		const all = house.broker.topics();
		for (let birth = 0; birth < 3; birth += 1) {
			house.broker.say(TOPICS.birth, "online");
			await house.time.pass(1);
		}
		await house.time.pass(10);
		expect(house.broker.topics()).toEqual(all);
	});

	test.each(["offline", "Online", "", "\u0000"])("is not %j", async (payload) => {
		await house.settled();
		house.broker.take();
		house.broker.say(TOPICS.birth, payload);
		await house.time.pass(10);
		expect(house.broker.take()).toEqual([]);
	});

	it("that the broker had kept is an old one: everything has just been said, and is not said twice", async () => {
		await house.settled();
		house.broker.take();
		house.broker.say(TOPICS.birth, "online", true);
		await house.time.pass(10);
		expect(house.broker.take()).toEqual([]);
		house.broker.say(TOPICS.birth, "online");
		await house.time.pass(10);
		expect(house.broker.take().length).toBeGreaterThan(10);
	});
});

describe("an entity of an earlier version", () => {
	const stale = { key: "old_pump", platform: "switch", unique_id: "solar_heating_abcd2345_old_pump" };
	const before: readonly Published[] = [{ topic: MESSAGE.topic, components: [stale] }];

	// #gets-tombstone-full-message
	it("gets its tombstone, then the full message follows, then the states, and the store knows the new", async () => {
		const home = house.join(before);
		home.show(CALM);
		house.broker.enter("connected");
		await settled();
		const [tomb, ...none] = house.broker.take();
		expect(none).toEqual([]);
		expect(JSON.parse(tomb?.payload ?? "").components).toEqual({ old_pump: { platform: "switch" } });
		// Turns go on in the meantime: nothing of them may come before the discovery that they belong to.
		home.show(seen({}, {}));
		await house.time.pass(1.9);
		expect(house.broker.take()).toEqual([]);
		expect(home.missing()).toBeGreaterThan(0);
		await house.time.pass(0.2);
		const said = house.broker.take();
		const cleared = said.splice(0, 2);
		expect(cleared).toEqual(
			[TOPICS.state("old_pump"), TOPICS.attributes("old_pump")].map((topic) => ({
				topic,
				payload: "",
				retain: true,
				qos: 1,
			})),
		);
		const whole = said.splice(0, MESSAGES.length);
		expect(whole.map(({ topic, payload }) => [topic, readIn(payload)])).toEqual(
			MESSAGES.map(({ topic, payload }) => [topic, payload]),
		);
		expect(said[0]?.topic).toBe(TOPICS.availability);
		await house.time.pass(2);
		expect(house.remembered.at(0)?.[0]?.components).toContainEqual(stale);
		expect(house.remembered.at(-1)?.[0]?.components).not.toContainEqual(stale);
		expect(house.remembered.at(-1)?.[0]?.components).toHaveLength(Object.keys(MESSAGE.payload.components).length);
	});

	it("is still known while the broker does not hold everything, so that the next start removes it for sure", async () => {
		house.broker.outcome = ({ topic }) => (topic === MESSAGE.topic && house.broker.sent.length > 1 ? "lost" : "sent");
		const home = house.join(before);
		home.show(CALM);
		house.broker.enter("connected");
		await house.time.pass(10);
		expect(house.remembered.at(-1)?.[0]?.components).toContainEqual(stale);
		house.broker.outcome = () => "sent";
		home.show(CALM);
		await house.time.pass(3);
		expect(house.remembered.at(-1)?.[0]?.components).not.toContainEqual(stale);
	});

	it("gets its tombstone on the next connection where the first one broke", async () => {
		house.broker.outcome = () => "lost";
		const home = house.join(before);
		home.show(CALM);
		house.broker.enter("connected");
		await settled();
		house.broker.take();
		house.broker.enter("waiting");
		house.broker.outcome = () => "sent";
		house.broker.enter("connected");
		await settled();
		expect(JSON.parse(house.broker.take()[0]?.payload ?? "").components).toEqual({ old_pump: { platform: "switch" } });
	});

	it("does not come twice where the connection broke while Home Assistant was given time", async () => {
		house.join(before).show(CALM);
		house.broker.enter("connected");
		await house.time.pass(1);
		house.broker.enter("waiting");
		house.broker.enter("connected");
		await house.time.pass(5);
		expect(house.broker.topics().filter((topic) => topic === MESSAGE.topic)).toHaveLength(2);
	});
});

describe("what is retained of things that are no more", () => {
	const OLD = [TOPICS.state("attic_temperature"), TOPICS.busAvailability("old_board"), "roof/abcd2345/pump"];
	const emptied = () => house.broker.take().filter(({ payload, retain }) => payload === "" && retain);

	it("is taken back: of a sensor, of a board, below another base topic; and of nothing that is there", async () => {
		await house.settled();
		const all = house.kept;
		expect(all).toEqual(
			expect.arrayContaining([TOPICS.availability, TOPICS.state("pump"), TOPICS.busAvailability("one_wire")]),
		);
		house = new Home();
		house.join([], [...all, ...OLD]).show(CALM);
		house.broker.enter("connected");
		await house.time.pass(5);
		expect(emptied().map(({ topic }) => topic)).toEqual(OLD);
		expect(house.kept).toEqual(all);
	});

	it("is every topic on which something is retained, and no other", async () => {
		await house.settled();
		const sent = new Set(
			house.broker
				.take()
				.filter(({ retain }) => retain)
				.map(({ topic }) => topic),
		);
		for (const { topic } of MESSAGES) sent.delete(topic);
		expect([...house.kept].sort()).toEqual([...sent].sort());
	});

	it("is known until the broker has taken all of it back, whatever breaks meanwhile", async () => {
		house.broker.outcome = ({ topic }) => (topic === OLD[1] ? "lost" : "sent");
		house.join([], OLD).show(CALM);
		house.broker.enter("connected");
		await house.time.pass(5);
		expect(house.kept).toEqual(expect.arrayContaining(OLD));
		house.broker.take();
		house.broker.enter("waiting");
		house.broker.outcome = () => "sent";
		house.broker.enter("connected");
		await house.time.pass(5);
		expect(emptied().map(({ topic }) => topic)).toEqual(OLD);
		expect(house.kept).not.toEqual(expect.arrayContaining(OLD));
	});

	it("is written down by a stop that comes at once after the first picture", async () => {
		const home = house.join();
		home.show(CALM);
		house.broker.enter("connected");
		await house.time.pass(0.05);
		expect(house.broker.topics()).toContain(TOPICS.state("pump"));
		expect(house.kept).toEqual([]);
		home.farewell(CALM);
		home.close();
		expect(house.kept).toContain(TOPICS.state("pump"));
		expect(house.remembered).toHaveLength(1);
		await house.time.pass(20);
		expect(house.remembered).toHaveLength(1);
	});

	it("that the broker does not let us take back keeps nothing else waiting", async () => {
		house.broker.outcome = ({ topic }) => (topic === OLD[2] ? "refused" : "sent");
		const home = house.join([], OLD);
		home.show(CALM);
		house.broker.enter("connected");
		await house.time.pass(5);
		expect(home.missing()).toBe(0);
	});
});

describe("the farewell", () => {
	// #says-how-outputs-ended
	it("says how the outputs ended, and last of all that nobody is here", async () => {
		const home = await house.settled();
		const off = seen({ effect: () => ({ actual: OFF }) });
		expect(home.farewell(off)).toEqual([
			{ topic: TOPICS.state("pump"), payload: "OFF", retain: true, qos: 1 },
			{ topic: TOPICS.state("heater"), payload: "OFF", retain: true, qos: 1 },
			{ topic: TOPICS.availability, payload: "offline", retain: true, qos: 1 },
		]);
	});

	it("is `offline` alone where there never was a turn", async () => {
		expect(
			house
				.join()
				.farewell(undefined)
				.map(({ payload }) => payload),
		).toEqual(["offline"]);
	});

	it("is the end: no birth and no turn brings anything more", async () => {
		const home = await house.settled();
		house.broker.take();
		house.broker.say(TOPICS.birth, "online");
		home.farewell(CALM);
		home.close();
		home.show(seen({}, { intents: [{ kind: "mode", mode: "off" }] }));
		await house.time.pass(20);
		expect(house.broker.take()).toEqual([]);
		expect(house.time.waiting).toBe(0);
	});
});
