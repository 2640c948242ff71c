import { execFileSync } from "node:child_process";
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import type { Machine } from "../../../src/app/machine.ts";
import { backUp } from "../../../src/broker/change/backup.ts";
import type { At } from "../../../src/broker/files/file.ts";
import { clientIdsIn } from "../../../src/broker/proofs/trying/own/own-logins.ts";
import { accepts } from "../../../src/broker/running/restart.ts";
import { shutOut } from "../../../src/broker/running/strangers.ts";
import { issued } from "../../../src/broker/tls/certificates.ts";
import { brokerAcl } from "../../../src/cli/broker/acl/acl.ts";
import { brokerBackup, brokerRollback } from "../../../src/cli/broker/change/backup.ts";
import { change } from "../../../src/cli/broker/change/change.ts";
import { brokerHarden } from "../../../src/cli/broker/change/harden.ts";
import { brokerTls } from "../../../src/cli/broker/change/tls.ts";
import { brokerFail2ban } from "../../../src/cli/broker/log/fail2ban.ts";
import { brokerRotate } from "../../../src/cli/broker/login/rotate.ts";
import { brokerUserAdd, brokerUserRemove } from "../../../src/cli/broker/login/user.ts";
import { digest, guest } from "../machine/guest-machine.ts";

/**
 * `throws.ts RESTART DATA [NAME …]`: runs every command that changes something as often as it has steps, and lets another step throw
 * each time. Prints a line of JSON for each: what the broker's files are then, whether the broker lives by them, whether a new
 * password is known, and whether the same command works when it is called again.
 */
const [, , restartWith = "", data = ""] = process.argv;
const CONFIG = "/etc/mosquitto/mosquitto.conf";
const BACKUPS = "/var/backups/solar-heating";
const OUT = "/var/backups/out";
const FOLDERS = ["/etc/mosquitto", "/var/backups", data];
const APP = join(data, "solar_heating");
const options = join(data, "options.json");
const home = mkdtempSync(join(tmpdir(), "throws-"));
const clientIds = clientIdsIn(home);

interface Flags {
	readonly at: At;
	readonly step: At;
}
interface Command {
	/** Content of the disk before it. */
	readonly from: string;
	run(machine: Machine, flags: Flags): Promise<number>;
	/** The code of it where nothing throws. */
	readonly code?: number;
	/** And where all is so already. */
	readonly already?: number;
}
const common = { backups: BACKUPS, restartWith, data };

const COMMANDS: Readonly<Record<string, Command>> = {
	harden: { from: "fresh", run: (m, f) => brokerHarden(m, { ...common, ...f, port: 1883 }) },
	"user add": { from: "hardened", run: (m, f) => brokerUserAdd(m, "fresh", { ...common, ...f }) },
	"user add --json": { from: "hardened", run: (m, f) => brokerUserAdd(m, "fresh", { ...common, ...f, json: true }) },
	"user add --password-to": {
		from: "hardened",
		run: (m, f) => brokerUserAdd(m, "fresh", { ...common, ...f, passwordTo: join(OUT, "fresh") }),
	},
	"user remove": { already: 2, from: "hardened", run: (m, f) => brokerUserRemove(m, "other", { ...common, ...f }) },
	"acl --apply": {
		from: "hardened",
		run: (m, f) => brokerAcl(m, { ...common, ...f, options, apply: true, all: ["other"] }),
	},
	"acl --write": {
		from: "hardened",
		run: (m, f) => brokerAcl(m, { ...common, ...f, options, write: join(OUT, "acl") }),
	},
	tls: {
		from: "hardened",
		run: (m, f) => brokerTls(m, { ...common, ...f, client: ["app"], caTo: join(OUT, "ca.crt") }),
	},
	"tls --renew": { from: "tls", run: (m, f) => brokerTls(m, { ...common, ...f, renew: true }) },
	"tls --only": {
		from: "tls",
		run: (m, f) => brokerTls(m, { ...common, ...f, only: true, requireClientCertificate: true }),
	},
	rotate: {
		from: "hardened",
		run: (m, f) => brokerRotate(m, { ...common, ...f, options, passwordTo: join(OUT, "copy") }),
	},
	"rotate, broken off": { from: "midway", run: (m, f) => brokerRotate(m, { ...common, ...f, options }) },
	backup: { from: "hardened", run: (m, f) => brokerBackup(m, { ...common, ...f }) },
	rollback: { from: "hardened", run: (m, f) => brokerRollback(m, { ...common, ...f }) },
	"fail2ban --write": {
		from: "hardened",
		run: (m, f) => brokerFail2ban(m, { ...f, write: OUT, release: "2.0", log: "/x" }),
		// Its log says too little for the filter.
		code: 1,
	},
	"any, after a power cut": {
		from: "noted",
		run: (m, f) => change(m, { ...common, ...f }, async () => ({ remedy: [] })),
		code: 2,
	},
};

/** What a broker does that has these files. */
interface Manners {
	readonly anonymous: boolean;
	readonly app: boolean;
	readonly other: boolean;
	readonly tls: boolean;
}

async function manners(): Promise<Manners> {
	const lets = async (username: string, ...secrets: readonly string[]) => {
		for (const password of secrets) if (await comesIn(username, password)) return true;
		return false;
	};
	const app = [APP, `${APP}.next`].filter((path) => existsSync(path)).map(secretIn);
	return {
		anonymous: await lets("", ""),
		app: await lets("solar_heating", ...app),
		other: await lets("other", ...[join(data, "other")].filter((path) => existsSync(path)).map(secretIn)),
		tls: await accepts("127.0.0.1", 8883),
	};
}
/** On a busy machine an answer may be late: what is neither in nor refused is tried again. */
async function comesIn(username: string, password: string): Promise<boolean> {
	const plain = { host: "127.0.0.1", port: 1883, tls: false };
	for (let tries = 0; tries < 20 && (await accepts(plain.host, plain.port)); tries++) {
		const trouble = await shutOut(plain, { username, password }, clientIds);
		if (trouble === undefined) return false;
		if (trouble.message.code === "login_still_in") return true;
	}
	return false;
}
const secretIn = (path: string) => readFileSync(path, "utf8").trim();

/** The broker's files, without what is another one each time: salts, hashes and keys. */
function shape(): string {
	const files = readdirSync("/etc/mosquitto", { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
	const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
	return paths
		.map((path) => {
			const { uid, mode } = statSync(path);
			const text = readFileSync(path, "utf8");
			return `${path} ${uid} ${mode}\n${text.replace(/\$7\$\S+/g, "…").replace(/(-----BEGIN [A-Z ]+-----)[^-]+/g, "$1…")}`;
		})
		.join("\n");
}

const given = () =>
	readdirSync(OUT, { recursive: true, withFileTypes: true })
		.flatMap((one) => (one.isFile() ? [one.name] : []))
		.sort()
		.join();

const kept = (name: string) => join(home, name);
function keep(name: string): void {
	mkdirSync(kept(name));
	for (const folder of FOLDERS) execFileSync("cp", ["-a", "--parents", folder, kept(name)]);
}
function bring(name: string): void {
	for (const folder of FOLDERS) {
		execFileSync("find", [folder, "-mindepth", "1", "-delete"]);
		execFileSync("cp", ["-a", `${kept(name)}${folder}/.`, folder]);
	}
	execFileSync("sh", ["-c", restartWith], { stdio: "ignore" });
}

/** A machine that remembers what was said. */
function heard(): { readonly machine: Machine; said(): string } {
	let text = "";
	const stream = () =>
		new Writable({
			write(chunk, _, done) {
				text += chunk;
				done();
			},
		});
	return { machine: { ...guest, out: stream(), err: stream() }, said: () => text };
}
const quiet: Flags = { at: () => undefined, step: () => undefined };
const must = async (code: Promise<number>) => {
	if ((await code) !== 0) throw new Error("The scene cannot be set.");
};

async function scenes(): Promise<void> {
	const { machine } = heard();
	mkdirSync(OUT, { recursive: true });
	execFileSync("sh", ["-c", restartWith], { stdio: "ignore" });
	keep("fresh");
	await must(brokerHarden(machine, { ...common, port: 1883 }));
	for (const user of ["solar_heating", "other"])
		await must(brokerUserAdd(machine, user, { ...common, passwordTo: join(data, user) }));
	keep("hardened");
	const old = secretIn(APP);
	await must(brokerRotate(machine, { ...common, options }));
	execFileSync("cp", ["-p", APP, `${APP}.next`]);
	writeFileSync(APP, `${old}\n`);
	keep("midway");
	bring("hardened");
	const text = readFileSync(CONFIG, "utf8");
	const backup = await backUp(BACKUPS, [CONFIG], "harden", new Date());
	if ("code" in backup) throw new Error(backup.code);
	writeFileSync(join(BACKUPS, "under-way"), `${backup.name}\n`);
	writeFileSync(CONFIG, `${text}max_packet_size 1000\n`);
	keep("noted");
	bring("hardened");
	await must(brokerTls(machine, common));
	const [cert, key] = ["ca.crt", "ca.key"].map((name) => readFileSync(`/etc/mosquitto/tls/${name}`, "utf8"));
	const then = new Date(Date.now() - 380 * 86_400_000);
	const holder = { kind: "server", names: ["localhost", "127.0.0.1"] } as const;
	const pair = await issued({ cert: cert ?? "", key: key ?? "" }, holder, then);
	writeFileSync("/etc/mosquitto/tls/server.pem", `${pair.cert}${pair.key}`);
	keep("tls");
}

/** Every step of a command, and what it makes of the broker. */
async function whole({ from, run, code = 0 }: Command) {
	bring(from);
	const before = { digest: digest("/etc/mosquitto"), manners: await manners(), given: given() };
	const steps: string[] = [];
	const note: At = (point) => steps.push(point);
	const { machine, said } = heard();
	const ended = await run(machine, { at: note, step: note });
	if (ended !== code) throw new Error(`ended with ${ended}: ${said()}`);
	return { steps, before, after: { shape: shape(), manners: await manners(), given: given() } };
}

/** The password of the added user, where it can be known. */
function freshPassword(said: string): string | undefined {
	const file = join(OUT, "fresh");
	if (existsSync(file)) return secretIn(file);
	return /only now\): (\S+)/.exec(said)?.[1] ?? /"password":"([^"]+)"/.exec(said)?.[1];
}

async function freshUser(said: string): Promise<"absent" | "known" | "lost"> {
	const passwd = existsSync("/etc/mosquitto/passwd") ? readFileSync("/etc/mosquitto/passwd", "utf8") : "";
	if (!passwd.includes("fresh:")) return "absent";
	const password = freshPassword(said);
	if (password === undefined) return "lost";
	return (await comesIn("fresh", password)) ? "known" : "lost";
}

async function throwing(name: string, command: Command): Promise<void> {
	const { steps, before, after } = await whole(command);
	const { from, run, code = 0, already = code } = command;
	for (const [nth, step] of steps.entries()) {
		bring(from);
		let count = 0;
		const trap: At = () => {
			if (count++ === nth) throw new Error("Invalid name");
		};
		const { machine, said } = heard();
		const ended = await run(machine, { at: trap, step: trap }).catch((failed: unknown) => `threw ${failed}`);
		const files = digest("/etc/mosquitto") === before.digest ? "old" : shape() === after.shape ? "new" : "neither";
		const now = JSON.stringify(await manners());
		const out = given() === before.given ? "old" : given() === after.given ? "new" : "neither";
		const lives = [before, after].some(
			(one, n) => JSON.stringify(one.manners) === now && (files === "old" ? n === 0 : n === 1),
		);
		const user = await freshUser(said());
		const again = heard();
		const next = await run(again.machine, quiet).catch((failed: unknown) => `threw ${failed}`);
		const left = [`${BACKUPS}/under-way`, `${APP}.next`, `${BACKUPS}/changing`].filter((path) => existsSync(path));
		const halves = FOLDERS.flatMap((folder) => readdirSync(folder, { recursive: true }).map(String)).filter((file) =>
			/\.[0-9a-f]{12}\.new$/.test(file),
		);
		const fine = next === (files === "new" ? already : code) && shape() === after.shape;
		console.log(
			JSON.stringify({
				name,
				step,
				ended,
				files,
				given: out,
				lives,
				user,
				fine,
				left: [...left, ...halves],
				said: said().slice(0, 400),
				next,
				next_said: again.said().slice(0, 200),
			}),
		);
	}
}

writeFileSync(options, JSON.stringify({ mqtt: { host: "127.0.0.1", username: "solar_heating", password_file: APP } }), {
	mode: 0o600,
});
writeFileSync(join(data, "installation-id"), "abcd2345");
await scenes();
const only = process.argv.slice(4);
for (const [name, command] of Object.entries(COMMANDS))
	if (only.length === 0 || only.includes(name)) await throwing(name, command);
rmSync(home, { recursive: true });
