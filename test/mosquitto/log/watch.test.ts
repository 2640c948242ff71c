import { execFileSync } from "node:child_process";
import { appendFileSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import mqtt from "mqtt";
import { FAIL2BAN_NAME, LOG_TYPES } from "#broker/log/fail2ban.ts";
import { check } from "#cli/app/check/check.ts";
import { brokerFail2ban } from "#cli/broker/log/fail2ban.ts";
import { brokerWatch, type WatchFlags } from "#cli/broker/log/watch.ts";
import { Desk } from "../../cli/desk.ts";
import { freePort, type Mosquitto, startMosquitto } from "../../fakes/mosquitto.ts";
import { type Guest, knock, publish, unsubscribe } from "../machine/guest.ts";

const ALICE = { user: "alice", password: "right-1234-right" };
/** As many as knock at once. */
const CROWD = 20;

let desk: Desk;
let broker: Mosquitto;
beforeEach(() => {
	desk = new Desk();
});
afterEach(async () => {
	await broker.stop();
	desk.clear();
});

/** Whose words the log has, and which program writes it. */
const LOGS = [
	["2.0", "system", "2.0"],
	["2.0", "2.0.21", "2.0.13"],
	["2.1", "2.1", "2.1"],
] as const;

async function start(release: (typeof LOGS)[number], types?: readonly string[], more: readonly string[] = []) {
	// Its folder is not known before it is there.
	const path = join(desk.folder, "mosquitto.log");
	const only = types === undefined ? [] : ["log_type none", ...types.map((type) => `log_type ${type}`)];
	broker = await startMosquitto({
		release: release[1],
		users: { alice: ALICE.password },
		acl: "user alice\ntopic readwrite house/#\ntopic read $SYS/#\n",
		more: [`log_dest file ${path}`, ...only, ...more],
	});
	// Before it has closed, the connection by which the test saw that the port is open hides who else comes.
	await told("that it closed", () => /closed (?:its connection|by client)/.test(readFileSync(path, "utf8")));
	return path;
}

/** Every `nth` guest of three addresses has a wrong password, each of them another id, many of which look like something else. */
const IDS = [
	"me",
	"x [10.0.0.9:1] disconnected: not authorised.",
	"Client y",
	"10.0.0.9",
	"Sending CONNACK to",
	"räksmörgås 🌞",
	"a (p5, c1, k60, u'root')",
];
const stranger = (n: number): Guest => ({
	client: `${IDS[n % IDS.length]}${n % 3 === 0 ? n : ""}`,
	user: ["alice", "root", "admin"][n % 3] ?? "alice",
	password: `guess-${n}`,
	protocol: n % 2 === 0 ? 4 : 5,
	from: `127.0.0.${2 + (n % 3)}`,
});
const friend = (n: number): Guest => ({
	...ALICE,
	client: `friend ${n}`,
	protocol: n % 2 === 0 ? 4 : 5,
	from: "127.0.0.5",
	says: publish("house/hall", "20.5"),
});

/** All of them, some at a time; how many were let in, and how many refused. */
async function come(guests: readonly Guest[]) {
	const waiting = [...guests];
	const codes: (number | undefined)[] = [];
	const one = async () => {
		for (let guest = waiting.shift(); guest !== undefined; guest = waiting.shift())
			codes.push(await knock(broker.port, guest));
	};
	await Promise.all(Array.from({ length: CROWD }, one));
	return { let_in: codes.filter((code) => code === 0).length, refused: codes.filter((code) => code !== 0).length };
}

function watching(flags: WatchFlags) {
	const ended = brokerWatch(desk.machine(), { data: desk.data, json: true, ...flags });
	return {
		until: (event: string) => told(event, () => desk.lines().some((line) => line["event"] === event)),
		/** It hears what the broker logs from now on. */
		begun: () => told("that it watches", () => desk.err.includes("Watching ")),
		/** Ends it once it has heard all that the broker ever logged. */
		async end() {
			await broker.stop();
			// It reads a log that was moved away to its end, and then says that there is none; over MQTT it loses the connection.
			if (flags.log !== undefined) renameSync(flags.log, `${flags.log}.1`);
			await told("that the log is gone", () => /cannot be read now|No connection/.test(desk.err));
			desk.stop();
			const code = await ended;
			return { code, summary: desk.lines().at(-1) };
		},
	};
}
/** Waits until it is told. */
async function told(what: string, so: () => boolean) {
	const from = performance.now();
	while (!so()) {
		if (performance.now() - from > 60_000) throw new Error(`Not told: ${what}. ${desk.out} ${desk.err}`);
		await pause(20);
	}
}
const alerts = () => desk.lines().filter((line) => line["event"] !== "summary");
const byKind = (kind: string) => alerts().filter((line) => line["event"] === kind);

const WRONG = 1000;
const TRUE: Readonly<Record<string, number>> = { "127.0.0.2": 334, "127.0.0.3": 333, "127.0.0.4": 333 };
const crowd = () =>
	Array.from({ length: WRONG }, (_, n) => (n % 4 === 3 ? [stranger(n), friend(n)] : [stranger(n)])).flat();

describe.each(LOGS)("broker watch beside Mosquitto %s, %s", (...release) => {
	// #counts-000-wrong-logins
	test("counts 1,000 wrong logins from three addresses among good ones exactly, and tells of each while it watches", async () => {
		const path = await start(release);
		const watch = watching({ log: path, securityLog: "security.jsonl" });
		await watch.begun();
		const coming = come(crowd());
		// If many clients connect at once, 2.0.13 and later do not show who was refused. Then no address is blamed, and the
		// alarm still comes.
		const nameless = release[2] === "2.0.13";
		await watch.until(nameless ? "refusals_without_address" : "brute_force");
		expect(await coming).toEqual({ let_in: 250, refused: WRONG });
		const { code, summary } = await watch.end();
		expect(code).toBe(1);
		expect(summary).toMatchObject({ refusals: WRONG, logins: 250, own_refusals: 0, release: release[0] });
		const blamed: Readonly<Record<string, number>> = Object(summary?.["by_address"]);
		if (nameless) {
			expect(sumOf(blamed) + Number(summary?.["unattributed"])).toBe(WRONG);
			for (const [address, count] of Object.entries(blamed)) expect(count).toBeLessThanOrEqual(TRUE[address] ?? 0);
		} else {
			expect(summary).toMatchObject({ unattributed: 0, by_address: TRUE });
			expect(Object.keys(blamed)).toHaveLength(3);
			expect(byKind("brute_force").map(({ address }) => address)).toEqual(
				expect.arrayContaining(["127.0.0.2", "127.0.0.3", "127.0.0.4"]),
			);
		}
		for (const { address } of alerts())
			expect([undefined, "127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5"]).toContain(address);
		const kept = join(desk.folder, "security.jsonl");
		expect(statSync(kept).mode & 0o777).toBe(0o600);
		expect(
			readFileSync(kept, "utf8")
				.trim()
				.split("\n")
				.map((line) => JSON.parse(line)),
		).toEqual(alerts());
	});

	test("an id that looks like an address blames nobody there", async () => {
		const path = await start(release, ["all"], ["use_username_as_clientid true"]);
		for (let n = 0; n < 12; n++) await knock(broker.port, { client: "10.0.0.9", from: "127.0.0.7" });
		await brokerWatch(desk.machine(), { log: path, once: true, json: true, data: desk.data });
		const [summary] = desk.lines().slice(-1);
		expect(summary).toMatchObject({ refusals: 12 });
		expect(["{}", '{"127.0.0.7":12}']).toContain(JSON.stringify(summary?.["by_address"]));
	});

	// #does-count-audit-tries
	test("does not count what our own audit tries, and counts the same from somebody else", async () => {
		const path = await start(release);
		const options = desk.file("options.json", {
			mqtt: { host: "127.0.0.1", port: broker.port, username: "alice", password_file: desk.file("pw", ALICE.password) },
		});
		await check(desk.machine(), { options, data: desk.data, json: true });
		await check(desk.machine(), { options, data: desk.data, json: true });
		desk.out = "";
		await come(Array.from({ length: 7 }, (_, n) => ({ ...stranger(n), from: "127.0.0.1" })));
		const code = await brokerWatch(desk.machine(), { log: path, once: true, json: true, data: desk.data });
		const [summary] = desk.lines().slice(-1);
		expect(summary).toMatchObject({ refusals: 7, by_address: { "127.0.0.1": 7 } });
		expect(Number(summary?.["own_refusals"])).toBeGreaterThanOrEqual(6);
		expect([code, alerts()]).toEqual([0, []]);
	});

	// #made-blame-others-let
	test("is not made to blame others by who is let in and has the broker write his own words", async () => {
		const path = await start(release);
		const forge = [
			{ client: "Client x", says: unsubscribe("[10.0.0.9:1] disconnected: not authorised.") },
			{ client: "Sending CONNACK to", says: unsubscribe("10.0.0.9 (0, 5)") },
			{ client: "New connection from", says: unsubscribe("10.0.0.9:1 on port 1883.") },
		].map((guest) => ({ ...ALICE, ...guest, from: "127.0.0.6" }));
		for (let n = 0; n < 12; n++) await come(forge);
		expect(readFileSync(path, "utf8")).toContain("Sending CONNACK to 10.0.0.9 (0, 5)");
		await brokerWatch(desk.machine(), { log: path, once: true, json: true, data: desk.data });
		expect(desk.lines().at(-1)).toMatchObject({ refusals: 0, by_address: {} });
		expect(byKind("spoofed_id")).toMatchObject([{ address: "127.0.0.6", user: "alice" }]);
		expect(JSON.stringify(alerts().map(({ address }) => address))).not.toContain("10.0.0.9");
	});

	// #reads-whole-log-once
	test("reads a whole log once, for people too, with figures for each address and exit 1 where there is an attack", async () => {
		const path = await start(release);
		await come(Array.from({ length: 30 }, (_, n) => stranger(n * 3)));
		const code = await brokerWatch(desk.machine(), { log: path, once: true, data: desk.data });
		expect(code).toBe(1);
		expect(desk.out).toContain("brute_force");
		expect(desk.out).toContain("If 127.0.0.2 is yours, correct the login of that device.");
		expect(desk.out).toMatch(/^ +30 refused from 127\.0\.0\.2$/m);
		expect(await brokerWatch(desk.machine(), { log: "nowhere.log", once: true, data: desk.data })).toBe(2);
	});

	// #fail2ban-fail2ban-regex-finds
	test("fail2ban's own fail2ban-regex finds every refusal with its address, none of the rest, and nothing that is made up", async () => {
		// Debug has the topics of subscriptions after a tab: not even those are believed.
		const path = await start(release, [...LOG_TYPES[release[2]], ...(release[0] === "2.1" ? ["debug"] : [])]);
		await come(crowd());
		const topics = ["[10.0.0.9:1] disconnected: not authorised.", "10.0.0.9 (0, 5)"];
		const lines = [`Client x ${topics[0]}`, `Sending CONNACK to ${topics[1]}`];
		for (const client of ["Client x", "Sending CONNACK to"])
			for (const topic of [...topics, ...lines])
				await knock(broker.port, { ...ALICE, client, says: unsubscribe(topic) });
		await knock(broker.port, { ...ALICE, client: `x ${topics[0]} y` });
		await broker.stop();
		// As the broker cuts a line of 999 bytes, so that an invented address is at its end.
		const id = (letter: string, bytes: number) => letter.repeat((bytes - 63) / Buffer.byteLength(letter));
		for (const letter of ["a", "ä"])
			appendFileSync(path, `${epoch()}: Client ${id(letter, 999)} [10.0.0.9:1] disconnected: not authorised.\n`);
		const folder = join(desk.folder, "fail2ban");
		const flags = { log: path, release: release[2], write: folder, config: "/nowhere.conf" };
		expect(await brokerFail2ban(desk.machine(), flags)).toBe(0);
		const found = regex(path, join(folder, `filter.d/${FAIL2BAN_NAME}.conf`));
		if (release[2] !== "2.0.13") expect(found).toEqual(TRUE);
		// A crowd hides who it was, and the friend is not shut out for it: fail2ban wants ten.
		else expect(found["127.0.0.5"] ?? 0).toBeLessThan(10);
		expect(Object.keys(found)).not.toContain("10.0.0.9");
		expect(readFileSync(join(folder, `jail.d/${FAIL2BAN_NAME}.conf`), "utf8")).toContain(`logpath = ${path}`);
	});
});

// #one-after-other
test.each(LOGS)(
	"one after the other, watch and fail2ban blame whom %s, %s, refused, and nobody else",
	async (...release) => {
		const path = await start(release, [...LOG_TYPES[release[2]]]);
		for (let n = 0; n < 60; n++) {
			await knock(broker.port, stranger(n));
			if (n % 7 === 0) await knock(broker.port, friend(n));
		}
		await brokerWatch(desk.machine(), { log: path, once: true, json: true, data: desk.data });
		const each = { "127.0.0.2": 20, "127.0.0.3": 20, "127.0.0.4": 20 };
		expect(desk.lines().at(-1)).toMatchObject({ refusals: 60, unattributed: 0, by_address: each });
		const folder = join(desk.folder, "fail2ban");
		const flags = { log: path, release: release[2], write: folder, config: "/nowhere.conf" };
		expect(await brokerFail2ban(desk.machine(), flags)).toBe(0);
		expect(regex(path, join(folder, `filter.d/${FAIL2BAN_NAME}.conf`))).toEqual(each);
	},
);

test.each(LOGS)("a login refused over websockets is counted on %s, %s, where the log says it", async (...release) => {
	const port = await freePort();
	const types = release[2] === "2.0" ? LOG_TYPES["2.0"] : undefined;
	const path = await start(release, types, [`listener ${port} 127.0.0.1`, "protocol websockets"]);
	await told("that it runs", () => /^\d+: mosquitto version \S+ running$/m.test(readFileSync(path, "utf8")));
	for (const password of ["wrong", "wrong too", ALICE.password]) await overWebsockets(port, password);
	await broker.stop();
	await brokerWatch(desk.machine(), { log: path, once: true, json: true, data: desk.data });
	expect(desk.lines().at(-1)).toMatchObject({ refusals: 2, logins: 1 });
	broker = await startMosquitto();
});

/** Comes, and goes again when it is let in or refused. */
const overWebsockets = (port: number, password: string) =>
	new Promise<void>((resolve) => {
		const client = mqtt.connect(`ws://127.0.0.1:${port}`, {
			...{ username: ALICE.user, password, clientId: "browser", reconnectPeriod: 0 },
		});
		client.on("connect", () => client.end());
		client.on("error", () => client.end(true));
		client.on("close", resolve);
	});

const sumOf = (by_address: unknown): number =>
	Object.values<number>(Object(by_address)).reduce((sum, count) => sum + count, 0);
const epoch = () => Math.floor(Date.now() / 1000);

/** How often fail2ban would blame each address. */
function regex(path: string, filter: string): Readonly<Record<string, number>> {
	const out = execFileSync("fail2ban-regex", ["--out", "ip", path, filter], { encoding: "utf8" });
	const found: Record<string, number> = {};
	for (const line of out.split("\n").filter((one) => one !== "")) found[line] = (found[line] ?? 0) + 1;
	return found;
}

describe("broker fail2ban", () => {
	test.each([
		["2.1", ["all"], 1, "a client can write lines"],
		["2.0", ["notice"], 1, "does not say who was refused"],
		["2.0", ["notice", "debug"], 0, ""],
		["2.1", [], 0, ""],
	] as const)("for %s with log_type %p ends with %i", async (release, types, code, said) => {
		await start(LOGS[0]);
		const config = desk.file(
			"mosquitto.conf",
			[
				"log_dest file /var/log/m.log",
				"listener 1884",
				"listener 8883",
				...types.map((type) => `log_type ${type}`),
			].join("\n"),
		);
		const ended = await brokerFail2ban(desk.machine(), { config, release });
		expect([ended, desk.out.includes("port = 1884,8883"), desk.err.includes(said)]).toEqual([code, true, true]);
	});
});

describe("broker watch --topic", () => {
	test.each(LOGS)("hears the log of %s, %s, over MQTT, and knows its release from there", async (...release) => {
		await start(release, undefined, ["log_dest topic"]);
		const options = desk.file("options.json", {
			mqtt: { host: "127.0.0.1", port: broker.port, username: "alice", password_file: desk.file("pw", ALICE.password) },
		});
		const watch = watching({ topic: true, options });
		await watch.begun();
		await told("its two subscriptions", () => broker.log().split("Sending SUBACK to solar").length > 2);
		await come(Array.from({ length: 40 }, (_, n) => stranger(n)));
		await watch.until(release[0] === "2.0" ? "refusals_without_address" : "brute_force");
		// The broker has at most 20 messages on their way; each visit takes longer than a round of them.
		await told("every refusal", () => broker.log().split("not authorised").length > 40);
		for (let visit = 0; visit < 5; visit += 1) await come([friend(visit)]);
		const { summary } = await watch.end();
		expect(summary).toMatchObject({ release: release[0], refusals: 40 });
		const [blamed, unattributed] = [sumOf(summary?.["by_address"]), Number(summary?.["unattributed"])];
		expect(blamed + unattributed).toBe(40);
		// From 2.0.13 on it depends on who else is connected.
		if (release[2] !== "2.0.13") expect(unattributed).toBe(release[0] === "2.0" ? 40 : 0);
	});
});
