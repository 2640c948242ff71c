import { type ChildProcess, spawn } from "node:child_process";
import { pbkdf2Sync, randomBytes } from "node:crypto";
import { existsSync, globSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { locate } from "../../scripts/mosquitto.ts";
import { type Fetched, runnerOf } from "../../scripts/mosquitto-releases.ts";
import { type Account, securityFile } from "./dynamic-security.ts";

/** `system` is the one that is installed (2.0.11 in Debian 12), or that MOSQUITTO names. */
export type Release = "system" | Fetched;
export const RELEASES: readonly Release[] = ["system", "2.0.21", "2.1"];

/** The program of a release; undefined where the system has none. */
export const programOf = (release: Release): string | undefined =>
	release === "system" ? locate(process.env) : runnerOf(release, process.env);

export interface MosquittoOptions {
	readonly release?: Release;
	/** Passwords by user name. Without any, and without `allow_anonymous`, all clients are refused. */
	readonly users?: Readonly<Record<string, string>>;
	/** Content of the acl_file; without it everybody may do everything. */
	readonly acl?: string;
	/** Logins and access rules by the dynamic security plugin, instead of `users` and `acl`. */
	readonly dynamic_security?: Readonly<Record<string, Account>>;
	/** PEM text. With `client_ca`, only clients with a certificate of that authority get in. */
	readonly tls?: { readonly cert: string; readonly key: string; readonly client_ca?: string };
	/** A free one by default. */
	readonly port?: number;
	readonly allow_anonymous?: boolean;
	/** Lines that must precede everything else in the configuration. */
	readonly first?: readonly string[];
	/** More lines for the configuration. */
	readonly more?: readonly string[];
}

/** A real Mosquitto on the loopback, with a folder of its own. */
export interface Mosquitto {
	readonly host: string;
	readonly port: number;
	readonly dir: string;
	/** Of the running process. */
	pid(): number | undefined;
	/** All it logged since the first start. */
	log(): string;
	/** SIGTERM, and waits. Also removes the folder. */
	stop(): Promise<void>;
	/** Like a power cut: connections are not closed. */
	kill9(): Promise<void>;
	/** Starts again on the same port, after `kill9` or beforehand stopping the running one. */
	restart(): Promise<void>;
	/** Reads its files again. */
	hup(): Promise<void>;
	/** Writes a new password file; takes effect by `hup`. */
	setUsers(users: Readonly<Record<string, string>>): void;
	/** Writes a new access file; takes effect by `hup`. */
	setAcl(acl: string): void;
	/** Writes a new certificate with its key; new connections get it after `hup`. */
	setTls(pair: { readonly cert: string; readonly key: string }): void;
	/** Stops answering (SIGSTOP), and goes on (SIGCONT). */
	freeze(): void;
	thaw(): void;
}

/** Comes back when the port accepts; throws with the broker's own words when it does not start. */
export const startMosquitto = async (options: MosquittoOptions = {}): Promise<Mosquitto> => {
	const port = options.port ?? (await freePort());
	const dir = mkdtempSync(join(tmpdir(), "mosquitto-"));
	const write = (name: string, text: string) => replace(join(dir, name), text);
	if (options.users !== undefined) write("passwords", passwordFile(options.users));
	if (options.acl !== undefined) write("acl", options.acl);
	if (options.dynamic_security !== undefined) write("security", securityFile(options.dynamic_security));
	if (options.tls !== undefined) {
		write("cert", options.tls.cert);
		write("key", options.tls.key);
		if (options.tls.client_ca !== undefined) write("client_ca", options.tls.client_ca);
	}
	write("mosquitto.conf", configuration(dir, port, options));

	let output = "";
	const start = async () => {
		const child = spawn(executable(options.release), ["-c", join(dir, "mosquitto.conf")], {
			stdio: ["ignore", "pipe", "pipe"],
		});
		guard(child);
		const hear = (chunk: Buffer) => {
			output += chunk;
		};
		child.stdout.on("data", hear);
		child.stderr.on("data", hear);
		await accepting(child, port, () => output);
		return child;
	};
	let child = await start();
	const kill9 = () => end(child, "SIGKILL");

	return {
		host: "127.0.0.1",
		port,
		dir,
		pid: () => child.pid,
		log: () => output,
		kill9,
		stop: async () => {
			await end(child, "SIGTERM");
			rmSync(dir, { recursive: true, force: true });
		},
		restart: async () => {
			await end(child, "SIGTERM");
			child = await start();
		},
		hup: async () => {
			const before = output.length;
			child.kill("SIGHUP");
			await until("reload", () => output.slice(before).includes("Reloading config"));
			// Clients whose password changed are thrown out in the next round of its loop.
			await pause(50);
		},
		setUsers: (users) => write("passwords", passwordFile(users)),
		setAcl: (acl) => write("acl", acl),
		setTls: ({ cert, key }) => {
			write("cert", cert);
			write("key", key);
		},
		freeze: () => void child.kill("SIGSTOP"),
		thaw: () => void child.kill("SIGCONT"),
	};
};

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const server = createServer().once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			const port = typeof address === "object" && address !== null ? address.port : 0;
			server.close(() => resolve(port));
		});
	});

/** A line of a password file. Mosquitto 2.0 wants a salt of exactly 12 bytes and a key of 64. */
const passwordLine = (user: string, password: string): string => {
	const salt = randomBytes(12);
	const key = pbkdf2Sync(password, salt, ROUNDS, 64, "sha512");
	return `${user}:$7$${ROUNDS}$${salt.toString("base64")}$${key.toString("base64")}\n`;
};
const ROUNDS = 1000;

const passwordFile = (users: Readonly<Record<string, string>>) =>
	Object.entries(users)
		.map(([user, password]) => passwordLine(user, password))
		.join("");

/** Never half a file where the broker may be reading. */
const replace = (path: string, text: string) => {
	writeFileSync(`${path}.new`, text, { mode: 0o600 });
	renameSync(`${path}.new`, path);
};

const configuration = (dir: string, port: number, options: MosquittoOptions) => {
	const { users, acl, tls, allow_anonymous, dynamic_security, release, first = [], more = [] } = options;
	return [
		...first,
		// Started by root it would become another user, who cannot read these files.
		...(process.getuid?.() === 0 ? ["user root"] : []),
		`listener ${port} 127.0.0.1`,
		`allow_anonymous ${allow_anonymous === true}`,
		...(users === undefined ? [] : [`password_file ${join(dir, "passwords")}`]),
		...(acl === undefined ? [] : [`acl_file ${join(dir, "acl")}`]),
		...(dynamic_security === undefined
			? []
			: [`plugin ${securityPlugin(release)}`, `plugin_opt_config_file ${join(dir, "security")}`]),
		...(tls === undefined ? [] : [`certfile ${join(dir, "cert")}`, `keyfile ${join(dir, "key")}`]),
		...(tls?.client_ca === undefined ? [] : [`cafile ${join(dir, "client_ca")}`, "require_certificate true"]),
		"persistence false",
		"log_dest stderr",
		"log_type all",
		"set_tcp_nodelay true",
		...more,
		"",
	].join("\n");
};

const executable = (release: Release = "system"): string => {
	const found = programOf(release);
	if (found === undefined || !existsSync(found))
		throw new Error(`Mosquitto (${release}) is not here: npm test, or npm run test:auth, fetches it`);
	return found;
};

/** Where packages put it, or beside the program. */
export const securityPlugin = (release: Release = "system"): string => {
	const name = "mosquitto_dynamic_security.so";
	const beside = join(dirname(executable(release)), "dynamic-security.so");
	const usual = ["/usr/lib/*", "/usr/lib", "/usr/local/lib", "/opt/homebrew/lib"].map((folder) => join(folder, name));
	const found = existsSync(beside) ? beside : globSync(usual)[0];
	if (found === undefined) throw new Error(`Mosquitto (${release}) comes without its dynamic security plugin`);
	return found;
};

/**
 * A run that dies before it stops its broker must not leave it running for ever: a shell waits for the end of its
 * input, which comes when we are gone in whatever way (a test runner may never say "exit").
 */
const guard = (broker: ChildProcess) => {
	const shell = spawn("sh", ["-c", `read _; kill -9 ${broker.pid}`], { stdio: ["pipe", "ignore", "ignore"] });
	shell.unref();
	broker.once("exit", () => shell.kill("SIGKILL"));
};

const accepting = async (child: ChildProcess, port: number, output: () => string) => {
	const accepted = () =>
		new Promise<boolean>((resolve) => {
			const socket = connect(port, "127.0.0.1");
			socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
			socket.once("connect", () => socket.destroy());
		});
	for (const end = performance.now() + PATIENCE; performance.now() < end; await pause(10)) {
		if (child.exitCode !== null) throw new Error(`Mosquitto ended with ${child.exitCode}: ${output()}`);
		if (await accepted()) return;
	}
	throw new Error(`Mosquitto does not accept connections: ${output()}`);
};

const end = async (child: ChildProcess, signal: "SIGTERM" | "SIGKILL") => {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = new Promise((resolve) => child.once("exit", resolve));
	child.kill("SIGCONT");
	child.kill(signal);
	await ended;
};

const until = async (what: string, so: () => boolean) => {
	for (const end = performance.now() + PATIENCE; !so(); await pause(10))
		if (performance.now() > end) throw new Error(`Mosquitto has not done it: ${what}`);
};
/** ms; much for a busy machine. */
const PATIENCE = 60_000;
