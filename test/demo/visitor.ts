import { type ChildProcess, execFile, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

export interface At {
	readonly host: string;
	readonly port: number;
}
export interface As {
	readonly username: string;
	readonly password: string;
}

/** How one of Mosquitto's own clients ended, and what it printed. */
export interface Ended {
	readonly code: number;
	readonly text: string;
}

const where = ({ host, port }: At, as: As | undefined, version: "5" | "311") => [
	...["-h", host, "-p", String(port), "-V", version === "5" ? "5" : "mqttv311"],
	...(as === undefined ? [] : ["-u", as.username, "-P", as.password]),
];

const run = (program: string, args: readonly string[]): Promise<Ended> =>
	new Promise((resolve) => {
		execFile(program, args, { timeout: 10_000 }, (failed, stdout, stderr) =>
			resolve({ code: failed === null ? 0 : Number(failed.code ?? -1), text: stdout + stderr }),
		);
	});

/** Listens for at most a second, or until `count` messages are there. */
export const listen = (at: At, as: As | undefined, topic: string, count = 1, version: "5" | "311" = "311") =>
	run("mosquitto_sub", [...where(at, as, version), "-t", topic, "-v", "-C", String(count), "-W", "1"]);

export const say = (at: At, as: As | undefined, topic: string, payload: string, ...more: readonly string[]) =>
	run("mosquitto_pub", [...where(at, as, "311"), "-q", "1", "-t", topic, "-m", payload, ...more]);

/** A client that keeps watching. */
export class Watcher {
	readonly seen = new Map<string, { readonly payload: string; readonly retained: boolean }>();
	readonly #child: ChildProcess;

	constructor(at: At, as: As, topic: string) {
		const args = [...where(at, as, "311"), "-q", "1", "-t", topic, "-F", "%r\t%t\t%p"];
		const child = spawn("mosquitto_sub", args, { stdio: ["ignore", "pipe", "ignore"] });
		let rest = "";
		child.stdout.on("data", (chunk: Buffer) => {
			const lines = `${rest}${chunk.toString()}`.split("\n");
			rest = lines.pop() ?? "";
			for (const line of lines) {
				const [retained, name = "", ...payload] = line.split("\t");
				this.seen.set(name, { payload: payload.join("\t"), retained: retained === "1" });
			}
		});
		this.#child = child;
	}

	payload(topic: string): string | undefined {
		return this.seen.get(topic)?.payload;
	}

	close(): void {
		this.#child.kill("SIGKILL");
	}
}

/** Waits until something is so; throws with `what` when it is not so in time. */
export async function until(what: string, so: () => boolean, ms = 60_000): Promise<void> {
	const from = performance.now();
	while (!so()) {
		if (performance.now() - from > ms) throw new Error(`Not within ${ms} ms: ${what}`);
		await pause(10);
	}
}
