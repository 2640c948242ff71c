import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../mosquitto.ts";

/** `startup` until it is healthy; `error` when it ended with a code other than 0. */
export type AppState = "startup" | "started" | "stopped" | "error";

/** The app's program and its arguments, for a data folder and a port of the loopback. */
export type Launch = (data: string, port: number) => readonly [program: string, ...args: readonly string[]];

/** What the Supervisor hands to a container. */
interface Given {
	/** Already valid; what is left out has its default. */
	readonly options: unknown;
	readonly env: Readonly<Record<string, string>>;
	/** s that a stop may take. */
	readonly timeout: number;
}

/** The app under test as the real process that it is, started and stopped as the Supervisor does with its container. */
export class AppProcess {
	readonly data: string;
	/** All lines that it has written, over all its starts. */
	readonly lines: string[] = [];
	/** Its Supervisor token; a new one at every start. */
	token = "";
	/** Where it serves; a new one at every start. */
	port = 0;
	state: AppState = "stopped";
	exitCode: number | null = null;
	readonly #launch: Launch;
	readonly #changed: (state: AppState) => void;
	readonly #heard = new Set<(line: string) => void>();
	#child: ChildProcess | undefined;
	#timeout = 10;

	constructor(data: string, launch: Launch, changed: (state: AppState) => void) {
		this.data = data;
		this.#launch = launch;
		this.#changed = changed;
	}

	get pid(): number {
		return this.#child?.pid ?? 0;
	}

	/** Writes the options, starts the process, and waits until it is healthy or has ended. */
	async start({ options, env, timeout }: Given): Promise<void> {
		await this.stop();
		this.#timeout = timeout;
		this.token = randomBytes(28).toString("hex");
		this.port = await freePort();
		mkdirSync(this.data, { recursive: true });
		writeFileSync(join(this.data, "options.json"), JSON.stringify(options, null, 2), { mode: 0o600 });
		const [program, ...args] = this.#launch(this.data, this.port);
		const own = { PATH: process.env["PATH"], HOME: this.data, TZ: "Europe/Stockholm", SUPERVISOR_TOKEN: this.token };
		const child = spawn(program, args, { cwd: this.data, env: { ...own, ...env }, stdio: ["ignore", "pipe", "pipe"] });
		this.#child = child;
		for (const stream of [child.stdout, child.stderr]) this.#read(stream);
		child.once("exit", (code) => {
			this.exitCode = code;
			this.#becomes(code === 0 ? "stopped" : "error");
		});
		this.#becomes("startup");
		await this.#healthy();
	}

	/** SIGTERM, and SIGKILL after the manifest's `timeout`. */
	async stop(): Promise<void> {
		const child = this.#child;
		if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
		const ended = new Promise((done) => child.once("close", done));
		child.kill("SIGTERM");
		const impatient = setTimeout(() => child.kill("SIGKILL"), this.#timeout * 1000);
		await ended;
		clearTimeout(impatient);
	}

	/** Every line from now on; gives what ends that. */
	hear(listener: (line: string) => void): () => void {
		this.#heard.add(listener);
		return () => void this.#heard.delete(listener);
	}

	get #runs(): boolean {
		return this.state === "startup" || this.state === "started";
	}

	async #healthy(): Promise<void> {
		const url = `http://127.0.0.1:${this.port}/healthz`;
		for (let nth = 0; nth < 600 && this.#runs; nth++) {
			const answer = await fetch(url).catch(() => undefined);
			if (answer?.ok) return this.#becomes("started");
			await pause(100);
		}
	}

	#becomes(state: AppState): void {
		if (this.state === state) return;
		this.state = state;
		this.#changed(state);
	}

	#read(stream: NodeJS.ReadableStream | null): void {
		let rest = "";
		stream?.setEncoding("utf8").on("data", (chunk: string) => {
			const lines = (rest + chunk).split("\n");
			rest = lines.pop() ?? "";
			for (const line of lines) {
				this.lines.push(line);
				for (const listener of this.#heard) listener(line);
			}
		});
	}
}
