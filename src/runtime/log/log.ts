import type { Facts } from "#model/sentences/facts.ts";
import { type Again, forMachines, forPeople, LEVELS, type Level, type Line } from "./log-line.ts";
import type { Redact } from "./redact.ts";
import { Repeats } from "./repeats.ts";
import { drained, type Sink } from "./sink.ts";

export interface LogOptions {
	/** Finer entries are left out. */
	readonly level: Level;
	/** JSON lines instead of lines for people. */
	readonly json: boolean;
	readonly out: NodeJS.WritableStream;
	readonly redact: Redact;
	/** Gives the time of an entry. */
	readonly date: () => Date;
	/** Winston is loaded once this has settled, for example after the first turn. Without it, at once. */
	readonly after?: Promise<unknown>;
	/** The sentence for people, where this code has one. */
	readonly say?: (line: Line) => string | undefined;
	/** How a message says that it was repeated. */
	readonly again?: Again;
	/** What of its facts is words, in the language of the log. */
	readonly words?: (line: Line) => Facts;
}

export interface Log {
	/** Logs one line. Never throws, never waits. */
	tell(line: Line): void;
	/** Settles when everything was written. */
	close(): Promise<void>;
}

/**
 * The log. Winston takes a while to load, so earlier lines are kept in order. A log that cannot be written (closed pipe,
 * full disk) never stops the controller.
 */
export function createLog(options: LogOptions): Log {
	const { json, out, date, level, again } = options;
	const finest = LEVELS.indexOf(level);
	const early: (readonly [Level, string])[] = [];
	let sink: Sink | undefined;
	let closed: Promise<void> | undefined;
	if (!out.listeners("error").includes(ignore)) out.on("error", ignore);

	const write = (line: Line) => {
		const text = (json ? forMachines : forPeople)(date(), line, again);
		if (sink === undefined) early.push([line.level, text]);
		else sink.write(line.level, text);
	};
	const said = new Repeats(write);
	const ending = Promise.withResolvers<void>();
	const turn = Promise.resolve(options.after).catch(ignore);
	const loaded = Promise.race([turn, ending.promise]).then(async () => {
		const ready = await loadSink(out);
		for (const [at, text] of early.splice(0)) ready.write(at, text);
		sink = ready;
		return ready;
	});
	return {
		tell(line) {
			if (closed !== undefined || LEVELS.indexOf(line.level) > finest) return;
			said.say(cleaned(line, options));
		},
		close() {
			if (closed === undefined) {
				said.close();
				ending.resolve();
				closed = loaded.then((ready) => ready.end());
			}
			return closed;
		},
	};
}

const ignore = () => {};

function cleaned(line: Line, { redact, say, words }: LogOptions): Line {
	const text = line.facts["text"] ?? say?.(line);
	const all = { ...line.facts, ...words?.(line), ...(text !== undefined && { text }) };
	const facts = redact.data(all) as Facts;
	return { level: line.level, code: redact.text(line.code), facts };
}

async function loadSink(out: NodeJS.WritableStream): Promise<Sink> {
	try {
		return (await import("./winston-sink.ts")).winstonOn(out);
	} catch {
		// Without winston lines are written directly.
		return { write: (_, text) => void out.write(`${text}\n`), end: () => drained(out) };
	}
}
