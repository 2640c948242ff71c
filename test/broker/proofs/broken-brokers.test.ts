import { execFileSync } from "node:child_process";
import { connect, type Socket } from "node:net";
import { afterEach, beforeAll, describe, expect, it, test } from "@jest/globals";
import type { CheckFlags } from "#cli/app/check/check.ts";
import { authority } from "../../fakes/certificates.ts";
import {
	freePort,
	type Mosquitto,
	type MosquittoOptions,
	RELEASES,
	type Release,
	startMosquitto,
} from "../../fakes/mosquitto.ts";
import { type Listener, listen } from "../../mqtt/listener.ts";
import { ACL, LOGIN, PASSWORD, ROOT, USER } from "./ask.ts";
import { checked } from "./checked.ts";

/** `npm run test:auth` has more of them. */
const HERE: readonly Release[] = process.env["MOSQUITTO21"] === undefined ? ["system"] : RELEASES;
let release: Release = "system";
const home = authority("home");
const open: { stop(): Promise<void> }[] = [];
/** Logins and rules as they should be, but for `options`. */
const house = (options: MosquittoOptions): Promise<Mosquitto> => bare({ acl: ACL, ...options });
const bare = async (options: MosquittoOptions): Promise<Mosquitto> => {
	const started = await startMosquitto({ release, users: LOGIN, ...options });
	open.push(started);
	return started;
};
const front = async (...args: Parameters<typeof listen>): Promise<Listener> => {
	const listening = await listen(...args);
	open.push({ stop: () => listening.close() });
	return listening;
};
afterEach(() => Promise.all(open.splice(0).map((one) => one.stop())));

const SECURE = { tls: true, ca: "ca.pem" };
const FILES = { "ca.pem": home.ca };
/** The system's is an old one; of 2.1 no flaw is known. */
const told = (finding: string) => release === "system" || !finding.startsWith("broker_outdated ");
const wide = (...rules: string[]) => [`user ${USER}`, ...rules].join("\n");

interface Broken {
	readonly is: string;
	readonly with: MosquittoOptions;
	readonly secure?: true;
	readonly no_rules?: true;
	readonly finds: readonly string[];
	/** It may end well where the finding is no failure. */
	readonly code: number;
}
const BROKEN: readonly Broken[] = [
	{
		is: "lets in who brings no login",
		with: { allow_anonymous: true },
		finds: ["anonymous_refused anonymous-allowed"],
		code: 1,
	},
	{
		is: "has no rules: every user may do everything",
		with: {},
		no_rules: true,
		finds: ["acl_write_escape acl-absent", "acl_read_escape acl-absent", "broker_outdated broker-outdated"],
		code: 0,
	},
	{
		is: "allows this user everything",
		with: { acl: wide("topic readwrite #") },
		finds: ["acl_write_escape acl-too-wide", "acl_read_escape acl-too-wide"],
		code: 1,
	},
	{
		is: "allows this user the topics of other installations",
		with: { acl: `${ACL}\ntopic readwrite solar/#` },
		finds: ["acl_write_escape acl-too-wide", "acl_read_escape acl-too-wide"],
		code: 1,
	},
	{
		is: "allows this user to write all that Home Assistant listens to",
		with: { acl: `${ACL}\ntopic write homeassistant/#` },
		finds: ["acl_write_escape acl-too-wide"],
		code: 1,
	},
	{
		is: "allows this user to disguise as other devices",
		with: { acl: `${ACL}\ntopic write homeassistant/device/+/+/config` },
		finds: ["acl_write_escape acl-too-wide"],
		code: 1,
	},
	{
		is: "allows this user to read what the broker says of itself",
		with: { acl: `${ACL}\ntopic read $SYS/#` },
		finds: ["acl_read_escape sys-readable", "broker_outdated broker-outdated"],
		code: 0,
	},
	{
		is: "has a certificate that ends in 10 days",
		with: { tls: home.sign("localhost", { days: 10 }) },
		secure: true,
		finds: ["tls tls-expires-soon"],
		code: 0,
	},
	{
		is: "takes TLS 1.1",
		with: { tls: home.sign("localhost"), more: ["tls_version tlsv1.1", "ciphers ALL:@SECLEVEL=0"] },
		secure: true,
		finds: ["old_tls_refused old-tls-accepted"],
		code: 1,
	},
];

describe.each(HERE)("Mosquitto %s:", (which) => {
	beforeAll(() => {
		release = which;
	});

	describe("a broker that", () => {
		// #check-finds-nothing-else
		test.each(BROKEN.map((b) => [b.is, b] as const))("%s: check finds it, and nothing else", async (_, broken) => {
			const { port } = await (broken.no_rules ? bare(broken.with) : house(broken.with));
			const { findings, steps, code, ok } = await checked({ port, ...(broken.secure && SECURE) }, {}, FILES);
			expect(findings).toEqual(broken.finds.filter(told));
			expect(code).toBe(broken.code);
			expect(ok).toBe(broken.code === 0);
			for (const step of steps.filter((s) => broken.finds.filter(told).some((f) => f.startsWith(`${s.id} `)))) {
				expect(step.message).not.toMatch(/enforced/i);
				expect(step.remedy).not.toBe("");
			}
		});

		it("lets another user read what others have said: retained messages are enough to show it", async () => {
			const { port } = await house({
				users: { ...LOGIN, other: "other pw" },
				acl: `${ACL}\ntopic read homeassistant/#\nuser other\ntopic readwrite #`,
			});
			publish(port, "homeassistant/sensor/boiler/config", "{}");
			expect((await checked({ port })).findings).toEqual(["acl_read_escape acl-too-wide"]);
		});

		// #listener-without-password-file
		it("has a listener without a password file: told of, it is found; else it is said that it was not looked at", async () => {
			const other = await freePort();
			const { port } = await house({
				first: ["per_listener_settings true"],
				more: [`listener ${other} 127.0.0.1`, "allow_anonymous true"],
			});
			const place = { host: "127.0.0.1", port: other, tls: false };
			const told = await checked({ port }, { listener: [place] });
			expect(told.findings).toEqual([
				`anonymous_refused@127.0.0.1:${other} anonymous-allowed`,
				`wrong_password_refused@127.0.0.1:${other} wrong-password-accepted`,
				`random_user_refused@127.0.0.1:${other} random-user-accepted`,
			]);
			expect(told.code).toBe(1);
			const { findings, steps } = await checked({ port });
			expect(findings).toEqual([]);
			expect(steps.find(({ id }) => id === "listeners")?.message).toMatch(/were not tried\. Usual ones are 1883/);
			const there = await checked({ port: other });
			expect(there.findings).toEqual(expect.arrayContaining(["anonymous_refused anonymous-allowed"]));
		});

		it("speaks MQTT in the clear on the port that is for TLS", async () => {
			const inside = await house({});
			const secure = await front((socket) => through(socket, inside.port), home.sign("localhost"));
			const { port } = await front((socket) => {
				// The first byte of a handshake (RFC 8446, 5.1).
				socket.once("data", (first: Buffer) => through(socket, first[0] === 0x16 ? secure.port : inside.port, first));
			});
			const { findings } = await checked({ port, ...SECURE }, {}, FILES);
			expect(findings).toEqual(["plaintext_refused plaintext-accepted"]);
		});

		// #takes-tls
		it("takes TLS 1.0", async () => {
			const inside = await house({});
			const old = { minVersion: "TLSv1", ciphers: "DEFAULT:@SECLEVEL=0" } as const;
			const { port } = await front((socket) => through(socket, inside.port), { ...home.sign("localhost"), ...old });
			const { findings, steps } = await checked({ port, ...SECURE }, {}, FILES);
			expect(findings).toEqual(["old_tls_refused old-tls-accepted"]);
			expect(steps.find(({ id }) => id === "old_tls_refused")?.message).toContain("TLSv1");
		});
	});

	describe("a client id", () => {
		const USERS = { ...LOGIN, other: "other pw" };
		const theft = async (options: MosquittoOptions, second = "other\nother pw\n") => {
			const { port } = await house({ users: USERS, ...options });
			const flags: CheckFlags = { secondLogin: "second" };
			return checked({ port }, flags, { second });
		};

		// #another-user-can-take
		it("that another user can take, and so throw us out", async () => {
			const { findings, code } = await theft({});
			expect(findings).toEqual(["client_id_theft client-id-theft"]);
			expect(code).toBe(1);
		});

		it("that belongs to its user", async () => {
			const { findings, steps } = await theft({ more: ["use_username_as_clientid true"] });
			expect(findings).toEqual(["login one-per-user"]);
			expect(steps.find(({ id }) => id === "client_id_theft")?.message).toContain("Enforced");
		});

		it("of which nothing can be shown, as the second login is wrong", async () => {
			expect((await theft({}, "other\nwrong\n")).findings).toEqual(["client_id_theft not-proven"]);
		});
	});

	describe("a good broker", () => {
		// #check-finds-nothing-says
		test.each([
			["plain", {}, {}],
			["with TLS", { tls: home.sign("localhost") }, SECURE],
			["with TLS 1.3 alone", { tls: home.sign("localhost"), more: ["tls_version tlsv1.3"] }, SECURE],
		])("%s: check finds nothing, and says of each stranger that it was refused", async (_, options, mqtt) => {
			const { port } = await house(options);
			const { findings, steps, code } = await checked({ port, ...mqtt }, {}, FILES);
			expect(findings).toEqual([]);
			expect(code).toBe(0);
			const enforced = steps.filter(({ message }) => /enforced/i.test(message)).map(({ id }) => id);
			expect(enforced).toEqual(
				expect.arrayContaining([
					"anonymous_refused",
					"wrong_password_refused",
					"random_user_refused",
					"acl_write_escape",
				]),
			);
		});
	});

	describe("a broker with dynamic security", () => {
		const right = {
			publish: [`${ROOT}/#`, "homeassistant/device/abcd2345/+/config"],
			subscribe: [`${ROOT}/+/set`, "homeassistant/status", "homeassistant/device/abcd2345/+/config"],
		};
		const rights = async (change: Partial<typeof right>) => {
			const dynamic_security = { [USER]: { password: PASSWORD, ...right, ...change } };
			const started = await startMosquitto({ release, dynamic_security });
			open.push(started);
			return checked({ port: started.port });
		};

		it("that gives just what is needed says so itself: every other subscription is refused", async () => {
			const { findings, steps } = await rights({});
			expect(findings).toEqual([]);
			expect(steps.find(({ id }) => id === "acl_read_escape")?.message).toContain("Each was refused. Enforced.");
		});

		it("that gives too much", async () => {
			const solar = ["solar/#", ...right.subscribe];
			const { findings } = await rights({ publish: ["solar/#", ...right.publish], subscribe: solar });
			expect(findings).toEqual(["acl_write_escape acl-too-wide", "acl_read_escape acl-too-wide"]);
		});

		it("that gives everything, $SYS too, looks like one without rules", async () => {
			const { findings } = await rights({ publish: ["#"], subscribe: ["#", "$SYS/#"] });
			expect(findings.slice(0, 2)).toEqual(["acl_write_escape acl-absent", "acl_read_escape acl-absent"]);
		});
	});

	describe("nothing is called enforced that Mosquitto's own client gets through", () => {
		const AS = {
			anonymous_refused: [],
			wrong_password_refused: ["-u", USER, "-P", "wrong"],
			random_user_refused: ["-u", "nobody", "-P", "x"],
		} as const;

		test.each([
			["closed", {}],
			["open", { allow_anonymous: true }],
		])("%s", async (_, options) => {
			const { port } = await house(options);
			const { steps } = await checked({ port });
			for (const [id, login] of Object.entries(AS))
				expect([id, /enforced/i.test(steps.find((s) => s.id === id)?.message ?? "")]).toEqual([
					id,
					!letIn(port, login),
				]);
		});
	});
});

function through(socket: Socket, port: number, first?: Uint8Array): void {
	const inside = connect(port, "127.0.0.1").on("error", () => undefined);
	socket.on("close", () => inside.destroy());
	inside.on("close", () => socket.destroy());
	if (first !== undefined) inside.write(first);
	socket.pipe(inside).pipe(socket);
}

function letIn(port: number, login: readonly string[]): boolean {
	try {
		const args = ["-h", "127.0.0.1", "-p", String(port), ...login, "-t", "x", "-m", "", "-q", "1"];
		execFileSync("mosquitto_pub", args, { stdio: "pipe", timeout: 5000 });
		return true;
	} catch {
		return false;
	}
}

const publish = (port: number, topic: string, payload: string) =>
	execFileSync("mosquitto_pub", [
		...["-h", "127.0.0.1", "-p", String(port), "-u", "other", "-P", "other pw", "-V", "5"],
		...["-t", topic, "-m", payload, "-r", "-q", "1"],
	]);
