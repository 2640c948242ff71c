import { type Finding, finding } from "#model/findings/finding.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { kindOfBug } from "#model/untyped/bug.ts";
import type { App } from "./app.ts";

/** A part of the app that runs beside control. */
export interface Side {
	close(): void | Promise<void>;
}

/**
 * Opens a part; undefined where there is nothing to do. What it registers at `app` ends with it. `broke` is for a bug that
 * shows itself later, in work that is not awaited.
 */
export type Open = (app: App, broke: (bug: unknown) => void) => Promise<Side | undefined>;

/** Thrown by a part that cannot be opened yet, as on a full disk, and has said so itself: no bug, and tried again like one. */
export class Unready extends Error {
	/** What is shown of it. */
	readonly code: string;

	constructor(code: string) {
		super(code);
		this.code = code;
	}
}

interface Part {
	readonly open: Open;
	/** Its last try to open. */
	opening: Promise<void>;
	side?: Side | undefined;
	failures: number;
	cause?: string | undefined;
	cancel?: () => void;
}

export type After = (seconds: number, run: () => void) => () => void;

/** Seconds until the next try: so many at first, twice as many each time, and no more than that. */
const FIRST = 10;
const LONGEST = 600;
/** A bug that no part caught is shown for so many seconds. */
const SHOWN = 3600;

/**
 * All that runs beside control. A bug there is caught, told in the log, shown as a Finding for as long as it lasts, and the
 * part is opened again, later and later. Control hears nothing of it.
 */
export class BesideControl {
	readonly #app: App;
	readonly #tell: Tell;
	readonly #after: After;
	readonly #parts = new Map<string, Part>();
	readonly #told = new Set<string>();
	#closed = false;

	/** @param after waits, without keeping the process alive; returns how not to */
	constructor(app: App, tell: Tell, after: After = later) {
		this.#app = app;
		this.#tell = tell;
		this.#after = after;
		app.addFindings(() => this.#findings());
	}

	/** Comes back after the first try, and never throws. */
	start(name: string, open: Open): Promise<void> {
		const part: Part = { open, opening: Promise.resolve(), failures: 0 };
		this.#parts.set(name, part);
		this.#try(name, part);
		return part.opening;
	}

	/** A bug that came out nowhere, for example in a timer: the process would end by it. */
	uncaught(bug: unknown): void {
		const part = this.#parts.get(UNKNOWN) ?? { open: async () => undefined, opening: Promise.resolve(), failures: 0 };
		this.#parts.set(UNKNOWN, part);
		part.cause = kindOfBug(bug);
		this.#say(UNKNOWN, bug);
		part.cancel?.();
		part.cancel = this.#after(SHOWN, () => this.#parts.delete(UNKNOWN));
	}

	/** Ends all of it; what fails in that is told. */
	async close(): Promise<void> {
		this.#closed = true;
		for (const { cancel } of this.#parts.values()) cancel?.();
		await Promise.all(
			[...this.#parts].map(async ([name, part]) => {
				await part.opening;
				await this.#closeSide(name, part);
			}),
		);
	}

	#try(name: string, part: Part): void {
		if (this.#closed) return;
		const { app, end } = scoped(this.#app);
		let over = false;
		const broke = (bug: unknown) => {
			if (over || this.#closed) return;
			over = true;
			end();
			void this.#closeSide(name, part);
			this.#failed(name, part, bug);
		};
		const open = async () => {
			const side = await part.open(app, broke);
			part.side = side;
			if (over) await this.#closeSide(name, part);
			else part.cause = undefined;
		};
		part.opening = open().catch(broke);
	}

	#failed(name: string, part: Part, bug: unknown): void {
		part.cause = kindOfBug(bug);
		if (!(bug instanceof Unready)) this.#say(name, bug);
		const wait = Math.min(LONGEST, FIRST * 2 ** part.failures);
		part.failures += 1;
		part.cancel = this.#after(wait, () => this.#try(name, part));
	}

	/** The same bug at every try is one line. */
	#say(name: string, bug: unknown): void {
		const text = `Something beside control failed (${name}); control goes on: ${String(bug)}`;
		if (this.#told.has(text) || this.#told.size >= MOST_TOLD) return;
		this.#told.add(text);
		this.#tell(notice("error", "view_failed", { text }));
	}

	async #closeSide(name: string, part: Part): Promise<void> {
		const { side } = part;
		part.side = undefined;
		try {
			await side?.close();
		} catch (bug) {
			this.#say(name, bug);
		}
	}

	#findings(): readonly Finding[] {
		return [...this.#parts].flatMap(([part, { cause }]) =>
			cause === undefined ? [] : [finding("warning", "beside_failed", { part, cause })],
		);
	}
}

const UNKNOWN = "app";
const MOST_TOLD = 100;

/** The app as one try of a part sees it. Listeners of a failed try are ignored. */
function scoped(app: App): { readonly app: App; end(): void } {
	let over = false;
	return {
		app: {
			...app,
			onTurn: (view) => app.onTurn((snapshot) => over || view(snapshot)),
			addFindings: (source) => app.addFindings(() => (over ? [] : source())),
		},
		end() {
			over = true;
		},
	};
}

/** Waits without keeping the process alive. */
export const later: After = (seconds, run) => {
	const timer = setTimeout(run, seconds * 1000);
	timer.unref();
	return () => clearTimeout(timer);
};
