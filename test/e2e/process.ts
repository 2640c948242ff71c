import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Life, launcher } from "./launcher.ts";
import { noonZone } from "./noon.ts";

/** The product, told about its world by environment, options file and nothing else. */
export class Process {
	log = "";
	readonly #life: Life;
	constructor(folder: string, mqtt: Readonly<Record<string, unknown>>, env: Readonly<Record<string, string>> = {}) {
		const options = join(folder, "options.json");
		writeFileSync(options, JSON.stringify({ mqtt, site: { time_zone: noonZone() } }), { mode: 0o600 });
		writeFileSync(join(folder, "installation-id"), "supertest");
		this.#life = launcher.start({ folder, env });
		for (const stream of [this.#life.child.stdout, this.#life.child.stderr])
			stream?.on("data", (chunk: Buffer) => {
				this.log += chunk.toString();
			});
	}
	get runs(): boolean {
		const { exitCode, signalCode } = this.#life.child;
		return exitCode === null && signalCode === null;
	}
	/** The number on this machine of the process that controls; it has to run. */
	async controller(): Promise<number> {
		const pid = await this.#life.controller();
		if (pid === undefined) throw new Error("No controller runs.");
		return pid;
	}
	get arguments(): string {
		return readFileSync(`/proc/${this.#life.child.pid}/cmdline`, "utf8");
	}
	connections(): number {
		return this.log.split("MQTT Connection Successful").length - 1;
	}
	async end(): Promise<void> {
		if (!this.runs) return;
		const ended = new Promise((done) => this.#life.child.once("close", done));
		this.#life.signal("SIGTERM");
		await ended;
	}
}
