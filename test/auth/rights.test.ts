import { afterAll, afterEach, describe, expect, it, test } from "@jest/globals";
import { aclOf } from "#home-assistant/access-rules.ts";
import { Trials } from "#home-assistant/trial.ts";
import type { Account } from "../fakes/dynamic-security.ts";
import type { Mosquitto, MosquittoOptions } from "../fakes/mosquitto.ts";
import { closeAll, coded, patient, text, until, type Witness, watch } from "../mqtt/witness.ts";
import { said } from "../texts/said.ts";
import { house, MATRIX, RIGHT, start, stopBrokers, USER, visit, withoutSecret } from "./matrix.ts";

afterEach(closeAll);
afterAll(stopBrokers);

const TRIALS = ["solar/1/authcheck", "solar/1/authcheck/attributes", "homeassistant/device/1/authcheck/config"];
const [STATE, ATTRIBUTES, DISCOVERY] = TRIALS;
const SIX_HOURS = 6 * 3600;
const OURS = { user: USER, installation: "1", base_topic: "solar", discovery_prefix: "homeassistant" };

interface Rules {
	readonly acl: string;
	readonly account: Omit<Account, "password">;
	readonly denied: readonly string[];
}
/** The same rules for a file and for the plugin. */
const RULES: Readonly<Record<string, Rules>> = {
	"all that we ask for": {
		acl: aclOf(OURS),
		account: { publish: ["solar/1/#", "homeassistant/device/1/+/config"], subscribe: ["solar/1/+/set"] },
		denied: [],
	},
	"writing everything and reading nothing": {
		acl: `user ${USER}\ntopic write solar/#\ntopic write homeassistant/#`,
		account: { publish: ["solar/#", "homeassistant/#"] },
		denied: [],
	},
	"reading everything and writing nothing": {
		acl: `user ${USER}\ntopic read #`,
		account: { subscribe: ["#"] },
		denied: TRIALS,
	},
	"no discovery": {
		acl: `user ${USER}\ntopic readwrite solar/#`,
		account: { publish: ["solar/#"], subscribe: ["solar/#"] },
		denied: [DISCOVERY ?? ""],
	},
	"everything but one kind of topic": {
		acl: `user ${USER}\ntopic deny solar/1/authcheck/attributes\ntopic readwrite #`,
		account: { publish: [STATE ?? "", "homeassistant/#"] },
		denied: [ATTRIBUTES ?? ""],
	},
	nothing: { acl: "user somebody\ntopic readwrite #", account: {}, denied: TRIALS },
};
const names = Object.keys(RULES);
const rulesOf = (name: string): Rules => RULES[name] ?? { acl: "", account: {}, denied: [] };

const SPY = "spy";
type Kind = "acl_file" | "dynamic security";
const ruled = (kind: Kind, { acl, account }: Rules): MosquittoOptions => {
	if (kind === "acl_file") return { users: { [USER]: RIGHT, [SPY]: RIGHT }, acl: `${acl}\nuser ${SPY}\ntopic read #` };
	return {
		dynamic_security: {
			[USER]: { password: RIGHT, ...account },
			[SPY]: { password: RIGHT, subscribe: ["#"] },
		},
	};
};

/** Publishes one message of each kind, as the app does, and lets the broker say what it thinks of them. */
const publishAll = async ({ session }: Witness) =>
	Promise.all(TRIALS.map((topic) => session.publish({ topic, payload: "{}", retain: true, qos: 1 })));
const deniedTo = ({ session }: Witness) =>
	session
		.rights()
		.denied.map(({ action, topic }) => `${action} ${topic}`)
		.sort();
const askings = (mosquitto: Mosquitto) =>
	mosquitto.log().match(/New client connected from \S+ as \S+_rights /g)?.length;
const lines = (witness: Witness) => coded(witness.notices, "mqtt_failed").map((one) => said(one));

describe.each(MATRIX)("%s", (_name, cell) => {
	const { release, protocol } = cell;

	describe.each(["acl_file", "dynamic security"] as const)("by %s", (kind) => {
		test.each(names)("%s: exactly what is denied is found, once for every part of the topics", async (name) => {
			const rules = rulesOf(name);
			const mosquitto = await house(`${kind} ${name}`, { release, ...ruled(kind, rules) });
			const witness = visit(
				cell,
				{ port: mosquitto.port },
				{ trials: TRIALS.map((topic) => ({ topic, payload: "" })) },
			);
			await witness.reach("connected");
			const outcomes = await publishAll(witness);
			const spoken = (topic: string) => (protocol === 5 && rules.denied.includes(topic) ? "refused" : "sent");
			expect(outcomes).toEqual(TRIALS.map(spoken));
			if (protocol === 4) await until(() => witness.timer.waits.includes(SIX_HOURS));
			expect(witness.session.rights().known).toBe(true);
			expect(deniedTo(witness)).toEqual(rules.denied.map((topic) => `publish ${topic}`).sort());
			const prefixes = new Set(rules.denied.map((topic) => topic.split("/").slice(0, 2).join("/")));
			expect(lines(witness)).toHaveLength(prefixes.size);
			for (const line of lines(witness))
				expect(line).toMatch(
					/^MQTT May Not publish \S+ - Broker: 127\.0\.0\.1:\d+, User: solar - acl-denied: The broker's access rules do not allow this user this topic\. Add .*`broker acl`/,
				);
			// A denial must not end the connection.
			expect(witness.session.state()).toMatchObject({ kind: "connected", attempts: 0 });
			withoutSecret(witness);
		});

		it("accepts a will that it will not publish, so that only our asking tells", async () => {
			const mosquitto = await house(`${kind} no discovery`, { release, ...ruled(kind, rulesOf("no discovery")) });
			const spy = watch({ ...witnessOf(mosquitto), username: SPY, password: RIGHT, client_id: `spy-${protocol}` });
			spy.session.subscribe("#");
			await spy.reach("connected");
			const will = { topic: `homeassistant/${protocol}`, payload: "gone", retain: false, qos: 1 } as const;
			const witness = visit(cell, { port: mosquitto.port, will });
			await witness.reach("connected");
			await witness.session.publish({ topic: "solar/mark", payload: "1", retain: false, qos: 1 });
			await until(() => spy.heard.some(({ topic }) => topic === "solar/mark"));
			expect(spy.heard.map(({ topic }) => topic)).not.toContain(will.topic);
			withoutSecret(spy.heard.map(text), spy.heard);
		});
	});

	it("by dynamic security says which topic we may not read, and the others are read, also after a reconnection", async () => {
		const account = { password: RIGHT, publish: ["#"], subscribe: ["solar/a", "solar/b"] };
		const own = await start({ release, dynamic_security: { [USER]: account } });
		const witness = visit(cell, { port: own.port }, { timer: patient({ hurry: true }) });
		for (const filter of ["solar/a", "secret/#", "solar/b"]) witness.session.subscribe(filter);
		await witness.reach("connected");
		await until(() => deniedTo(witness).length > 0);
		await own.restart();
		await until(() => witness.connected() === 2);
		await until(() => deniedTo(witness).length > 0);
		expect(deniedTo(witness)).toEqual(["subscribe secret/#"]);
		expect(lines(witness).filter((line) => String(line).includes("May Not subscribe secret/#"))).toHaveLength(2);
		for (const topic of ["solar/a", "solar/b"])
			await witness.session.publish({ topic, payload: topic, retain: false, qos: 1 });
		await until(() => witness.heard.length === 2);
	});

	it("by acl_file grants every subscription, and filters what comes", async () => {
		const rules = rulesOf("writing everything and reading nothing");
		const mosquitto = await house("acl_file writing everything and reading nothing", {
			release,
			...ruled("acl_file", rules),
		});
		const witness = visit(cell, { port: mosquitto.port });
		witness.session.subscribe("solar/#");
		await witness.reach("connected");
		await until(() => mosquitto.log().includes("Sending SUBACK"));
		expect(deniedTo(witness)).toEqual([]);
		await publishAll(witness);
		expect(witness.heard).toEqual([]);
	});

	it("denies no more: it is noticed, and said", async () => {
		const own = await start({ release, ...ruled("acl_file", rulesOf("no discovery")) });
		const witness = visit(cell, { port: own.port }, { trials: TRIALS.map((topic) => ({ topic, payload: "" })) });
		await witness.reach("connected");
		await publishAll(witness);
		await until(() => deniedTo(witness).length === 1);
		own.setAcl(rulesOf("all that we ask for").acl);
		await own.hup();
		if (protocol === 5) await publishAll(witness);
		else witness.timer.go();
		await until(() => deniedTo(witness).length === 0);
		expect(coded(witness.notices, "mqtt_allowed")).toMatchObject([{ level: "info", facts: { topic: DISCOVERY } }]);
	});

	it("is asked by a second connection by 3.1.1 only: once per connection, and every six hours", async () => {
		const own = await start({ release, ...ruled("acl_file", rulesOf("no discovery")) });
		const witness = visit(
			cell,
			{ port: own.port, client_id: "asker" },
			{ trials: TRIALS.map((topic) => ({ topic, payload: "" })) },
		);
		await witness.reach("connected");
		if (protocol === 5) {
			await publishAll(witness);
			expect(askings(own)).toBeUndefined();
			expect(witness.timer.waits).toEqual([]);
			return;
		}
		for (const times of [1, 2, 3]) {
			await until(() => witness.timer.waits.length === times && witness.timer.waiting());
			expect(askings(own)).toBe(times);
			if (times < 3) witness.timer.go();
		}
		expect(witness.timer.waits).toEqual([SIX_HOURS, SIX_HOURS, SIX_HOURS]);
		expect(lines(witness)).toHaveLength(1);
		expect(own.log()).not.toContain("Sending PUBLISH to asker_rights");
	});

	it("may be asked on purpose whether something is allowed, and a no is no failure", async () => {
		const mosquitto = await house("acl_file nothing", { release, ...ruled("acl_file", rulesOf("nothing")) });
		const witness = visit(cell, { port: mosquitto.port });
		await witness.reach("connected");
		const timer = patient();
		const command = new Trials().try("solar/1/x/set", { session: witness.session, timer, now: () => 0 });
		if (protocol === 4) timer.go();
		expect(await command).toMatchObject({ kind: protocol === 5 ? "not_allowed" : "unanswered" });
		expect(deniedTo(witness)).toEqual([]);
		expect(lines(witness)).toEqual([]);
	});

	it("acknowledges what nobody listens to, and is not sent what belongs to itself", async () => {
		const { port } = await house("open", { release });
		const witness = visit(cell, { port });
		await witness.reach("connected");
		const to = (topic: string) => witness.session.publish({ topic, payload: "1", retain: false, qos: 1 });
		expect(await to("nobody/listens")).toBe("sent");
		expect(await to("$SYS/broker/uptime")).toBe("refused");
		expect(coded(witness.notices, "mqtt_unfit")).toHaveLength(1);
		expect(await to("nobody/listens")).toBe("sent");
	});
});

const witnessOf = ({ port }: Mosquitto) => ({
	host: "127.0.0.1",
	port,
	will: { topic: "spy/gone", payload: "", retain: false, qos: 0 } as const,
});

describe("a broker that speaks 3.1.1 alone", () => {
	const deaf = {
		release: "2.1" as const,
		...ruled("acl_file", rulesOf("reading everything and writing nothing")),
		more: ["accept_protocol_versions 4"],
	};

	it("does not tell what it denies: nothing is known, no alarm is false, and a reconnection does not ask again", async () => {
		const own = await start(deaf);
		const witness = visit(
			{ release: "2.1", protocol: 4 },
			{ port: own.port },
			{ trials: TRIALS.map((topic) => ({ topic, payload: "" })) },
		);
		await witness.reach("connected");
		await until(() => witness.timer.waits.length === 1);
		await publishAll(witness);
		expect(witness.session.rights()).toEqual({ denied: [], known: false });
		expect(lines(witness)).toEqual([]);
		await own.restart();
		await witness.reach("waiting", "dropped");
		witness.timer.go();
		await witness.reach("connected");
		await until(() => witness.timer.waits.length === 3);
		expect(witness.timer.waits).toEqual([SIX_HOURS, 1, SIX_HOURS]);
		// A second asking would have followed at once, before a guest who comes now.
		const guest = visit({ release: "2.1", protocol: 4 }, { port: own.port });
		await guest.reach("connected");
		expect(own.log().match(/Sending CONNACK to \S+ \(0, 132\)/g)).toHaveLength(1);
	});
});
