import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COORDINATOR, type Nature, type Reported, record } from "./plugs.ts";

/** Where scripts/others.ts installed it. */
const folder = process.env["ZIGBEE2MQTT"] ?? "";

/** The real Zigbee2MQTT, with a radio without hardware. */
export class Zigbee2Mqtt {
	/** Relays that are on. */
	readonly on = new Set<string>();
	/** Every move of a relay, with its time (s). */
	readonly moves: (Reported & { readonly at: number })[] = [];
	readonly #folder = mkdtempSync(join(tmpdir(), "zigbee-"));
	readonly #process: ChildProcess;
	#log = "";

	/** @param port of the broker; @param devices by the names that they have in Zigbee2MQTT */
	constructor(port: number, devices: Readonly<Record<string, Nature>>) {
		const all = Object.entries(devices);
		const configuration = {
			version: 5,
			mqtt: { base_topic: "zigbee2mqtt", server: `mqtt://127.0.0.1:${port}` },
			serial: { port: "/dev/null", adapter: "zstack" },
			frontend: { enabled: false },
			homeassistant: { enabled: false },
			availability: { enabled: false },
			advanced: { log_output: ["console"], log_level: "warning", channel: 11, pan_id: 0x1a62, network_key: KEY },
			devices: Object.fromEntries(all.map(([friendly_name, { ieee }]) => [ieee, { friendly_name }])),
		};
		// What is JSON is YAML.
		writeFileSync(join(this.#folder, "configuration.yaml"), JSON.stringify(configuration));
		const lines = [COORDINATOR, ...all.map(([, nature], nth) => record(nature, nth + 2))];
		writeFileSync(join(this.#folder, "database.db"), lines.map((line) => JSON.stringify(line)).join("\n"));
		const radio = new URL("radio.ts", import.meta.url).pathname;
		this.#process = spawn(process.execPath, ["--import", radio, join(folder, "node_modules/zigbee2mqtt/index.js")], {
			stdio: ["ignore", "pipe", "pipe", "ipc"],
			// In a checkout of git it takes itself for one that was changed.
			cwd: this.#folder,
			env: {
				...process.env,
				...{ ZIGBEE2MQTT_DATA: this.#folder, ZIGBEE_DEVICES: JSON.stringify(Object.values(devices)) },
			},
		});
		for (const stream of [this.#process.stdout, this.#process.stderr])
			stream?.on("data", (bytes) => {
				this.#log += String(bytes);
			});
		this.#process.on("message", (reported: Reported) => {
			this.moves.push({ ...reported, at: performance.now() / 1000 });
			if (reported.on) this.on.add(reported.ieee);
			else this.on.delete(reported.ieee);
		});
	}

	/** What it said to its log. */
	get log(): string {
		return this.#log;
	}

	/** It stops working. The devices in its network go on, and are watched. */
	lost(): void {
		this.#process.send("lost");
	}

	/** A device behaves otherwise from now on. */
	change(nature: Nature): void {
		this.#process.send(nature);
	}

	async stop(): Promise<void> {
		if (this.#process.exitCode === null && this.#process.signalCode === null) {
			this.#process.kill("SIGKILL");
			await once(this.#process, "exit");
		}
		rmSync(this.#folder, { recursive: true, force: true });
	}
}

/** Of a network that there is not. */
const KEY = Array.from({ length: 16 }, (_, nth) => nth + 1);
