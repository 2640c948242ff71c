import { type Line, WINDOW } from "./log-line.ts";

/** Most different lines that are watched for repeats at once. */
const WATCHED = 500;

interface Heard {
	readonly line: Line;
	count: number;
	timer: NodeJS.Timeout;
}

export interface Repeats {
	say(line: Line): void;
	/** Reports what was counted so far. */
	close(): void;
}

/**
 * Logs a line at once. Repeats with the same level, code and facts are counted for a minute and then reported in one line,
 * once a minute while they go on.
 */
export function repeats(say: (line: Line) => void): Repeats {
	const heard = new Map<string, Heard>();
	const wait = (key: string) => {
		const timer = setTimeout(() => over(key), WINDOW * 1000);
		timer.unref();
		return timer;
	};
	const over = (key: string) => {
		const entry = heard.get(key);
		if (entry === undefined) return;
		if (entry.count === 0) heard.delete(key);
		else entry.timer = wait(key);
		sumUp(entry);
	};
	const sumUp = (entry: Heard) => {
		if (entry.count > 0) say({ ...entry.line, repeated: entry.count });
		entry.count = 0;
	};
	return {
		say(line) {
			// An `info` line is news each time: the pump runs again, the broker is back again.
			if (line.level === "info") {
				say(line);
				return;
			}
			const key = JSON.stringify([line.level, line.code, line.facts]);
			const entry = heard.get(key);
			if (entry !== undefined) entry.count += 1;
			else {
				if (heard.size < WATCHED) heard.set(key, { line, count: 0, timer: wait(key) });
				say(line);
			}
		},
		close() {
			for (const entry of heard.values()) {
				clearTimeout(entry.timer);
				sumUp(entry);
			}
			heard.clear();
		},
	};
}
