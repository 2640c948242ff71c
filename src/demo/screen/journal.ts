import { Writable } from "node:stream";

/** One line of the controller's log. */
export interface Entry {
	/** The plant's time, `08:31`. */
	readonly at: string;
	readonly level: string;
	readonly text: string;
}

export interface Journal {
	/** Where the controller writes its log, as JSON lines. */
	readonly out: Writable;
	/** The newest entries, oldest first. */
	entries(): readonly Entry[];
}

const KEPT = 40;

/**
 * Keeps the newest lines of the log.
 * @param clock the plant's time
 * @param heard called for each new entry
 */
export function journal(clock: () => string, heard: (entry: Entry) => void = () => undefined): Journal {
	const entries: Entry[] = [];
	let rest = "";
	const out = new Writable({
		decodeStrings: false,
		write(chunk: unknown, _encoding, done) {
			const lines = `${rest}${String(chunk)}`.split("\n");
			rest = lines.pop() ?? "";
			for (const line of lines) {
				const entry = entryOf(line, clock());
				if (entry === undefined) continue;
				entries.push(entry);
				if (entries.length > KEPT) entries.shift();
				heard(entry);
			}
			done();
		},
	});
	return { out, entries: () => entries };
}

function entryOf(line: string, at: string): Entry | undefined {
	try {
		const { level, message }: { level?: unknown; message?: unknown } = JSON.parse(line);
		return { at, level: String(level), text: String(message) };
	} catch {
		// Only log lines are shown to people.
		return undefined;
	}
}
