import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Writable } from "node:stream";
import type { Machine } from "#app/machine.ts";

/** Recognisable wherever it should not be. */
export const CANARY = "canary-Pw-5d21e8";

/** A place to call commands from: a folder of its own, an environment, and ears for what is said. */
export class Desk {
	readonly folder = mkdtempSync(join(tmpdir(), "solar-desk-"));
	env: Machine["env"] = { HOME: this.folder };
	out = "";
	err = "";
	/** A machine on which nothing is connected. */
	roots: Machine["roots"] = { dev: this.folder, sys: this.folder, proc: this.folder };
	readonly #stops: (() => void)[] = [];

	/** Also its data folder, where nothing else is said. */
	get data(): string {
		return join(this.folder, "data");
	}

	machine(): Machine {
		return {
			argv: [],
			env: this.env,
			cwd: this.folder,
			out: ear((text) => {
				this.out += text;
			}),
			err: ear((text) => {
				this.err += text;
			}),
			terminal: false,
			...(this.roots && { roots: this.roots }),
			onStop: (stop) => this.#stops.push(stop),
		};
	}

	/** As SIGTERM would. */
	stop(): void {
		for (const stop of this.#stops) stop();
	}

	/** Writes a file of this folder, readable only by its owner by default. Gives its path. */
	file(name: string, content: unknown, mode = 0o600): string {
		const path = join(this.folder, name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content), { mode });
		return path;
	}

	/** What was printed, as JSON lines. */
	lines(): readonly Readonly<Record<string, unknown>>[] {
		return this.out
			.split("\n")
			.filter((line) => line.startsWith("{"))
			.map((line) => JSON.parse(line));
	}

	clear(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}
}

const ear = (hear: (text: string) => void) =>
	new Writable({
		write(chunk, _, done) {
			hear(String(chunk));
			done();
		},
	});
