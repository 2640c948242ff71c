import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Order, Outcome, Told } from "./inside/order.ts";

const INSIDE = join(import.meta.dirname, "inside");

/** What became of the test files of an order. */
export interface Ended {
	readonly passed: readonly Extract<Outcome, { count: number }>[];
	/** How the next one failed, or that the process ended; absent if all passed. */
	readonly failed?: string;
}

/** A process that runs test files, order after order. Another takes its place when it ends. */
export class Runner {
	private readonly root: string;
	private readonly env: NodeJS.ProcessEnv;
	private child: ChildProcess | undefined;

	constructor(root: string, env: NodeJS.ProcessEnv) {
		this.root = root;
		this.env = env;
	}

	/** One order at a time. */
	run(order: Order): Promise<Ended> {
		const child = this.started();
		const passed: Extract<Outcome, { count: number }>[] = [];
		let failed: string | undefined;
		return new Promise((resolve) => {
			const heard = (told: Told): void => {
				if (told !== "done") {
					if ("count" in told) passed.push(told);
					else failed = told.failed;
					return;
				}
				child.off("exit", ended).off("message", heard);
				resolve(failed === undefined ? { passed } : { passed, failed });
			};
			const ended = (code: number | null, signal: string | null): void => {
				this.child = undefined;
				resolve({
					passed,
					failed: failed ?? (signal === "SIGXCPU" ? "took too long" : `ended with ${signal ?? code}`),
				});
			};
			child.on("message", heard).once("exit", ended).send(order);
		});
	}

	/** The next order gets a process of its own. */
	async end(): Promise<void> {
		const { child } = this;
		if (child === undefined) return;
		this.child = undefined;
		child.disconnect();
		if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
	}

	private started(): ChildProcess {
		const node = [
			...["--disable-warning=ExperimentalWarning", "--max-old-space-size=1500"],
			...["--import", join(INSIDE, "hooks.ts"), join(INSIDE, "run.ts"), "--check"],
		];
		this.child ??= spawn(process.execPath, node, {
			cwd: this.root,
			env: { ...process.env, LC_ALL: "C.UTF-8", ...this.env },
			stdio: ["ignore", "ignore", "ignore", "ipc"],
		});
		return this.child;
	}
}
