import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { COMPILED } from "./compile-cache.ts";

/** A command as it is typed. */
export interface Asked {
	readonly args: readonly string[];
	readonly cwd: string;
	readonly env: Readonly<Record<string, string>>;
}
export interface Said {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

/** Where commands are typed, in one folder. */
export class Console {
	readonly #child: ChildProcess;
	readonly #cwd: string;

	constructor(cwd: string) {
		this.#cwd = cwd;
		this.#child = fork(join(import.meta.dirname, "console-inside.ts"), {
			env: { ...process.env, ...COMPILED },
			execArgv: ["--disable-warning=ExperimentalWarning"],
			stdio: ["ignore", "ignore", "inherit", "ipc"],
		});
	}

	type(args: readonly string[], env: Asked["env"] = {}): Promise<Said> {
		return new Promise((resolve, reject) => {
			const died = () => reject(new Error(`The console died at: ${args.join(" ")}`));
			this.#child.once("exit", died);
			this.#child.once("message", (said: Said) => {
				this.#child.off("exit", died);
				resolve(said);
			});
			this.#child.send({ args, cwd: this.#cwd, env } satisfies Asked);
		});
	}

	close(): void {
		this.#child.disconnect();
	}
}
