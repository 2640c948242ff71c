import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "@jest/globals";
import { connect, type MqttClient } from "mqtt";
import { visitedJustNow } from "#broker/proofs/trying/own/own-visits.ts";
import { RELEASES } from "../fakes/mosquitto.ts";
import { closeAll, patient, until } from "../mqtt/witness.ts";
import { RIGHT, start, stopBrokers, USER, visit, withoutSecret } from "./matrix.ts";

const MAIN = join(import.meta.dirname, "../../src/main.ts");
let dir = "";
let rival: MqttClient | undefined;
afterEach(async () => {
	await closeAll();
	await rival?.endAsync(true);
	rival = undefined;
	rmSync(dir, { recursive: true, force: true });
});
afterAll(stopBrokers);

/** `check` from the app's own folder, with its login. */
const check = (port: number) =>
	new Promise<string>((resolve) => {
		const mqtt = { host: "127.0.0.1", port, username: USER, password_file: join(dir, "password") };
		writeFileSync(join(dir, "password"), RIGHT, { mode: 0o600 });
		writeFileSync(join(dir, "options.json"), JSON.stringify({ mqtt }), { mode: 0o600 });
		const args = ["check", "--json", "--options", join(dir, "options.json"), "--data", dir];
		const child = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "pipe", "ignore"] });
		let out = "";
		child.stdout.on("data", (chunk: Buffer) => {
			out += chunk;
		});
		child.once("close", () => resolve(out));
	});

describe.each(RELEASES.flatMap((release) => ([5, 4] as const).map((protocol) => ({ release, protocol }))))(
	"where Mosquitto ($release) takes user names for client ids, MQTT $protocol,",
	(cell) => {
		test("two checks of our own are no takeover, and a second controller afterwards is one", async () => {
			dir = mkdtempSync(join(tmpdir(), "own-check-"));
			const own = await start({ release: cell.release, more: ["use_username_as_clientid true"] });
			let later = 0;
			const audited = () => visitedJustNow(dir, () => Date.now() + later);
			const timer = patient({ hurry: true });
			const { session, reach, states, connected, notices } = visit(cell, { port: own.port }, { timer, audited });
			await reach("connected");
			for (let n = 0; n < 2; n += 1) expect(await check(own.port)).toContain('"id":"login"');
			await reach("connected");
			// It was thrown out often enough to be taken for a takeover.
			expect(connected()).toBeGreaterThan(3);
			const shown = () => new Set(states.flatMap(({ failure }) => failure?.class ?? []));
			expect(shown()).toEqual(new Set(["dropped"]));
			later = 60_000;
			const at = { host: "127.0.0.1", port: own.port, protocol: "mqtt", protocolVersion: cell.protocol } as const;
			rival = connect({ ...at, username: USER, password: RIGHT, reconnectPeriod: 60 }).on("error", () => undefined);
			await until(() => [...shown()].some((one) => one.startsWith("taken-over")));
			withoutSecret(session, notices);
		});
	},
);
