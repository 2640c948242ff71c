import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, describe, expect, it } from "@jest/globals";
import { until } from "../e2e/installation.ts";
import { Process } from "../e2e/process.ts";
import { Viewer } from "../e2e/viewer.ts";
import type { Listener } from "../mqtt/listener.ts";
import { gate } from "./gate.ts";
import { MATRIX, RIGHT, start, stopBrokers, USER, WRONG, withoutSecret } from "./matrix.ts";

const VIEWER = { viewer: "viewer-pw" };
const NO_DISCOVERY = `user ${USER}\ntopic write solar/supertest/#\ntopic read solar/supertest/+/set\n`;
const EYES = "user viewer\ntopic readwrite #\n";

let folder = "";
let app: Process | undefined;
let viewer: Viewer | undefined;
let door: Listener | undefined;
afterEach(async () => {
	await app?.end();
	viewer?.close();
	await door?.close();
	rmSync(folder, { recursive: true, force: true });
});
afterAll(stopBrokers);

const run = (port: number, password: string) => {
	folder = mkdtempSync(join(tmpdir(), "solar-auth-"));
	app = new Process(folder, { host: "127.0.0.1", port, username: USER, password });
	return app;
};
/** Log, data folder, topics and arguments; not the options file, which the login was given in. */
const leavesNoSecret = (running: Process, seen: Viewer) => {
	const files = readdirSync(folder).filter((name) => !["options.json", "control.sock"].includes(name));
	expect(files.length).toBeGreaterThan(1);
	withoutSecret(
		running.log,
		running.arguments,
		seen.seen,
		files.map((name) => readFileSync(join(folder, name), "latin1")),
	);
};

describe.each(MATRIX)("the app, %s", (_name, { release, protocol }) => {
	it("says in Home Assistant that it may not publish, why, and what to do", async () => {
		const broker = await start({ release, users: { [USER]: RIGHT, ...VIEWER }, acl: NO_DISCOVERY + EYES });
		const seen = new Viewer(broker);
		viewer = seen;
		seen.watch();
		door = protocol === 4 ? await gate(broker.port, "_rights") : undefined;
		const running = run(door?.port ?? broker.port, RIGHT);
		const topic = "solar/supertest/broker_connection";
		await until("the state", () => seen.newest(topic) === "access_denied");
		await until("its attributes", () => seen.newest(`${topic}/attributes`)?.includes("acl-denied") === true);
		expect(JSON.parse(seen.newest(`${topic}/attributes`) ?? "{}")).toMatchObject({
			state: "connected",
			protocol: protocol === 5 ? "5" : "3.1.1",
			failure: "acl-denied",
			cause: "The broker's access rules do not allow this user this topic.",
			remedy: expect.stringContaining("`broker acl`"),
			rights: "denied: publish homeassistant/device/…",
			since: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
			user: USER,
			tls: false,
		});
		await until("the alarm", () => seen.newest("solar/supertest/attention") === "ON");
		const attention = seen.newest("solar/supertest/attention/attributes") ?? "";
		expect(attention).toContain("mqtt_acl_denied");
		await until("the line", () => running.log.includes("MQTT May Not publish homeassistant"));
		leavesNoSecret(running, seen);
		await running.end();
		expect(running.log.match(/MQTT May Not publish homeassistant/g)).toHaveLength(1);
	});

	// Its second attempt takes real seconds; protocols make no difference to what is left of it in files and logs.
	const once = protocol === 5 ? it : undefined;
	once?.("is thrown out once by its own audit where a user has one connection, and not again", async () => {
		const more = ["use_username_as_clientid true"];
		const broker = await start({ release, users: { [USER]: RIGHT, ...VIEWER, presser: "presser-pw" }, more });
		const seen = new Viewer(broker);
		viewer = seen;
		seen.watch();
		const running = run(broker.port, RIGHT);
		const proof = (id: string) => seen.newest(`solar/supertest/proof_${id}`);
		await until("the proofs", () => proof("login") === "None");
		const who = ["-h", "127.0.0.1", "-p", String(broker.port), "-u", "presser", "-P", "presser-pw"];
		await promisify(execFile)("mosquitto_pub", [
			...who,
			"-q",
			"1",
			"-t",
			"solar/supertest/security_audit/set",
			"-m",
			"PRESS",
		]);
		await until("the result", () => proof("login") === "OFF");
		await until("strangers", () => proof("random_user_refused") === "OFF");
		expect(["publish", "acl_read_escape", "broker_outdated"].map(proof)).toEqual(["None", "None", "None"]);
		await until("the line", () => /audit_one_per_user|so the audit closed that of the app/.test(running.log));
		expect(running.connections()).toBe(2);
		leavesNoSecret(running, seen);
	});

	once?.("goes on without a broker that refuses its password, and tells so once", async () => {
		const broker = await start({ release, users: { [USER]: RIGHT, ...VIEWER }, acl: EYES });
		const seen = new Viewer(broker);
		viewer = seen;
		seen.watch();
		const running = run(broker.port, WRONG);
		await until("the line", () => running.log.includes("MQTT Connection Failed"));
		await until("the second attempt", () => (broker.log().match(/not authorised/gi)?.length ?? 0) >= 2, 60_000);
		expect(running.log.match(/MQTT Connection Failed/g)).toHaveLength(1);
		expect(running.log).toContain("credentials-rejected: The broker refused this user name and password");
		expect(running.runs).toBe(true);
		leavesNoSecret(running, seen);
	});
});
