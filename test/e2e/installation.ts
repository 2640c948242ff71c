import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { LcusBoard } from "../fakes/lcus-board.ts";
import { type Mosquitto, startMosquitto } from "../fakes/mosquitto.ts";
import { FakeW1 } from "../fakes/w1.ts";
import { type Life, launcher, type Place } from "./launcher.ts";
import { noonZone } from "./noon.ts";

/** Recognisable wherever it should not be. */
export const CANARY = "canary-Pw-7f3a9c";
const INSTALLATION = "e2etest1";
const COLLECTOR = "28-0000000000c0";
const TANK = "28-0000000000a0";

/** Parts of the options that are to be other ones than these. */
type Changes = (own: Own) => Readonly<Record<string, unknown>>;
interface Own {
	readonly sensors: readonly Readonly<Record<string, unknown>>[];
	readonly outputs: readonly Readonly<Record<string, unknown>>[];
}

/** One whole installation of the product, as an owner has it: broker, sensors, relay board, and the app. */
export class Installation {
	readonly broker: Mosquitto;
	readonly board: LcusBoard;
	readonly root = `solar/${INSTALLATION}`;
	readonly #w1: FakeW1;
	readonly #dir: string;
	#app: Life | undefined;
	/** Everything that the app has written, since the first start. */
	log = "";

	private constructor(broker: Mosquitto, board: LcusBoard, w1: FakeW1, dir: string) {
		this.broker = broker;
		this.board = board;
		this.#w1 = w1;
		this.#dir = dir;
	}

	static async open({ relays = 4, answers = true } = {}): Promise<Installation> {
		const dir = mkdtempSync(join(tmpdir(), "solar-e2e-"));
		writeFileSync(join(dir, "installation-id"), INSTALLATION);
		const board = new LcusBoard({ relays, answers });
		const w1 = new FakeW1();
		const broker = await startMosquitto({ users: { solar: CANARY, viewer: "viewer-pw" }, acl: "" });
		const installation = new Installation(broker, board, w1, dir);
		installation.#writeOptions();
		broker.setAcl(
			`${await installation.command("broker", "acl")}\nuser viewer\ntopic readwrite #\ntopic read $SYS/#\n`,
		);
		await broker.hup();
		return installation;
	}

	get folder(): string {
		return this.#dir;
	}
	async controller(): Promise<number | undefined> {
		return this.#app?.controller();
	}

	/** Where the app runs, if that is a container. */
	get container(): string {
		return this.#app?.container ?? "";
	}

	collector(celsius: number): void {
		this.#w1.set(COLLECTOR, celsius);
	}
	tank(celsius: number): void {
		this.#w1.set(TANK, celsius);
	}
	pullCollector(): void {
		this.#w1.remove(COLLECTOR);
	}

	/** Runs a command of the product to its end, and gives what it printed. The board, in this process, goes on answering. */
	async command(...args: readonly string[]): Promise<string> {
		return launcher.command(this.place, ...args);
	}

	start(): void {
		const app = launcher.start(this.place);
		for (const stream of [app.child.stdout, app.child.stderr])
			stream?.on("data", (chunk: Buffer) => {
				this.log += chunk.toString();
			});
		this.#app = app;
	}

	/** Ends the app, and gives its exit code and how long it took (ms). */
	async end(signal: "SIGTERM" | "SIGKILL"): Promise<{ readonly code: number | null; readonly ms: number }> {
		const { child, signal: send } = this.#app ?? {};
		if (child === undefined || child.exitCode !== null || child.signalCode !== null)
			return { code: child?.exitCode ?? null, ms: 0 };
		const from = performance.now();
		const exited = new Promise<number>((resolve) => child.once("exit", () => resolve(performance.now() - from)));
		// All that it said has been read by then.
		const closed = new Promise<number | null>((resolve) => child.once("close", resolve));
		send?.(signal);
		const ms = await exited;
		return { code: await closed, ms };
	}

	async close(): Promise<void> {
		await this.end("SIGKILL");
		await this.broker.stop();
		this.board.close();
		this.#w1.close();
		rmSync(this.#dir, { recursive: true, force: true });
	}

	/** All that its app has to see. */
	get place(): Place {
		return { folder: this.#dir, sees: [dirname(this.board.path), this.#w1.root] };
	}

	/** The options, with parts instead of their own. */
	options(changes: Changes = () => ({})): void {
		this.#writeOptions(changes);
	}

	#writeOptions(changes: Changes = () => ({})): void {
		const spared = { least_run: 0, least_rest: 0 };
		const options = {
			mqtt: { host: this.broker.host, port: this.broker.port, username: "solar", password: CANARY },
			site: { time_zone: noonZone() },
			one_wire: { root: this.#w1.root, pace: 1 },
			sensors: [
				{ id: "collector", role: "collector", source: `one_wire:${COLLECTOR}` },
				{ id: "tank", role: "tank", source: `one_wire:${TANK}` },
			],
			outputs: [
				{ id: "pump", role: "pump", target: `usb_relay:${this.board.path}/1`, ...spared },
				{ id: "heater", role: "heater", target: `usb_relay:${this.board.path}/2`, wiring: "nc", ...spared },
			],
		};
		const written = { ...options, ...changes(options) };
		writeFileSync(join(this.#dir, "options.json"), JSON.stringify(written), { mode: 0o600 });
	}
}

/** Waits until something is so; throws with `what` when it is not so in time. */
export async function until(what: string, so: () => boolean | Promise<boolean>, ms = 60_000): Promise<number> {
	const from = performance.now();
	while (!(await so())) {
		if (performance.now() - from > ms) throw new Error(`Not within ${ms} ms: ${what}`);
		await pause(5);
	}
	return performance.now() - from;
}
