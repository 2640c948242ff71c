import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { expect } from "@jest/globals";
import { run } from "#app/run.ts";
import { freePort } from "../fakes/mosquitto.ts";
import { eventually } from "../ha/eventually.ts";
import { PlantRoom } from "./plant-room.ts";

/**
 * An app with no sensor and no output, on a machine with a 1-Wire bus and a relay board. Who supervises it starts it again when it
 * ends, as systemd and Home Assistant do.
 */
export class EmptyApp {
	readonly room = new PlantRoom();
	readonly folder = mkdtempSync(join(tmpdir(), "solar-empty-"));
	readonly url: string;
	said = "";
	/** How often it was started. */
	starts = 0;
	readonly #port: number;
	readonly #stops: (() => void)[] = [];
	#wanted = true;
	#ended: Promise<void> = Promise.resolve();

	static async start(options: unknown = {}): Promise<EmptyApp> {
		return new EmptyApp(await freePort(), options);
	}

	private constructor(port: number, options: unknown) {
		this.#port = port;
		this.url = `http://127.0.0.1:${port}/`;
		mkdirSync(join(this.folder, "data"));
		writeFileSync(this.optionsFile, JSON.stringify({ one_wire: { root: this.room.w1.root }, ...(options as object) }));
		this.#ended = this.#runs();
	}

	get optionsFile(): string {
		return join(this.folder, "solar.json");
	}

	get login() {
		return { username: "solar", password: readFileSync(join(this.folder, "data/page-first-password"), "utf8").trim() };
	}

	/** Resolved when the page answers, after this start or a later one. */
	async answers(): Promise<void> {
		await eventually(async () => expect((await fetch(this.url)).status).toBe(401));
	}

	/** As SIGTERM would. */
	stop(): void {
		for (const stop of this.#stops.splice(0)) stop();
	}

	async close(): Promise<void> {
		this.#wanted = false;
		this.stop();
		await this.#ended;
		this.room.close();
		rmSync(this.folder, { recursive: true, force: true });
	}

	async #runs(): Promise<void> {
		while (this.#wanted) {
			this.starts += 1;
			await run(this.#desk(), {
				...{ options: this.optionsFile, data: join(this.folder, "data"), speed: 1 },
				...{ httpPort: this.#port, httpHost: "127.0.0.1" },
			});
		}
	}

	#desk() {
		const out = new Writable({
			write: (chunk, _, done) => {
				this.said += String(chunk);
				done();
			},
		});
		return {
			...{
				argv: [],
				env: { HOME: this.folder, SOLAR_HEATING_HEARTBEAT: join(this.folder, "heartbeat") },
				cwd: this.folder,
				out,
				err: out,
				terminal: false,
			},
			roots: this.room.roots,
			onStop: (stop: () => void) => void this.#stops.push(stop),
		};
	}
}
