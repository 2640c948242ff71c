import type { Alert, Limits } from "./alert.ts";
import { Counter, type Totals } from "./count.ts";
import { Forgery } from "./forgery.ts";
import { Known, type KnownAddresses } from "./known.ts";
import { lineOf, type Release, type Said } from "./line.ts";
import type { Own } from "./own.ts";

/** What was heard since the beginning. */
export interface Heard extends Totals {
	readonly lines: number;
	readonly release?: Release;
}

export interface Watching {
	readonly own: Own;
	readonly known?: KnownAddresses;
	/** Whose words these are, until the log says so itself. */
	readonly release?: Release;
	readonly limits?: Limits;
}

/** A time that is further off is not believed, or one wrong clock would make the window forget, or never forget. */
const DAY = 86_400;

/** Reads Mosquitto's log line by line, in its order, and says what is worth a person's attention. */
export class Watch {
	readonly known: Known;
	readonly #counter: Counter;
	readonly #forgery = new Forgery();
	#release: Release | undefined;
	#lines = 0;

	constructor({ own, known, release, limits }: Watching) {
		this.known = new Known(known);
		this.#counter = new Counter(own, this.known, limits);
		this.#release = release;
	}

	get heard(): Heard {
		return {
			lines: this.#lines,
			...this.#counter.totals,
			...(this.#release !== undefined && { release: this.#release }),
		};
	}

	standing(now: number): readonly Alert[] {
		return this.#counter.standing(now);
	}

	/** As something else than its log says it. */
	is(release: Release): void {
		this.#release = release;
	}

	/** A line from before: who is who, and nothing of it is told or counted. */
	learn(text: string): void {
		const { said, text: rest } = lineOf(text, this.#release);
		if (this.#forgery.forged(rest) !== "no") return;
		this.#learnRelease(said);
		if (said.kind === "login") this.#forgery.suspicious(said.client);
		this.#counter.learn(said);
	}

	/**
	 * @param text without its line end
	 * @param now seconds since 1970; when the line was written, where it does not say that itself. Absent for a log that is
	 * read long after: then its own times are believed.
	 */
	hear(text: string, now?: number): readonly Alert[] {
		this.#lines++;
		const { said, at, text: rest } = lineOf(text, this.#release);
		const when = now === undefined ? (at ?? 0) : at !== undefined && Math.abs(at - now) < DAY ? at : now;
		switch (this.#forgery.forged(rest)) {
			case "surely":
				return [];
			case "perhaps":
				// Who it is about may be a lie, but that somebody was refused may be true.
				return REFUSALS.includes(said.kind) ? this.#counter.nobody(when) : [];
			case "no":
				return this.#believe(said, when);
		}
	}

	#learnRelease(said: Said): void {
		if (said.kind === "release") this.#release = said.release;
		if (said.kind === "login") this.#release ??= said.release;
	}

	#believe(said: Said, when: number): readonly Alert[] {
		this.#learnRelease(said);
		const alerts = this.#counter.take(said, when);
		if (said.kind !== "login" || !this.#forgery.suspicious(said.client)) return alerts;
		return [...alerts, ...this.#counter.forger(said.client, said.from, said.user, when)];
	}
}

const REFUSALS: readonly Said["kind"][] = ["refusal", "connack_refusal"];
