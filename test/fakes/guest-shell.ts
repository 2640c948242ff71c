import type { ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";

export interface Told {
	readonly code: number;
	/** stdout and stderr as they came. */
	readonly out: string;
}

/**
 * The loop of a machine's init that runs what a checking shell sends. An emulated serial line now and then loses a character:
 * a line that is not as it was sent is asked for again.
 */
export const CHECKED_LOOP = `while read -r sum line; do
	if [ "$(printf %s "$line" | md5sum | cut -c1-32)" = "$sum" ]; then eval "$(printf %s "$line" | base64 -d)"; else echo; echo resend; fi
done`;

/** The shell of an emulated machine, on its console. The machine says `ready` on a line of its own, then reads lines. */
export class GuestShell {
	readonly #machine: ChildProcess;
	readonly #checked: boolean;
	#heard = "";
	#turn: Promise<unknown> = Promise.resolve();

	/** @param checked whether the machine reads by `CHECKED_LOOP`, or plain lines */
	constructor(machine: ChildProcess, { checked }: { readonly checked: boolean } = { checked: false }) {
		this.#machine = machine;
		this.#checked = checked;
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
		const line = `( ${command} ) 2>&1; echo "${mark.slice(0, 5)}""${mark.slice(5)} $?"`;
		const sent = this.#checked ? summed(line) : line;
		this.#machine.stdin?.write(`${sent}\n`);
		const out = await this.#said(mark, ms, () => {
			if (!this.#checked || !this.#heard.replaceAll("\r", "").endsWith("\nresend\n")) return;
			this.#heard = "";
			this.#machine.stdin?.write(`${sent}\n`);
		});
		const end = out.indexOf(mark);
		return { code: Number(/ (\d+)/.exec(out.slice(end))?.[1]), out: out.slice(0, end) };
	}

	/** All that was heard, as soon as these words and their line are among it. */
	#said(words: string, ms: number, meanwhile: () => void = () => undefined): Promise<string> {
		return new Promise((resolve, reject) => {
			const from = performance.now();
			const look = setInterval(() => {
				meanwhile();
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

/** A line with its checksum, in characters that no shell means anything by. */
function summed(line: string): string {
	const text = Buffer.from(line).toString("base64");
	return `${createHash("md5").update(text).digest("hex")} ${text}`;
}
