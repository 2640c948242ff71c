import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { COMPILED } from "./compile-cache.ts";
import type { Order, PlantOrder, Report } from "./orders.ts";
import type { Wire } from "./wire.ts";

const MAIN = join(import.meta.dirname, "../../../src/main.ts");
const INSIDE = join(import.meta.dirname, "app-inside.ts");

export interface AppConfig {
	readonly args: readonly string[];
	readonly cwd: string;
	/** The time of day at the start, in ms since 1970. */
	readonly from: number;
	readonly wire: Wire;
}

/** `solar-heating run` as a process whose time and plant the test holds in its hands. */
export class AppProcess {
	readonly child: ChildProcess;
	readonly ended: Promise<number | null>;
	/** The app's time of day, in ms since 1970. */
	at: number;
	said = "";
	readonly #wire: Wire;
	readonly #ready = Promise.withResolvers<void>();
	#done: (() => void) | undefined;

	constructor({ args, cwd, from, wire }: AppConfig) {
		this.at = from;
		this.#wire = wire;
		// Under a debugger the watchdog does nothing, and here time is stopped on purpose.
		const node = ["--inspect=127.0.0.1:0", "--disable-warning=ExperimentalWarning", "--import", INSIDE, MAIN];
		this.child = spawn(process.execPath, [...node, "run", ...args], {
			cwd,
			env: { PATH: process.env["PATH"], HOME: cwd, TZ: "UTC", ...COMPILED, RECORDED_DAY_FROM: String(from) },
			stdio: ["ignore", "pipe", "pipe", "ipc"],
		});
		for (const stream of [this.child.stdout, this.child.stderr])
			stream?.on("data", (chunk: Buffer) => {
				this.said += chunk.toString();
			});
		this.child.on("message", (report: Report) => this.#hear(report));
		this.ended = new Promise((resolve) =>
			this.child.once("exit", (code) => {
				this.#ready.resolve();
				this.#done?.();
				resolve(code);
			}),
		);
	}

	/** The log as it is now, a line each. */
	lines(): readonly string[] {
		return this.said.split("\n").filter((line) => line.startsWith("{"));
	}

	get ready(): Promise<void> {
		return this.#ready.promise;
	}

	plant(order: Omit<PlantOrder, "kind">): Promise<void> {
		return this.#order({ kind: "plant", ...order });
	}
	/** Lets seconds pass, one timer after another. */
	pass(seconds: number): Promise<void> {
		return this.#order({ kind: "pass", ms: seconds * 1000, leap: false });
	}
	/** Puts time ahead at once: what is due on the way comes late. */
	leap(seconds: number): Promise<void> {
		return this.#order({ kind: "pass", ms: seconds * 1000, leap: true });
	}
	/** Comes back when nothing is under way. */
	settle(): Promise<void> {
		return this.pass(0);
	}

	#order(order: Order): Promise<void> {
		return new Promise((resolve) => {
			this.#done = resolve;
			this.#send(order);
		});
	}

	#hear(report: Report): void {
		if (report.kind === "ready") this.#ready.resolve();
		else if (report.kind === "done") {
			this.at = report.at;
			this.#done?.();
		} else void this.#wire.quiet(report.sockets).then((quiet) => this.#send({ kind: "quiet", quiet }));
	}

	#send(order: Order): void {
		if (this.child.connected) this.child.send(order, () => undefined);
	}
}
