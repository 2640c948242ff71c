import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The product as a process, told about its world by environment, options file and nothing else. */
export class Process {
	log = "";
	readonly #child: ChildProcess;
	constructor(folder: string, mqtt: Readonly<Record<string, unknown>>, env: Readonly<Record<string, string>> = {}) {
		const options = join(folder, "options.json");
		writeFileSync(options, JSON.stringify({ mqtt, site: { time_zone: noon() } }), { mode: 0o600 });
		writeFileSync(join(folder, "installation-id"), "supertest");
		const args = [MAIN, "run", "--options", options, "--data", folder, "--health-port", "0"];
		this.#child = spawn(process.execPath, args, {
			cwd: folder,
			env: { PATH: process.env["PATH"], HOME: folder, ...env },
			stdio: ["ignore", "pipe", "pipe"],
		});
		for (const stream of [this.#child.stdout, this.#child.stderr])
			stream?.on("data", (chunk: Buffer) => {
				this.log += chunk.toString();
			});
	}
	get runs(): boolean {
		return this.#child.exitCode === null && this.#child.signalCode === null;
	}
	get arguments(): string {
		return readFileSync(`/proc/${this.#child.pid}/cmdline`, "utf8");
	}
	connections(): number {
		return this.log.split("MQTT Connection Successful").length - 1;
	}
	async end(): Promise<void> {
		if (!this.runs) return;
		const ended = new Promise((done) => this.#child.once("exit", done));
		this.#child.kill("SIGTERM");
		await ended;
	}
}

const MAIN = join(import.meta.dirname, "../../src/main.ts");

/** Where it is midday now: the nightly audit, which comes without a login on purpose, is far. */
const noon = () => {
	const east = 12 - new Date().getUTCHours();
	return `Etc/GMT${east > 0 ? "-" : "+"}${Math.abs(east)}`;
};
