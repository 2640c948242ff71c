import type { Writable } from "node:stream";
import type { Machine } from "#app/machine.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { type Instant, instant } from "#model/quantities/units.ts";
import type { Door } from "../broker/commands.ts";
import type { Refusal } from "../broker/strangers.ts";
import { START, type Start } from "../plant/plant.ts";
import { beganAt, clockOf, plantTime } from "../plant/plant-time.ts";
import { entrance, pageTold } from "./entrance.ts";
import { type Entry, type Journal, journal } from "./journal.ts";
import { type Line, plain } from "./line.ts";
import { recorder } from "./record.ts";
import { openScreen } from "./screen.ts";
import { table } from "./table.ts";

/** What the visitor sees of a running demo. */
export interface Showing {
	/** Receives the controller's log as JSON lines. */
	readonly log: Writable;
	/** A finished turn. */
	see(snapshot: Snapshot): void;
	/** The controller has joined the broker, all entities are announced, and the page answers if there is one. */
	up(page: string | undefined): void;
	/** Settles when everything was written. */
	end(): Promise<void>;
}

export interface ShowFlags {
	readonly speed: number;
	readonly json?: boolean;
	/** When the plant starts. Default: as the demo's own. */
	readonly start?: Start;
}

/** ms between two pictures: fast enough to look alive, slow enough to read. */
const REDRAW = 500;

/** A live table on a terminal, lines without a terminal, or one line of JSON for programs. */
export function show(machine: Machine, flags: ShowFlags, door: Door, refusals: readonly Refusal[]): Showing {
	if (flags.json === true) return forPrograms(machine, door);
	return machine.terminal ? onTerminal(machine, flags, door, refusals) : inLines(machine, flags, door, refusals);
}

/** Only the login on stdout. Errors go to stderr. */
function forPrograms({ out, err }: Machine, { host, port, username, password }: Door): Showing {
	const complain = ({ level, text }: Entry) => {
		if (level !== "info") err.write(`${text}\n`);
	};
	const { log, see } = watched(undefined, complain);
	return {
		log,
		see,
		up: (page = undefined) =>
			void out.write(`${JSON.stringify({ broker: { host, port, username, password }, page: page ?? null })}\n`),
		end: () => written(out, ""),
	};
}

function inLines({ out }: Machine, { speed, start }: ShowFlags, door: Door, refusals: readonly Refusal[]): Showing {
	const say = (lines: readonly (Line | string)[]) =>
		void out.write(lines.map((line) => `${typeof line === "string" ? line : plain(line)}\n`).join(""));
	const { watchCaption, watch, holdCaption, hold, strangers } = entrance(
		{ door, refusals, speed },
		Number.MAX_SAFE_INTEGER,
	);
	say([
		`Solar Heating demo: a simulated plant, ${speed} × faster.`,
		watchCaption,
		...watch,
		holdCaption,
		...hold,
		...strangers,
		"",
	]);
	const { log, see, summary } = watched(start, ({ at, level, text }) =>
		say([`${at} ${level === "info" ? "" : `${level.toUpperCase()} `}${text}`]),
	);
	return {
		log,
		see,
		up: (page) => say([...pageTold(page), "Everything is up. Stop with Ctrl-C."]),
		end: () => written(out, ended(summary())),
	};
}

function onTerminal(
	{ out, env }: Machine,
	{ speed, start }: ShowFlags,
	door: Door,
	refusals: readonly Refusal[],
): Showing {
	const seen = watched(start);
	let page: string | undefined;
	const screen = openScreen(out, !env["NO_COLOR"]);
	const draw = () => {
		const { snapshot, began, entries } = seen.now();
		if (snapshot !== undefined)
			screen.draw((size) => table({ snapshot, began, speed, door, page, refusals, entries }, size));
	};
	const redraw = setInterval(draw, REDRAW);
	out.on("resize", draw);
	return {
		log: seen.log,
		see: seen.see,
		up(url) {
			page = url;
			draw();
		},
		end() {
			clearInterval(redraw);
			out.off("resize", draw);
			screen.close();
			return written(out, ended(seen.summary()));
		},
	};
}

/** What is known of the demo so far. */
function watched(starts: Start = START, heard?: (entry: Entry) => void) {
	let began: Instant | undefined;
	let last: Snapshot | undefined;
	const record = recorder();
	const start = () => began ?? instant(0);
	const book: Journal = journal(() => clockOf(plantTime(start(), last?.now ?? start())), heard);
	return {
		log: book.out,
		see(snapshot: Snapshot) {
			began ??= beganAt(snapshot.now, starts);
			last = snapshot;
			record.see(snapshot);
		},
		now: () => ({ snapshot: last, began: start(), entries: book.entries() }),
		summary: record.summary,
	};
}

const ended = (summary: readonly string[]) => (summary.length === 0 ? "" : `${summary.join("\n")}\n`);

/** The process ends right after this, so the text must be written by then. */
const written = (out: NodeJS.WritableStream, text: string): Promise<void> =>
	new Promise((done) => {
		out.write(text, () => done());
	});
