import type { ChildProcess } from "node:child_process";

export interface Told {
	readonly code: number;
	/** stdout and stderr as they came. */
	readonly out: string;
}

/** The shell of an emulated machine, on its console. The machine says `ready` on a line of its own, then reads lines. */
export class GuestShell {
	readonly #machine: ChildProcess;
	#heard = "";
	#turn: Promise<unknown> = Promise.resolve();

	constructor(machine: ChildProcess) {
		this.#machine = machine;
		machine.stdout?.on("data", (chunk: Buffer) => {
			this.#heard += chunk;
		});
	}

	ready(ms = 120_000): Promise<unknown> {
		return this.#said("\nready\n", ms);
	}

	/** Runs a command line as root. */
	sh(command: string, ms = 60_000): Promise<Told> {
		const told = this.#turn.then(() => this.#told(command, ms));
		this.#turn = told.catch(() => undefined);
		return told;
	}

	/** Ends the machine at once. */
	async close(): Promise<void> {
		const gone = new Promise((resolve) => this.#machine.once("exit", resolve));
		if (this.#machine.exitCode === null && this.#machine.kill("SIGKILL")) await gone;
	}

	async #told(command: string, ms: number): Promise<Told> {
		const mark = `told-${Math.random().toString(36).slice(2)}`;
		this.#heard = "";
		// In two parts, so that no echo of the command can be taken for its end.
		this.#machine.stdin?.write(`( ${command} ) 2>&1; echo "${mark.slice(0, 5)}""${mark.slice(5)} $?"\n`);
		const out = await this.#said(mark, ms);
		const end = out.indexOf(mark);
		return { code: Number(/ (\d+)/.exec(out.slice(end))?.[1]), out: out.slice(0, end) };
	}

	/** All that was heard, as soon as these words and their line are among it. */
	#said(words: string, ms: number): Promise<string> {
		return new Promise((resolve, reject) => {
			const from = performance.now();
			const look = setInterval(() => {
				const heard = this.#heard.replaceAll("\r", "");
				const at = heard.indexOf(words);
				if (at >= 0 && heard.indexOf("\n", at) >= 0) done(() => resolve(heard));
				else if (this.#machine.exitCode !== null || performance.now() - from > ms)
					done(() => reject(new Error(`The machine did not say ${JSON.stringify(words)} in ${ms} ms:\n${heard}`)));
			}, 20);
			const done = (then: () => void) => {
				clearInterval(look);
				then();
			};
		});
	}
}
