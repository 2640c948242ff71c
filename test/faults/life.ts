import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { instant } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { openStore } from "#store/store.ts";
import { bundle, LAUNCHER } from "../../scripts/bundle.ts";
import { compilerHere } from "../../scripts/compiler.ts";
import { remember } from "../../src/app/control/last-valid.ts";
import { LcusBoard } from "../fakes/lcus-board.ts";
import { freePort } from "../fakes/mosquitto.ts";
import { FakeW1 } from "../fakes/w1.ts";

const COLLECTOR = "28-0000000000c0";
const TANK = "28-0000000000a0";
/** As s6 does it: ms from SIGTERM to SIGKILL. */
const TERM_TO_KILL = 3500;

/** The app as it is shipped, which starts in a third of the time. */
export const shipped = async (folder: string): Promise<string> => {
	await bundle("src/main.ts", join(folder, "app"));
	return join(folder, "app", LAUNCHER);
};

export const shimIn = (folder: string): string => {
	const compiler = compilerHere();
	if (compiler === undefined) throw new Error("There is no C compiler: npm run test:faults installs one");
	const shim = join(folder, "shim.so");
	const source = join(import.meta.dirname, "shim.c");
	execFileSync(compiler, ["-shared", "-fPIC", "-O1", "-o", shim, source, "-ldl"], { stdio: "pipe" });
	return shim;
};

export interface Spoil {
	readonly key: string;
	readonly how: "fail" | "hang";
}

/** One life of the app, as a process on a relay board and sensors of its own, with a call of it spoilt. */
export class Life {
	readonly #main: string;
	readonly #broker: number;
	readonly #folder = mkdtempSync(join(tmpdir(), "faults-"));
	readonly #w1 = new FakeW1();
	readonly #board = new LcusBoard();
	readonly #data = join(this.#folder, "data");
	#child: ChildProcess | undefined;
	#ended: Promise<string> | undefined;
	#log = "";

	#path = (name: string) => join(this.#folder, name);

	/** A house that was run before: the pump is on, as one left it that was killed, and a setting is kept. */
	constructor(main: string, broker: number) {
		this.#main = main;
		this.#broker = broker;
		writeFileSync(this.#path("password"), "long-enough-1\n", { mode: 0o600 });
		this.#w1.set(COLLECTOR, 70);
		this.#w1.set(TANK, 40);
		this.#board.coils[0] = true;
		mkdirSync(this.#data);
		mkdirSync(join(this.#folder, "phase"));
		const store = openStore(this.#data, () => undefined);
		store.save({
			overrides: [{ rule: "solar_charging", field: "start_at", value: 11, replaced: 8 }],
			running: instant(7),
		});
		store.close();
		writeFileSync(this.#path("options.json"), JSON.stringify(this.#plant()));
		const parsed = parse(this.#plant());
		if (parsed.kind === "valid") remember(this.#data, parsed.options, () => undefined);
	}

	#plant = () => ({
		turn: 0.2,
		one_wire: { root: this.#w1.root, pace: 1 },
		usb_relay: { gap: 5 },
		mqtt: { host: "localhost", port: this.#broker, username: "solar", password_file: this.#path("password") },
		sensors: [
			{ id: "collector", role: "collector", source: `one_wire:${COLLECTOR}` },
			{ id: "tank", role: "tank", source: `one_wire:${TANK}` },
		],
		outputs: [{ id: "pump", role: "pump", target: `usb_relay:${this.#board.path}/1`, least_run: 0, least_rest: 0 }],
	});

	async begin(shim: string, spoil?: Spoil): Promise<void> {
		const http = await freePort();
		const options = this.#path("options.json");
		this.#child = spawn(
			process.execPath,
			[this.#main, "run", "--options", options, "--data", this.#data, "--http-port", String(http)],
			{
				cwd: this.#folder,
				env: {
					PATH: process.env["PATH"],
					HOME: this.#folder,
					SOLAR_HEATING_HEARTBEAT: this.#path("heartbeat"),
					LD_PRELOAD: shim,
					FAULTS_ROOTS: `data=${this.#data};w1=${this.#w1.root};board=${this.#board.path};file=${this.#folder}`,
					FAULTS_PORTS: `broker=${this.#broker};http=${http}`,
					FAULTS_LOG: this.#path("log"),
					FAULTS_PHASE: this.#path("phase"),
					...(spoil && { FAULTS_KEY: spoil.key, FAULTS_HOW: spoil.how }),
				},
				stdio: ["ignore", "pipe", "pipe"],
			},
		);
		for (const stream of [this.#child.stdout, this.#child.stderr])
			stream?.on("data", (chunk: Buffer) => {
				this.#log += chunk;
			});
		this.#ended = new Promise((resolve) =>
			this.#child?.once("exit", (code, signal) => resolve(signal ?? String(code))),
		);
	}

	get said(): string {
		return this.#log;
	}
	get pump(): boolean {
		return this.#board.coils[0] === true;
	}
	get over(): boolean {
		return this.#child?.exitCode !== null || this.#child.signalCode !== null;
	}
	calls(): readonly string[] {
		const all = existsSync(this.#path("log")) ? readFileSync(this.#path("log"), "utf8").trim().split("\n") : [];
		return all.filter((line) => line !== "HIT");
	}
	get hit(): boolean {
		return existsSync(this.#path("log")) && readFileSync(this.#path("log"), "utf8").includes("HIT\n");
	}
	phase(name: "run" | "stop"): void {
		writeFileSync(join(this.#path("phase"), name), "");
	}

	/** What the service outside looks at: it changes every second as long as the loop turns. */
	get heartbeat(): string {
		const path = this.#path("heartbeat");
		return existsSync(path) ? readFileSync(path, "latin1") : "";
	}

	/** As its supervisor ends it: how it ended, and ms from SIGTERM. */
	async stop(): Promise<{ readonly how: string; readonly took: number }> {
		const before = performance.now();
		this.#child?.kill("SIGTERM");
		const late = setTimeout(() => this.#child?.kill("SIGKILL"), TERM_TO_KILL);
		const how = (await this.#ended) ?? "";
		clearTimeout(late);
		return { how, took: performance.now() - before };
	}

	/**
	 * What the supervisor does after an end that was not in good order. On a busy machine a board may be late: the app, which
	 * would come again now, would write to it again as well.
	 */
	async rest(): Promise<void> {
		const args = ["rest", "--options", this.#path("options.json"), "--data", this.#data];
		for (let tries = 0; tries < 3 && this.pump; tries++) {
			const child = spawn(process.execPath, [this.#main, ...args], { stdio: "ignore" });
			await new Promise((resolve) => child.once("exit", resolve));
		}
	}

	/** What is kept of the setting. */
	kept(): unknown {
		const store = openStore(this.#data, () => undefined);
		const { overrides } = store.load();
		store.close();
		return overrides.find(({ field }) => field === "start_at")?.value;
	}

	/** As the service outside does where the thread gives no sign of life. */
	killed(): Promise<string> {
		this.#child?.kill("SIGKILL");
		return this.#ended ?? Promise.resolve("");
	}

	clear(): void {
		this.#child?.kill("SIGKILL");
		this.#w1.close();
		this.#board.close();
		rmSync(this.#folder, { recursive: true, force: true });
	}
}
