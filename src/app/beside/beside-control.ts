import { type Finding, finding } from "#model/findings/finding.ts";
import type { Tell } from "#model/sentences/notice.ts";
import { kindOfBug } from "#model/untyped/bug.ts";
import { bugsOnce, type TellBug } from "./observers.ts";
import type { App, Observer } from "./running.ts";

/**
 * Opens a part beside control. It observes until it is closed. Undefined if there is nothing to do. Call `broke` for a bug
 * in work that is not awaited.
 */
export type Open = (app: App, broke: (bug: unknown) => void) => Promise<Observer | undefined> | Observer | undefined;

/**
 * Thrown by a part that cannot open yet, for example on a full disk, and has reported that itself. It is no bug, and is
 * retried like one.
 */
export class Unready extends Error {
	/** Code to show. */
	readonly code: string;

	constructor(code: string) {
		super(code);
		this.code = code;
	}
}

interface Part {
	readonly open: Open;
	/** The latest attempt to open. */
	opening: Promise<void>;
	/** Closes what was opened. */
	end?: (() => Promise<void>) | undefined;
	failures: number;
	cause?: string | undefined;
	cancel?: () => void;
}

export type After = (seconds: number, run: () => void) => () => void;

/** Seconds until the next attempt: the first, doubled each time, up to a maximum. */
const FIRST = 10;
const LONGEST = 600;
/** Seconds for which a bug that no part caught is shown. */
const SHOWN = 3600;

/**
 * Runs everything beside control. A bug there is caught, logged, and shown as a Finding while it lasts. The part is opened
 * again, with growing pauses. Control is not affected.
 */
export class BesideControl {
	readonly #app: App;
	readonly #bug: TellBug;
	readonly #after: After;
	readonly #parts = new Map<string, Part>();
	#closed = false;

	/** @param after calls back later without keeping the process alive; returns a function that cancels it */
	constructor(app: App, tell: Tell, after: After = later) {
		this.#app = app;
		this.#bug = bugsOnce(tell);
		this.#after = after;
		app.observe("app", { findings: () => this.#findings() });
	}

	/** Settles after the first attempt. Never throws. */
	start(name: string, open: Open): Promise<void> {
		const part: Part = { open, opening: Promise.resolve(), failures: 0 };
		this.#parts.set(name, part);
		this.#try(name, part);
		return part.opening;
	}

	/** A bug that nothing caught, for example in a timer. It would end the process. */
	uncaught(bug: unknown): void {
		const part = this.#parts.get(UNKNOWN) ?? { open: async () => undefined, opening: Promise.resolve(), failures: 0 };
		this.#parts.set(UNKNOWN, part);
		part.cause = kindOfBug(bug);
		this.#bug(UNKNOWN, bug);
		part.cancel?.();
		part.cancel = this.#after(SHOWN, () => this.#parts.delete(UNKNOWN));
	}

	/** Closes all parts and reports what fails. */
	async close(): Promise<void> {
		this.#closed = true;
		for (const { cancel } of this.#parts.values()) cancel?.();
		await Promise.all(
			[...this.#parts.values()].map(async (part) => {
				await part.opening;
				await part.end?.();
			}),
		);
	}

	#try(name: string, part: Part): void {
		if (this.#closed) return;
		let over = false;
		const broke = (bug: unknown) => {
			if (over || this.#closed) return;
			over = true;
			void part.end?.();
			part.end = undefined;
			this.#failed(name, part, bug);
		};
		const open = async () => {
			const end = this.#joined(name, await part.open(this.#app, broke));
			if (over) return end();
			part.end = end;
			part.cause = undefined;
		};
		part.opening = open().catch(broke);
	}

	/** Adds the observer. Returns a function that removes and closes it. */
	#joined(name: string, observer: Observer = {}): () => Promise<void> {
		const leave = this.#app.observe(name, observer);
		return async () => {
			leave();
			try {
				await observer.close?.();
			} catch (bug) {
				this.#bug(name, bug);
			}
		};
	}

	#failed(name: string, part: Part, bug: unknown): void {
		part.cause = kindOfBug(bug);
		if (!(bug instanceof Unready)) this.#bug(name, bug);
		const wait = Math.min(LONGEST, FIRST * 2 ** part.failures);
		part.failures += 1;
		part.cancel = this.#after(wait, () => this.#try(name, part));
	}

	#findings(): readonly Finding[] {
		return [...this.#parts].flatMap(([part, { cause }]) =>
			cause === undefined ? [] : [finding("warning", "beside_failed", { part, cause })],
		);
	}
}

const UNKNOWN = "app";

/** Waits without keeping the process alive. */
export const later: After = (seconds, run) => {
	const timer = setTimeout(run, seconds * 1000);
	timer.unref();
	return () => clearTimeout(timer);
};
