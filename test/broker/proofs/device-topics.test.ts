import { afterEach, describe, expect, it } from "@jest/globals";
import { aclOf } from "#home-assistant/access-rules.ts";
import { topicsOf } from "#home-assistant/installation.ts";
import type { Topics } from "#model/plant/messages.ts";
import { type Mosquitto, type MosquittoOptions, RELEASES, startMosquitto } from "../../fakes/mosquitto.ts";
import { broker, closeAll, text, until, watch } from "../../mqtt/witness.ts";
import { asked, LOGIN, stepOf, USER } from "./ask.ts";

const HOUSE = { installation: "abcd2345", base_topic: "solar", discovery_prefix: "homeassistant" };
const DEVICES: Topics = { read: ["plug/status", "zigbee2mqtt/Solar Tank"], write: ["plug/rpc", "plug/status"] };
const ACL = aclOf({ user: USER, ...HOUSE, devices: DEVICES });

const open: Mosquitto[] = [];
const start = async (options: MosquittoOptions) => {
	const own = await startMosquitto(options);
	open.push(own);
	return own;
};
afterEach(async () => {
	await closeAll();
	await Promise.all(open.splice(0).map((own) => own.stop()));
});

/** What the app asks of its broker, with these devices. */
const context = (port: number, devices?: Topics) => {
	const { target, ...rest } = asked({ port });
	if (target === undefined) throw new Error("no target");
	return { ...rest, target: { ...target, topics: topicsOf({ ...HOUSE, ...(devices && { devices }) }) } };
};
/** A house in which devices have published, retained. */
const house = async (release: MosquittoOptions["release"], acl: string) => {
	const users = { ...LOGIN, home: "assistant" };
	const own = await start({ ...(release && { release }), users, acl: `${acl}\n\nuser home\ntopic readwrite #\n` });
	const seen = watch(broker({ port: own.port, username: "home", password: "assistant" }));
	await seen.reach("connected");
	for (const topic of ["zigbee2mqtt/Solar Tank", "plug/status", "zigbee2mqtt/Door"])
		await seen.session.publish({ topic, payload: "57.9", retain: true, qos: 1 });
	return own;
};

it("the rules have a line for each topic of a device, and none for one of the app's own or with a line break", () => {
	const rules = (devices: Topics) =>
		aclOf({ user: USER, ...HOUSE, devices })
			.split("\n")
			.slice(6);
	expect(rules(DEVICES)).toEqual([
		"topic readwrite plug/status",
		"topic read zigbee2mqtt/Solar Tank",
		"topic write plug/rpc",
	]);
	expect(
		rules({ read: ["solar/abcd2345/tank", "a\ntopic readwrite #", "#"], write: ["homeassistant/status"] }),
	).toEqual([]);
	expect(rules({ read: ["solar/other/tank"], write: [] })).toEqual(["topic read solar/other/tank"]);
});

describe.each(RELEASES)("topics of devices at Mosquitto %s", (release) => {
	it("may be read and written by these rules, and no other may", async () => {
		const { port } = await house(release, ACL);
		const seen = watch(broker({ port }));
		await seen.reach("connected");
		for (const filter of [...DEVICES.read, "zigbee2mqtt/#"]) seen.session.subscribe(filter);
		expect(await seen.session.publish({ topic: "plug/rpc", payload: "on", retain: false, qos: 1 })).toBe("sent");
		expect(await seen.session.publish({ topic: "zigbee2mqtt/Door", payload: "x", retain: false, qos: 1 })).toBe(
			"refused",
		);
		await until(() => seen.heard.some(({ topic }) => topic === "plug/status"));
		await seen.session.publish({ topic: "plug/status", payload: "last", retain: false, qos: 1 });
		await until(() => seen.heard.some((one) => text(one) === "last"));
		expect(new Set(seen.heard.map(({ topic }) => topic))).toEqual(new Set(DEVICES.read));
	});

	// #device-topics-are-not-too-wide
	it("are not too wide for the audit, where the options name the device", async () => {
		const { port } = await house(release, ACL);
		for (const id of ["subscribe", "acl_read_escape", "acl_write_escape"])
			expect(await stepOf(context(port, DEVICES), id)).toMatchObject({ status: "ok", class: "ok" });
	});

	it("are too wide where no device of the options needs them, or where more than these may be read", async () => {
		const { port } = await house(release, ACL);
		const step = await stepOf(context(port), "acl_read_escape");
		expect([step.class, step.message]).toEqual(["acl-too-wide", expect.stringContaining("zigbee2mqtt/Solar Tank")]);
		const wide = await house(release, `${ACL}\ntopic read zigbee2mqtt/#`);
		const wider = await stepOf(context(wide.port, DEVICES), "acl_read_escape");
		expect([wider.class, wider.facts["topics"]]).toEqual(["acl-too-wide", "zigbee2mqtt/Door"]);
	});

	it("are named where the broker refuses to let them be read", async () => {
		const { commands, birth, root, discovery } = topicsOf(HOUSE);
		const publish = [`${root}/#`, discovery.replace("solar_heating", "+")];
		const account = { password: LOGIN[USER] ?? "", publish, subscribe: [commands, birth, "plug/status"] };
		const { port } = await start({ release, dynamic_security: { [USER]: account } });
		const step = await stepOf(context(port, DEVICES), "subscribe");
		expect([step.class, step.facts["topic"]]).toEqual(["acl-denied", "zigbee2mqtt/Solar Tank"]);
	});
});
