import type { Snapshot } from "#model/decision/snapshot.ts";
import { type Finding, finding } from "#model/findings/finding.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { kindOfBug } from "#model/untyped/bug.ts";
import type { App, Command, Observer } from "./running.ts";

type Hook = Exclude<keyof Observer, "close">;

interface Listed {
	readonly part: string;
	readonly observer: Observer;
	/** Calls that failed last time, with the cause. */
	readonly failing: Map<Hook, string>;
}

/**
 * The observers of a running controller, in the order in which they were added. A bug in one is caught here: it is reported
 * once, shown as a Finding until the same call succeeds, and the observer is called again the next time.
 */
export class Observers {
	readonly #log: Tell;
	readonly #bug: TellBug;
	readonly #listed = new Set<Listed>();

	constructor(log: Tell) {
		this.#log = log;
		this.#bug = bugsOnce((said) => this.tell(said));
	}

	add(part: string, observer: Observer): () => void {
		const one: Listed = { part, observer, failing: new Map() };
		this.#listed.add(one);
		return () => void this.#listed.delete(one);
	}

	/** Logs a notice, and then tells the observers. */
	readonly tell: Tell = (said) => {
		this.#log(said);
		this.#each("heard", (one) => one.heard?.(said));
	};

	opened(app: App): void {
		this.#each("opened", (one) => one.opened?.(app));
	}

	turned(snapshot: Snapshot): void {
		this.#each("turned", (one) => one.turned?.(snapshot));
	}

	asked(command: Command): void {
		this.#each("asked", (one) => one.asked?.(command));
	}

	ended(left: Snapshot | undefined): void {
		this.#each("ended", (one) => one.ended?.(left));
	}

	findings(): readonly Finding[] {
		const found = this.#each("findings", (one) => one.findings?.());
		const broken = [...this.#listed].flatMap(({ part, failing }) =>
			[...failing.values()].slice(0, 1).map((cause) => finding("warning", "beside_failed", { part, cause })),
		);
		return [...found.flatMap((some) => some ?? []), ...broken];
	}

	#each<Answer>(hook: Hook, call: (observer: Observer) => Answer): readonly (Answer | undefined)[] {
		return [...this.#listed].map((one) => {
			try {
				const answer = call(one.observer);
				one.failing.delete(hook);
				return answer;
			} catch (bug) {
				const isNew = !one.failing.has(hook);
				// Before it is reported, because reporting calls the observer again.
				one.failing.set(hook, kindOfBug(bug));
				if (isNew) this.#bug(one.part, bug);
				return undefined;
			}
		});
	}
}

export type TellBug = (part: string, bug: unknown) => void;

const MOST_TOLD = 100;

/** Reports bugs beside control. The same bug at every attempt is one line. */
export function bugsOnce(tell: Tell): TellBug {
	const told = new Set<string>();
	return (part, bug) => {
		const error = String(bug);
		const key = `${part} ${error}`;
		if (told.has(key) || told.size >= MOST_TOLD) return;
		told.add(key);
		tell(notice("error", "view_failed", { what: "beside", part, error }));
	};
}
