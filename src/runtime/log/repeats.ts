import { type Line, WINDOW } from "./log-line.ts";

/** Most different lines that are watched for repeats at once. */
const WATCHED = 500;

interface Heard {
	readonly line: Line;
	count: number;
	timer: NodeJS.Timeout;
}

/**
 * Logs a line at once. Repeats with the same level, code and facts are counted for a minute and then reported in one line,
 * once a minute while they go on.
 */
export class Repeats {
	readonly #out: (line: Line) => void;
	readonly #heard = new Map<string, Heard>();

	constructor(out: (line: Line) => void) {
		this.#out = out;
	}

	say(line: Line): void {
		const key = JSON.stringify([line.level, line.code, line.facts]);
		const entry = this.#heard.get(key);
		// An `info` line is news each time: the pump runs again, the broker is back again.
		if (line.level === "info") this.#out(line);
		else if (entry === undefined) this.#first(key, line);
		else entry.count += 1;
	}

	/** Reports what was counted so far. */
	close(): void {
		for (const entry of this.#heard.values()) {
			clearTimeout(entry.timer);
			this.#sumUp(entry);
		}
		this.#heard.clear();
	}

	#first(key: string, line: Line): void {
		if (this.#heard.size < WATCHED) this.#heard.set(key, { line, count: 0, timer: this.#wait(key) });
		this.#out(line);
	}

	#wait(key: string): NodeJS.Timeout {
		const timer = setTimeout(() => this.#over(key), WINDOW * 1000);
		timer.unref();
		return timer;
	}

	#over(key: string): void {
		const entry = this.#heard.get(key);
		if (entry === undefined) return;
		if (entry.count === 0) this.#heard.delete(key);
		else entry.timer = this.#wait(key);
		this.#sumUp(entry);
	}

	#sumUp(entry: Heard): void {
		if (entry.count > 0) this.#out({ ...entry.line, repeated: entry.count });
		entry.count = 0;
	}
}
