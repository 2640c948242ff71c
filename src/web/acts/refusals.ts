import type { Problem } from "#model/findings/finding.ts";
import { problemFacts } from "#model/findings/problem-facts.ts";
import { type Notice, notice, type Tell } from "#model/sentences/notice.ts";

/** Refusals of one person that are told within ms. The log and the audit trail are for everybody's. */
const MOST = 5;
const WITHIN = 5 * 60_000;
/** People that are remembered. Who asked first is forgotten first. */
const PEOPLE = 100;

interface Told {
	readonly since: number;
	readonly count: number;
}

/** Tells who was refused what on the page. Of a person who goes on and on, only the first are told. */
export class Refusals {
	readonly #tell: Tell;
	readonly #now: () => number;
	readonly #told = new Map<string, Told>();

	/** @param now ms */
	constructor(tell: Tell, now: () => number) {
		this.#tell = tell;
		this.#now = now;
	}

	/** By control. */
	refused(actor: string, refused: Problem): void {
		this.#say(actor, (left_out) => notice("warning", "page_refused", { ...problemFacts(refused), actor, ...left_out }));
	}

	/** A person without the right tried to change something. */
	notAllowed(actor: string): void {
		this.#say(actor, (left_out) => notice("warning", "page_not_allowed", { actor, ...left_out }));
	}

	#say(actor: string, said: (left_out: { readonly left_out?: number }) => Notice): void {
		const now = this.#now();
		const told = this.#told.get(actor);
		// A clock that was set back begins anew, too.
		const goesOn = told !== undefined && now >= told.since && now - told.since < WITHIN;
		const count = goesOn ? told.count + 1 : 1;
		this.#told.set(actor, { since: goesOn ? told.since : now, count });
		const [first] = this.#told.keys();
		if (this.#told.size > PEOPLE && first !== undefined) this.#told.delete(first);
		const before = goesOn ? 0 : Math.max(0, (told?.count ?? 0) - MOST);
		if (count <= MOST) this.#tell(said(before > 0 ? { left_out: before } : {}));
	}
}
