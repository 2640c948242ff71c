import { type ChildProcess, execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import type { Mosquitto } from "../fakes/mosquitto.ts";

const run = promisify(execFile);

/** What came in, when (ms, monotonic), and whether the broker had kept it. */
export interface Seen {
	readonly topic: string;
	readonly payload: string;
	readonly retained: boolean;
	readonly at: number;
}

/** Watches the broker with Mosquitto's own clients, independently of our code. */
export class Viewer {
	readonly seen: Seen[] = [];
	readonly #broker: Mosquitto;
	#child: ChildProcess | undefined;
	#rest = "";

	constructor(broker: Mosquitto) {
		this.#broker = broker;
	}

	watch(topic = "#"): void {
		const child = spawn("mosquitto_sub", [...this.#login(), "-q", "1", "-t", topic, "-F", "%r\t%t\t%p"], {
			stdio: ["ignore", "pipe", "ignore"],
		});
		child.stdout.on("data", (chunk: Buffer) => this.#hear(chunk.toString()));
		this.#child = child;
	}

	/** The newest payload on a topic. */
	newest(topic: string): string | undefined {
		return this.seen.findLast((s) => s.topic === topic)?.payload;
	}
	count(topic: string): number {
		return this.seen.filter((s) => s.topic === topic).length;
	}

	/** Not by a call that blocks: this process also empties the broker's log, and a broker with a full one waits. */
	async publish(topic: string, payload: string, ...more: readonly string[]): Promise<void> {
		await run("mosquitto_pub", [...this.#login(), "-q", "1", "-t", topic, "-m", payload, ...more], { timeout: 5000 });
	}

	/** What a stranger gets told: the words of mosquitto_sub without this login. */
	async stranger(...login: readonly string[]): Promise<string> {
		const { host, port } = this.#broker;
		const args = ["-h", host, "-p", String(port), ...login, "-t", "#", "-W", "2", "-C", "1"];
		return run("mosquitto_sub", args, { timeout: 5000 }).then(
			() => "let in",
			(failed: { readonly stderr?: unknown }) => String(failed.stderr ?? failed),
		);
	}

	close(): void {
		this.#child?.kill("SIGKILL");
	}

	#login(): readonly string[] {
		return ["-h", this.#broker.host, "-p", String(this.#broker.port), "-u", "viewer", "-P", "viewer-pw", "-V", "5"];
	}

	#hear(text: string): void {
		const lines = (this.#rest + text).split("\n");
		this.#rest = lines.pop() ?? "";
		for (const line of lines) {
			const [retained, topic = "", ...payload] = line.split("\t");
			this.seen.push({ retained: retained === "1", topic, payload: payload.join("\t"), at: performance.now() });
		}
	}
}
