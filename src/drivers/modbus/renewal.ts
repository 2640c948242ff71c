import type { Drive, Image } from "../driver.ts";
import type { ModbusLine } from "./line.ts";
import { type Driven, renewalOf, setRequest, type Timer } from "./outputs.ts";

/** ms. Control writes every board twice a minute. If it does not, it hangs, and what would drop by itself has to drop. */
const CONTROL_WITHIN = 65_000;

/** Repeats settings that their units drop by themselves, as long as control goes on. */
export class Renewal {
	readonly #line: ModbusLine;
	readonly #driven: ReadonlyMap<string, Driven>;
	readonly #timer: Timer;
	readonly #running = new Map<string, NodeJS.Timeout>();
	#wanted: Image = new Map();
	#silent: ReadonlySet<string> = new Set();
	/** When control last wrote (ms, monotonic). */
	#told = Number.NEGATIVE_INFINITY;

	constructor(line: ModbusLine, driven: ReadonlyMap<string, Driven>, timer: Timer) {
		this.#line = line;
		this.#driven = driven;
		this.#timer = timer;
	}

	/** Control wants this image now. */
	follow(image: Image): void {
		this.#told = performance.now();
		this.#wanted = image;
		for (const [channel, driven] of this.#driven) {
			const drive = image.get(channel);
			const every = drive === undefined ? undefined : renewalOf(driven, drive, this.#timer);
			if (every === undefined) this.#stop(channel);
			else if (!this.#running.has(channel))
				this.#running.set(channel, setInterval(() => this.#renew(driven), every * 1000).unref());
		}
	}

	/** These are not told again. */
	silence(channels: ReadonlySet<string>): void {
		this.#silent = channels;
	}

	close(): void {
		for (const channel of [...this.#running.keys()]) this.#stop(channel);
	}

	#stop(channel: string): void {
		clearInterval(this.#running.get(channel));
		this.#running.delete(channel);
	}

	#renew(driven: Driven): void {
		const drive: Drive | undefined = this.#wanted.get(driven.channel);
		if (this.#silent.has(driven.channel)) return;
		if (drive === undefined || performance.now() - this.#told > CONTROL_WITHIN) return;
		void this.#line.ask(setRequest(driven, drive, this.#timer), true);
	}
}
