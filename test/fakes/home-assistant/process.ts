import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import {
	type HomeAssistantRelease,
	homeAssistantFolder,
	inside,
	NEWEST,
} from "../../../scripts/home-assistant/place.ts";
import { freePort } from "../mosquitto.ts";

export interface HomeAssistantOptions {
	/** Its configuration and all that it keeps; made where missing, left when it ends. */
	readonly folder: string;
	/** A free one by default. */
	readonly port?: number;
	/** The newest by default. */
	readonly release?: HomeAssistantRelease;
	/** Of the house. */
	readonly language?: "en" | "sv" | "de";
	/** More lines of its configuration.yaml. */
	readonly yaml?: readonly string[];
	/** The Supervisor that it finds itself under. */
	readonly supervisor?: { readonly address: string; readonly token: string };
}

/** ms. A busy machine needs the most for the very first start, when Python compiles. */
const START = 120_000;
const STOP = 40_000;
const SOCKET = "core.sock";

/** A real Home Assistant on the loopback, in a process group of its own. */
export class HomeAssistant {
	readonly folder: string;
	readonly port: number;
	readonly #options: HomeAssistantOptions;
	#child: ChildProcess | undefined;
	#log = "";

	private constructor(options: HomeAssistantOptions, port: number) {
		this.#options = options;
		this.folder = options.folder;
		this.port = port;
	}

	/** Comes back when its HTTP server answers; throws with its own words when it does not. */
	static async start(options: HomeAssistantOptions): Promise<HomeAssistant> {
		const home = new HomeAssistant(options, options.port ?? (await freePort()));
		home.#furnish();
		await home.restart();
		return home;
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	/** The socket on which the Supervisor talks to it without a login, as seen from here. */
	get socket(): string {
		return join(this.folder, SOCKET);
	}

	/** Its warnings and errors since the first start. */
	log(): string {
		return this.#log;
	}

	/** As a person's restart: SIGTERM, and a start when it has ended. Also starts one that has ended. */
	async restart(): Promise<void> {
		await this.stop();
		rmSync(this.socket, { force: true });
		this.#child = this.#spawn();
		await this.#answering(this.#child);
	}

	/** SIGTERM, and waits; it has saved everything. */
	async stop(): Promise<void> {
		if (this.#child === undefined) return;
		const impatient = setTimeout(() => this.#signal("SIGKILL"), STOP);
		await this.#ended("SIGTERM");
		clearTimeout(impatient);
	}

	/** As a power cut. */
	async kill9(): Promise<void> {
		await this.#ended("SIGKILL");
	}

	get #release(): HomeAssistantRelease {
		return this.#options.release ?? NEWEST;
	}

	#furnish(): void {
		const { language = "en", yaml = [] } = this.#options;
		const { http } = this.#release;
		// Without it at its start, Home Assistant has no /local.
		for (const own of [".storage", "www"]) mkdirSync(join(this.folder, own), { recursive: true });
		const house = `name: House, unit_system: metric, time_zone: Europe/Stockholm, country: SE, language: ${language}`;
		const address = `http: {server_host: 127.0.0.1, server_port: ${this.port}}`;
		const lines = [`homeassistant: {${house}}`, ...["frontend:", "config:", "history:", "logbook:", "energy:"]];
		writeFileSync(
			join(this.folder, "configuration.yaml"),
			[...(http === "yaml" ? [address] : []), ...lines, ...yaml, ""].join("\n"),
		);
		const automations = join(this.folder, "automations.yaml");
		if (!existsSync(automations)) writeFileSync(automations, "[]\n");
		const kept = { ...ABOARD, ...(http === "kept" ? confirmed(this.port) : {}) };
		for (const [key, { version, data }] of Object.entries(kept)) {
			const file = join(this.folder, ".storage", key);
			if (!existsSync(file)) writeFileSync(file, JSON.stringify({ version, minor_version: 1, key, data }));
		}
	}

	#spawn(): ChildProcess {
		const { supervisor } = this.#options;
		const folder = homeAssistantFolder(process.env, this.#release);
		if (!existsSync(folder)) throw new Error("Home Assistant is not here: node scripts/home-assistant.ts installs it");
		const config = inside(folder, this.folder, []).config;
		const hass = ["-m", "homeassistant", "--config", config, "--log-no-color", "--skip-pip"];
		const { command, env } = inside(folder, this.folder, hass);
		const [program, ...args] = command;
		const under = supervisor && {
			SUPERVISOR: supervisor.address,
			SUPERVISOR_TOKEN: supervisor.token,
			SUPERVISOR_CORE_API_SOCKET: join(config, SOCKET),
		};
		const stdio: ["ignore", "pipe", "pipe"] = ["ignore", "pipe", "pipe"];
		const child = spawn(program, args, { env: { ...env, ...under }, stdio, detached: true });
		guard(child);
		for (const stream of [child.stdout, child.stderr])
			stream.setEncoding("utf8").on("data", (text: string) => {
				this.#log += text;
			});
		return child;
	}

	async #answering(child: ChildProcess): Promise<void> {
		const from = performance.now();
		while (performance.now() - from < START) {
			if (!living(child)) throw new Error(`Home Assistant ended with ${child.exitCode}: ${this.#log}`);
			// Once everybody is aboard there is nothing at this address, and that is an answer too.
			if (
				await fetch(`${this.url}/api/onboarding`).then(
					({ ok, status }) => ok || status === 404,
					() => false,
				)
			)
				return;
			await pause(100);
		}
		await this.kill9();
		throw new Error(`Home Assistant does not answer at ${this.url}: ${this.#log}`);
	}

	async #ended(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
		const child = this.#child;
		if (child === undefined || !living(child)) return;
		const ended = new Promise((resolve) => child.once("close", resolve));
		this.#signal(signal);
		await ended;
	}

	#signal(signal: "SIGTERM" | "SIGKILL"): void {
		const pid = this.#child?.pid;
		if (pid === undefined) return;
		try {
			// The whole group, as it may have started programs of its own.
			process.kill(-pid, signal);
		} catch {
			// It has just ended.
		}
	}
}

/** What it would have kept of earlier days, in its own files. */
const ABOARD = {
	// Only the first user is missing. The other steps would set up weather, radio and speech from the Internet.
	onboarding: { version: 4, data: { done: ["core_config", "analytics", "integration"] } },
};
/** Settings of the HTTP server that come by configuration.yaml are on trial until a person confirms them, and these are. */
const confirmed = (server_port: number) => ({
	http: { version: 3, data: { stable: { ...HTTP, server_port }, pending: null, yaml_migration_done: true } },
});
const HTTP = {
	server_host: ["127.0.0.1"],
	cors_allowed_origins: ["https://cast.home-assistant.io"],
	login_attempts_threshold: -1,
	ip_ban_enabled: true,
	ssl_profile: "intermediate_v6",
	use_x_frame_options: true,
	created_at: "2026-11-25T00:00:00.000000+00:00",
	error: null,
	error_message: null,
};

const living = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null;

/** The test may die in any way: a shell waits for the end of its input, which then comes, and ends the group. */
const guard = (child: ChildProcess): void => {
	const script = `read _; kill -9 -${child.pid}`;
	const shell = spawn("sh", ["-c", script], { stdio: ["pipe", "ignore", "ignore"], detached: true });
	shell.unref();
	child.once("exit", () => shell.kill("SIGKILL"));
};
