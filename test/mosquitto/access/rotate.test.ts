import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { until } from "../../e2e/installation.ts";
import { RELEASES, type Release } from "../../fakes/mosquitto.ts";
import { type Debian, debian, ended } from "../machine/debian.ts";

const ROOT = join(import.meta.dirname, "../../..");
const OTHER = "/var/backups/other-password";

describe.each(RELEASES)("broker rotate, on Mosquitto %s", (release) => {
	let machine: Debian;
	let options: string;
	let password: string;
	beforeEach(async () => {
		({ machine, options, password } = await furnished(release));
	});
	afterEach(() => machine.close());
	const rotate = (...args: readonly string[]) =>
		machine.cli("broker", "rotate", "--options", options, "--data", machine.data, ...args);

	// #under-load-loses-message
	test("under load loses no message, refuses the old password, and starts neither broker nor app anew", async () => {
		const app = machine.begin(process.execPath, join(ROOT, "src/main.ts"), "run", "--options", options, ...hidden());
		let log = "";
		app.stdout?.on("data", (chunk: Buffer) => {
			log += chunk;
		});
		const load = machine.begin(
			process.execPath,
			join(import.meta.dirname, "../machine/load.ts"),
			options,
			machine.seen(OTHER),
		);
		const told = ended(load);
		let words = "";
		load.stdout?.on("data", (chunk: Buffer) => {
			words += chunk;
		});
		await said(load, "going");
		await connected();
		const [brokerPid, before] = [machine.brokerPid(), readFileSync(password, "utf8")];
		const copy = join(machine.data, "for-the-vault");
		const began = performance.now();
		const done = await rotate("--password-to", copy);
		const took = performance.now() - began;
		expect(done).toMatchObject({ code: 0, err: "" });
		await until("the load goes on by the new password", () => words.includes("back"));
		load.kill("SIGTERM");
		const { app: ours, other } = JSON.parse((await told).out.trim().split("\n").at(-1) ?? "");
		console.log(
			`rotate on ${release}: ${Math.round(took)} ms; the app ${JSON.stringify(ours)}, others ${JSON.stringify(other)}`,
		);

		expect(ours.came).toBe(ours.sent);
		expect(ours.sent).toBeGreaterThan(200);
		// It was really thrown out, and came back at once. Whether a message was under way just then is chance.
		expect(ours.joins).toBe(2);
		expect(ours.gap_ms).toBeLessThan(3000);
		expect(other).toMatchObject({ came: other.sent, disconnects: 0 });
		expect(machine.brokerPid()).toBe(brokerPid);
		expect(app.exitCode).toBeNull();
		await connected();
		const after = readFileSync(password, "utf8");
		expect(after).not.toBe(before);
		expect(readFileSync(copy, "utf8")).toBe(after);
		expect(statSync(copy).mode & 0o777).toBe(0o600);
		expect(done.out).not.toContain(after.trim());
		expect(await login(before)).not.toBe(0);
		expect(await login(after)).toBe(0);
		expect(await inTrail()).toContainEqual(
			expect.objectContaining({
				source: "cli",
				actor: "root",
				what: "broker_changed",
				facts: { change: "rotate", outcome: "done", user: "solar_heating", backup: expect.stringMatching(/-rotate$/) },
			}),
		);
		// Our own change of the password is no failure of anything.
		const lines = log.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
		expect(lines.filter(({ code }) => code === "mqtt_failed")).toEqual([]);
		expect(lines.map(({ code }) => code)).toContain("mqtt_rotating");
		app.kill("SIGKILL");
	});

	const login = async (secret: string) => {
		const args = ["-h", "127.0.0.1", "-u", "solar_heating", "-P", secret.trim(), "-t", "load/x", "-m", "x", "-q", "1"];
		return (await machine.run("mosquitto_pub", ...args)).code;
	};
	const inTrail = async () =>
		(await machine.cli("audit-trail", "--json")).out
			.trim()
			.split("\n")
			.map((line): unknown => JSON.parse(line));
	const hidden = () => ["--data", machine.data, "--http-port", "0", "--json"];
	const connected = async () => {
		for (let n = 0; n < 60; n++) {
			const { out } = await snapshot();
			if (/"state":"connected"/.test(out)) return;
			await pause(200);
		}
		throw new Error("The app did not come in.");
	};
	const snapshot = () =>
		machine.run(
			process.execPath,
			"-e",
			`const s=require("net").connect(${JSON.stringify(join(machine.data, "control.sock"))});
			s.on("error",()=>process.exit(1));s.write('{"request":"snapshot"}\\n');let t="";
			s.on("data",(c)=>{t+=c;if(t.includes("\\n")){console.log(t);process.exit(0)}})`,
		);
});

describe("broker rotate", () => {
	test("changes nothing where it is young, where it is only shown, and where the broker goes on with the old one", async () => {
		const { machine, options, password } = await furnished("system");
		try {
			const before = [readFileSync(password, "utf8"), machine.read("/etc/mosquitto/passwd")];
			const rotate = (...args: readonly string[]) =>
				machine.cli("broker", "rotate", "--options", options, "--data", machine.data, ...args);
			const now = () => [readFileSync(password, "utf8"), machine.read("/etc/mosquitto/passwd")];
			expect(await rotate("--older-than", "90d")).toMatchObject({
				code: 0,
				out: expect.stringContaining("0 days old"),
			});
			const shown = await rotate("--dry-run");
			expect(shown).toMatchObject({ code: 0, err: "", out: expect.stringContaining("a secret changes") });
			expect(shown.out).not.toMatch(/\$7\$\d+\$\w/);
			expect([now(), existsSync(`${password}.next`)]).toEqual([before, false]);

			// A broker that reads another password file than its configuration says, and one that lets everybody in.
			const conf = machine.read("/etc/mosquitto/mosquitto.conf");
			machine.write("/var/lib/mosquitto/passwd", before[1] ?? "");
			await machine.run("chown", "mosquitto:", "/var/lib/mosquitto/passwd");
			const others = [
				[conf.replace("/etc/mosquitto/passwd", "/var/lib/mosquitto/passwd"), "is refused (credentials-rejected)"],
				[
					conf.replace(/^password_file.*$/m, "").replace("allow_anonymous false", "allow_anonymous true"),
					"is still accepted",
				],
			] as const;
			for (const [text, why] of others) {
				machine.write("/var/lib/mosquitto/other.conf", text);
				const start = `sed 's#/etc/mosquitto/mosquitto.conf#/var/lib/mosquitto/other.conf#' ${machine.restartWith} | sh`;
				expect((await machine.run("sh", "-c", start)).code).toBe(0);
				const done = await rotate();
				expect(done).toMatchObject({ code: 1, err: expect.stringContaining(why) });
				expect(done.err).toContain("Everything is as before");
				expect([now(), existsSync(`${password}.next`)]).toEqual([before, false]);
			}
		} finally {
			await machine.close();
		}
	});

	// #cut-off-any-step
	test("cut off at any step leaves a broker that starts and an app that gets in, and the next command ends it", async () => {
		// All releases at once: most of it is waiting.
		await Promise.all(RELEASES.map(cutEverywhere));
	}, 900_000);
});

async function cutEverywhere(release: Release): Promise<void> {
	const { machine, options, password } = await furnished(release);
	try {
		const script = join(import.meta.dirname, "../interrupted/rotate-cut.ts");
		const { out, err, code } = await machine.run(process.execPath, script, options, password, machine.restartWith);
		expect({ code, err: err.replace(/^An earlier change was interrupted.*\n/gm, "") }).toEqual({ code: 0, err: "" });
		const cuts = out
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line));
		expect(cuts.length).toBeGreaterThan(15);
		for (const cut of cuts)
			expect({ release, ...cut }).toMatchObject({
				...{ starts: true, stayed: true, came: true },
				...{ code: 0, stays: true, comes: true, left: [], same: true },
			});
		const points = cuts.map(({ last }) => last).join("\n");
		for (const path of [password, `${password}.next`, "/etc/mosquitto/passwd"]) {
			expect(points).toContain(`before ${path}\n`);
			expect(points).toContain(`after ${path}\n`);
		}
	} finally {
		await machine.close();
	}
}

/** A hardened broker with the app's user and another one; the app's password is in a file. */
async function furnished(release: Release) {
	const machine = await debian(release);
	await machine.startBroker();
	mkdirSync(machine.data, { mode: 0o700 });
	const password = join(machine.data, "mqtt-password");
	const options = join(machine.data, "options.json");
	const mqtt = { host: "127.0.0.1", username: "solar_heating", password_file: password };
	writeFileSync(options, JSON.stringify({ mqtt }));
	for (const args of [
		["harden"],
		["user", "add", "solar_heating", "--password-to", password],
		["user", "add", "other", "--password-to", OTHER],
	])
		expect(await machine.cli("broker", ...args, "--restart-with", machine.restartWith)).toMatchObject({
			code: 0,
			err: "",
		});
	return { machine, options, password };
}

const said = (child: ReturnType<Debian["begin"]>, word: string): Promise<void> =>
	new Promise((resolve, reject) => {
		let heard = "";
		child.stdout?.on("data", (chunk: Buffer) => {
			heard += chunk;
			if (heard.includes(word)) resolve();
		});
		child.stderr?.on("data", (chunk: Buffer) => {
			heard += chunk;
		});
		child.on("exit", () => reject(new Error(heard)));
	});
