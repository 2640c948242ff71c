import { connect } from "node:net";
import { afterEach, describe, expect, it, test } from "@jest/globals";
import { PROOFS } from "#broker/proofs/index.ts";
import { freePort, type Mosquitto, type MosquittoOptions, startMosquitto } from "../../fakes/mosquitto.ts";
import { withoutWaiting } from "../../fakes/stopped-timers.ts";
import { type Listener, listen } from "../../mqtt/listener.ts";
import {
	ACL,
	asked,
	classes,
	good,
	LOGIN,
	NO_LOGIN,
	NO_RULES,
	NO_WAY,
	PASSWORD,
	ROOT,
	stepOf,
	steps,
	USER,
} from "./ask.ts";

const open: { stop(): Promise<void> }[] = [];
const house = async (options: MosquittoOptions): Promise<Mosquitto> => {
	const started = await startMosquitto(options);
	open.push(started);
	return started;
};
const stranger = async (...args: Parameters<typeof listen>): Promise<Listener> => {
	const listening = await listen(...args);
	open.push({ stop: () => listening.close() });
	return listening;
};
afterEach(async () => {
	await Promise.all(open.splice(0).map((one) => one.stop()));
});

/** For fakes that answer logins and nothing else. */
const BARE = PROOFS.filter(({ id }) => !/^(subscribe|publish|will|listeners|acl_.*|broker_outdated)$/.test(id));

/** Whether a CONNECT ends in our name and our password. */
const isOurs = (login: Buffer) => login.subarray(-OURS.length).equals(OURS);
const OURS = Buffer.concat([USER, PASSWORD].flatMap((text) => [Uint8Array.of(0, text.length), Buffer.from(text)]));

describe("a good broker", () => {
	// #passes-every-proof-more
	it("passes every proof, with no more rights than `broker acl` prints", async () => {
		const { port, log } = await house({ users: LOGIN, acl: ACL });
		expect(await withoutWaiting(() => classes(asked({ port })))).toEqual(good());
		expect(log()).not.toContain("availability");
		expect(log()).not.toMatch(/r1, m\d+/);
	});

	// #told-words-owners-search
	it("is told of in the words that owners search for", async () => {
		const { port } = await house({ users: LOGIN, acl: ACL });
		expect((await stepOf(asked({ port }), "login")).message).toContain(
			`MQTT Connection Successful - Broker: 127.0.0.1:${port}, User: ${USER}`,
		);
	});

	it("is reached by name", async () => {
		const { port } = await house({ users: LOGIN, acl: ACL });
		expect((await stepOf(asked({ port, host: "localhost" }), "login")).status).toBe("ok");
	});

	it("sees wrong logins only under names that say who comes", async () => {
		const seen: string[] = [];
		const { port } = await stranger((socket) => {
			socket.once("data", (login: Buffer) => {
				seen.push(login.toString("latin1"));
				socket.end(Uint8Array.of(0x20, 3, 0, isOurs(login) ? 0 : 135, 0));
			});
		});
		await steps(asked({ port }), 5, BARE);
		const wrong = seen.filter((login) => !isOurs(Buffer.from(login, "latin1")));
		// Two without a name, eight with ours, and five with another one; each with both protocols.
		expect(wrong).toHaveLength(30);
		expect(wrong.filter((login) => login.charCodeAt(login.indexOf("MQTT") + 4) === 5)).toHaveLength(15);
		for (const login of wrong) expect(login).toMatch(/solar_heating_proof_[0-9a-f]{16}_[0-9a-f]{24}/);
		// The first two bring nothing: neither the flag of a user name nor that of a password (MQTT 5, 3.1.2.3).
		const flags = wrong.map((login) => login.charCodeAt(login.indexOf("MQTT") + 5) & 0xc0);
		expect(flags.slice(0, 4)).toEqual([0, 0, 0xc0, 0xc0]);
		// With our name and without one, each with both protocols, without the password flag.
		expect(flags.filter((flag) => flag === 0x80)).toHaveLength(4);
	});
});

describe("a login that is refused", () => {
	it.each([
		["a wrong password", { password: "wrong horse" }],
		["an unknown user", { username: "nobody" }],
	])("by %s: nothing more is tried with it, but strangers still are", async (_, login) => {
		const { port } = await house({ users: LOGIN, acl: ACL });
		// What stops strangers is not shown where we are stopped as they are.
		expect(await classes(asked({ port, ...login }))).toEqual(
			good({ ...NO_LOGIN, login: "credentials-rejected", anonymous_refused: "not-proven" }),
		);
	});
});

describe("a broker that lets strangers in", () => {
	it("altogether: our login works and proves nothing", async () => {
		const { port } = await house({ allow_anonymous: true });
		expect(await classes(asked({ port }))).toEqual(
			good({
				...NO_RULES,
				anonymous_refused: "anonymous-allowed",
				wrong_password_refused: "wrong-password-accepted",
				random_user_refused: "random-user-accepted",
			}),
		);
	});

	it("who bring no login, though it checks those who do", async () => {
		const { port } = await house({ allow_anonymous: true, users: LOGIN, acl: ACL });
		expect(await classes(asked({ port }))).toEqual(good({ anonymous_refused: "anonymous-allowed" }));
		const step = await stepOf(asked({ port }), "anonymous_refused");
		expect(step.status).toBe("fail");
		expect(step.remedy).toContain("allow_anonymous false");
	});

	it("is found out even when our own login is wrong", async () => {
		const { port } = await house({ allow_anonymous: true, users: LOGIN, acl: ACL });
		expect(await classes(asked({ port, password: "wrong" }))).toEqual(
			good({ ...NO_LOGIN, login: "credentials-rejected", anonymous_refused: "anonymous-allowed" }),
		);
	});
});

describe("a broker that refuses us as it refuses strangers", () => {
	// #own-login-refused-proves-nothing
	it.each([
		["for our client id", { more: ["clientid_prefixes solar_heating_abcd"], allow_anonymous: true }, {}],
		["for every client id of ours", { more: ["clientid_prefixes secret-"], allow_anonymous: true }, {}],
		["for a wrong password", {}, { password: "wrong" }],
	])("shows nothing of the login: %s", async (_, options, change) => {
		const { port } = await house({ users: LOGIN, acl: ACL, ...options });
		const step = await stepOf(asked({ port, ...change }), "anonymous_refused");
		expect(step).toMatchObject({ status: "fail", class: "not-proven" });
		expect(step.message).toContain("Our own login was refused in the same way");
		expect(step.message).not.toContain("Enforced");
	});
});

const EMPTY = ["wrong_password_refused", "empty-password-accepted"] as const;
const NEARLY = ["wrong_password_refused", "wrong-password-accepted"] as const;
const STRANGE = ["anonymous_refused", "wrong_password_refused", "random_user_refused"];

describe("a broker that is fooled on the wire", () => {
	interface Login {
		readonly level: number;
		readonly user?: string;
		readonly password?: string;
	}
	/** Of a CONNECT with a will, which all of ours have (MQTT 5, 3.1). */
	const loginIn = (packet: Buffer): Login => {
		const at = packet.indexOf("MQTT") + 4;
		const [level = 0, flags = 0] = packet.subarray(at);
		const fields: string[] = [];
		let rest = packet.subarray(at + 4);
		const skip = () => {
			rest = rest.subarray(1 + (rest[0] ?? 0));
		};
		if (level === 5) skip();
		for (const field of ["client id", "will topic", "will", "name", "password"]) {
			if (field === "will topic" && level === 5) skip();
			if (rest.length < 2) break;
			const length = rest.readUInt16BE();
			fields.push(rest.subarray(2, 2 + length).toString());
			rest = rest.subarray(2 + length);
		}
		const [, , , user = "", password = ""] = fields;
		return { level, ...(flags & 0x80 && { user }), ...(flags & 0x40 && { password }) };
	};

	test.each<readonly [string, (login: Login) => boolean, string, string]>([
		["a name of no length", ({ user }) => user === "", "anonymous_refused", "anonymous-allowed"],
		["a password of no length", ({ user, password }) => user === USER && password === "", ...EMPTY],
		["no password", ({ user, password }) => user === USER && password === undefined, ...EMPTY],
		["no password in 3.1.1", (one) => one.user === USER && one.password === undefined && one.level === 4, ...EMPTY],
		["our password", ({ password }) => password === PASSWORD, "random_user_refused", "random-user-accepted"],
		["a line end", ({ user, password }) => user === USER && password === `${PASSWORD}\n`, ...NEARLY],
	])("by %s is found out", async (_, fooled, id, expected) => {
		const { port } = await stranger((socket) => {
			socket.once("data", (packet: Buffer) => {
				const login = loginIn(packet);
				const good = fooled(login) || (login.user === USER && login.password === PASSWORD);
				const code = good ? 0 : login.level === 5 ? 135 : 5;
				socket.write(login.level === 5 ? Uint8Array.of(0x20, 3, 0, code, 0) : Uint8Array.of(0x20, 2, 0, code));
				if (!good) socket.end();
			});
		});
		const all = await steps(asked({ port }), undefined, BARE);
		const found = all.filter(({ id }) => STRANGE.includes(id)).map(({ id, class: class_ }) => [id, class_]);
		expect(Object.fromEntries(found)).toEqual({
			...Object.fromEntries(STRANGE.map((one) => [one, "ok"])),
			[id]: expected,
		});
	});
});
describe("a stranger is called refused only by the broker's own answer", () => {
	/** A broker that takes our login and meets others so; 135 and 4 are the answers that mean "not this login". */
	const meeting = (others: (write: (bytes: Uint8Array) => void, level: number) => void) =>
		stranger((socket) => {
			socket.once("data", (login: Buffer) => {
				const level = login[login.indexOf("MQTT") + 4] ?? 0;
				if (isOurs(login)) return void socket.write(connack(level, 0));
				others((bytes) => void socket.write(bytes), level);
				socket.end();
			});
		});
	const connack = (level: number, code: number) =>
		level === 5 ? Uint8Array.of(0x20, 3, 0, code, 0) : Uint8Array.of(0x20, 2, 0, code);
	const negative = async (port: number) =>
		(await steps(asked({ port }), 5, BARE)).filter(({ id }) => /_refused$/.test(id) && !/tls|plain/.test(id));

	test.each([
		["not authorized", 135, "ok"],
		["bad user name or password", 134, "ok"],
		["banned", 138, "not-proven"],
		["server busy", 137, "not-proven"],
		["client id not valid", 133, "not-proven"],
		["unspecified error", 128, "not-proven"],
	])("%s (%i): %s", async (_, code, expected) => {
		const { port } = await meeting((write, level) => write(connack(level, code)));
		expect((await negative(port)).map((step) => step.class)).toEqual([expected, expected, expected]);
	});

	// #enforced-means-refused
	it("in 3.1.1 too", async () => {
		const { port } = await meeting((write, level) => write(level === 5 ? connack(4, 1) : connack(4, 5)));
		expect((await negative(port)).map((step) => step.class)).toEqual(["ok", "ok", "ok"]);
	});

	it("and not by a connection that ends without one", async () => {
		const { port } = await meeting(() => undefined);
		const last = await negative(port);
		expect(last.map(({ status, class: c }) => [status, c])).toEqual(Array(3).fill(["fail", "not-proven"]));
		for (const { message } of last) expect(message).not.toMatch(/enforced/i);
	});
});

describe("a broker that is not there", () => {
	it("by its port", async () => {
		const port = await freePort();
		expect(await classes(asked({ port }))).toEqual(good({ tcp: "unreachable", ...NO_WAY, tls: "not-tried" }));
	});

	// #named-only-here
	it("by its name", async () => {
		const context = asked({ port: 1883, host: "no-such-broker.invalid" });
		expect(await classes(context)).toEqual(good({ dns: "unreachable", tcp: "not-tried", ...NO_WAY, tls: "not-tried" }));
		const { message, remedy } = await stepOf(context, "dns");
		expect(message).toContain("no-such-broker.invalid");
		expect(remedy).toContain("mqtt.host");
	});

	it("by its silence, which is not waited for beyond the deadline", async () => {
		const { port } = await stranger();
		expect(await classes(asked({ port }), 0.3)).toEqual(
			good({ ...NO_LOGIN, login: "timeout", anonymous_refused: "timeout" }),
		);
	});

	it("by speaking something else", async () => {
		const { port } = await stranger((socket) => void socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
		expect((await stepOf(asked({ port }), "login")).class).toBe("not-mqtt");
	});
});

describe("a broker that refuses MQTT 5", () => {
	const older = async (options: MosquittoOptions) => {
		const { port, host } = await house(options);
		return stranger((socket) => {
			socket.once("data", (login: Buffer) => {
				if (login[login.indexOf("MQTT") + 4] === 5) return void socket.end(Uint8Array.of(0x20, 2, 0, 1));
				const through = connect(port, host).on("error", () => undefined);
				socket.on("close", () => through.destroy());
				through.on("close", () => socket.destroy());
				through.write(login);
				socket.pipe(through).pipe(socket);
			});
		});
	};

	it("is asked in 3.1.1, which cannot say that a message is denied; our own command coming back can", async () => {
		const { port } = await older({ users: LOGIN, acl: ACL });
		expect(await classes(asked({ port }))).toEqual(
			good({ publish: "denial-invisible", will: "denial-invisible", acl_write_escape: "denial-invisible" }),
		);
	});

	it("is not called fit where nothing comes back", async () => {
		const { port } = await older({ users: LOGIN, acl: `user ${USER}\ntopic read other/#` });
		const seen = await steps(asked({ port }));
		expect(seen.find(({ id }) => id === "subscribe")?.class).toBe("not-proven");
		for (const { message } of seen) expect(message).not.toContain("allowed,");
	});
});

describe("rights that are too narrow", () => {
	const narrow = (...rules: string[]) => house({ users: LOGIN, acl: [`user ${USER}`, ...rules].join("\n") });

	// #publishing-each-topic-denied
	it("for publishing: each topic that is denied is named", async () => {
		const { port } = await narrow(`topic write ${ROOT}/#`, `topic read ${ROOT}/+/set`);
		const step = await stepOf(asked({ port }), "publish");
		expect(step).toMatchObject({ status: "fail", class: "acl-denied" });
		expect(step.message).toContain("may not publish to homeassistant/device/abcd2345/authcheck/config (code 135)");
		expect(step.remedy).toContain("broker acl");
	});

	it("for everything", async () => {
		const { port } = await narrow("topic read other/#");
		expect(await classes(asked({ port }))).toEqual(
			good({
				...{ subscribe: "not-proven", publish: "acl-denied", will: "acl-denied" },
				acl_read_escape: "not-proven",
			}),
		);
	});

	// #commands-though-mosquitto-accepts
	it("for commands, though Mosquitto accepts the subscription: the guide's own rule is one of these", async () => {
		const { port } = await narrow("topic write solar/#", "topic write homeassistant/#");
		expect(await classes(asked({ port }))).toEqual(
			good({ subscribe: "acl-denied", acl_write_escape: "acl-too-wide", acl_read_escape: "not-proven" }),
		);
	});

	it("but not where this user may not write commands: then it cannot be tried, and nothing is missing", async () => {
		const { port } = await narrow(
			`topic write ${ROOT}/+`,
			`topic write ${ROOT}/+/attributes`,
			`topic read ${ROOT}/+/set`,
			"topic readwrite homeassistant/device/abcd2345/+/config",
			"topic read homeassistant/status",
		);
		const seen = await steps(asked({ port }));
		expect(seen.filter(({ status }) => status === "fail")).toEqual([]);
		expect(seen.find(({ id }) => id === "subscribe")?.class).toBe("not-proven");
	});
});

describe("a broker that answers otherwise than Mosquitto does", () => {
	/** MQTT 5 by hand: takes every login; a packet is answered by its type (the high four bits of its first byte). */
	const scripted = (answers: Readonly<Record<number, (packet: Buffer) => Uint8Array | undefined>>) =>
		stranger((socket) => {
			socket.on("data", (packet: Buffer) => {
				const type = (packet[0] ?? 0) >> 4;
				const answer = answers[type];
				if (type === 1) return void socket.write(Uint8Array.of(0x20, 3, 0, 0, 0));
				const bytes = answer?.(packet);
				if (bytes !== undefined) socket.write(bytes);
				else if (answer !== undefined) socket.destroy();
			});
		});
	const SUBSCRIBE = 8;
	const PUBLISH = 3;
	/** The packet id of a PUBLISH follows its topic, which begins at byte 4 in packets this short. */
	const idOf = (packet: Buffer) => packet.subarray(4 + packet.readUInt16BE(2), 6 + packet.readUInt16BE(2));

	it("and refuses a subscription openly, as dynamic security does", async () => {
		const { port } = await scripted({ [SUBSCRIBE]: (p) => Uint8Array.of(0x90, 4, p[2] ?? 0, p[3] ?? 0, 0, 135) });
		expect(await stepOf(asked({ port }), "subscribe")).toMatchObject({
			status: "fail",
			class: "acl-denied",
			message: expect.stringContaining(`${ROOT}/+/set`),
		});
	});

	it("and refuses a message for another reason than its topic", async () => {
		const { port } = await scripted({ [PUBLISH]: (p) => Uint8Array.of(0x40, 3, ...idOf(p), 151) });
		expect(await stepOf(asked({ port }), "publish")).toMatchObject({
			status: "fail",
			class: "message-refused",
			message: expect.stringContaining("authcheck: 151"),
		});
	});

	it("and closes on a message that it does not like", async () => {
		const { port } = await scripted({ [PUBLISH]: () => undefined });
		expect(await stepOf(asked({ port }), "publish")).toMatchObject({ status: "fail", class: "dropped" });
	});
});
