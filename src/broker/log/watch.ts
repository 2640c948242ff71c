import type { Alert, Limits } from "./alert.ts";
import { Counter, type Totals } from "./count/count.ts";
import { Known, type KnownAddresses } from "./count/known.ts";
import type { Own } from "./count/own.ts";
import { Forgery } from "./read/forgery.ts";
import { lineOf, type Said } from "./read/line.ts";
import { type Release, type Series, seriesOf } from "./read/release.ts";

/** What was heard since the beginning. */
export interface Heard extends Totals {
	readonly lines: number;
	/** Of the lines, those that Mosquitto is known to write. */
	readonly understood: number;
	/** Of the lines, those of Mosquitto 1.6 and older, of which no refusal can be read. */
	readonly old: number;
	/** Lines that have no time. */
	readonly untimed: number;
	readonly release?: Series;
}

/** Whether a log is Mosquitto's at all: at least half of its lines are. Of nothing heard nothing is said. */
export const isUnderstood = ({ lines, understood }: Pick<Heard, "lines" | "understood">): boolean =>
	understood * 2 >= lines;

export interface Watching {
	readonly own: Own;
	readonly known?: KnownAddresses;
	/** Whose words these are, until the log says so itself. */
	readonly release?: Release | "1.6";
	readonly limits?: Limits;
	/** Seconds since 1970: about when the log was written, of which times without a year get theirs. */
	readonly today?: number;
}

/** A time that is further off is not believed, or one wrong clock would make the window forget, or never forget. */
const DAY = 86_400;

/** Reads Mosquitto's log line by line, in its order, and says what is worth a person's attention. */
export class Watch {
	readonly known: Known;
	readonly #counter: Counter;
	readonly #forgery = new Forgery();
	readonly #today: number | undefined;
	#release: Release | "1.6" | undefined;
	#figures = { lines: 0, understood: 0, old: 0, untimed: 0 };

	constructor({ own, known, release, limits, today }: Watching) {
		this.known = new Known(known);
		this.#counter = new Counter(own, this.known, limits);
		this.#release = release;
		this.#today = today;
	}

	get heard(): Heard {
		return {
			...this.#figures,
			...this.#counter.totals,
			...(this.#release !== undefined && { release: seriesOf(this.#release) }),
		};
	}

	standing(now: number): readonly Alert[] {
		return this.#counter.standing(now);
	}

	/** As something else than its log says it. */
	is(release: Release | "1.6"): void {
		this.#release = release;
	}

	/** A line from before: who is who, and nothing of it is told or counted. */
	learn(line: string): void {
		const { said, text, at = 0 } = lineOf(line, this.#words, this.#today);
		if (this.#forgery.forged(text) !== "no") return;
		this.#learnRelease(said);
		if (said.kind === "login") this.#forgery.suspicious(said.client);
		this.#counter.learn(said, at);
	}

	/**
	 * @param line without its line end
	 * @param now seconds since 1970; when the line was written, where it does not say that itself. Absent for a log that is
	 * read long after: then its own times are believed.
	 */
	hear(line: string, now?: number): readonly Alert[] {
		const { said, at, text } = lineOf(line, this.#words, now ?? this.#today);
		// A log of many programs is as good as one of Mosquitto alone.
		if (said.kind === "foreign" || line === "") return [];
		this.#figures.lines++;
		if (said.kind !== "unknown") this.#figures.understood++;
		if (at === undefined) this.#figures.untimed++;
		const when = now === undefined ? (at ?? 0) : at !== undefined && Math.abs(at - now) < DAY ? at : now;
		switch (this.#forgery.forged(text)) {
			case "surely":
				return [];
			case "perhaps":
				// The name may be forged, but the refusal itself may be true.
				return this.#counter.doubtful(said, when);
			case "no":
				return this.#believe(said, when);
		}
	}

	/** The log ends here: what was still held back. */
	settle(): readonly Alert[] {
		return this.#counter.settle();
	}

	get #words(): Release | undefined {
		return this.#release === "1.6" ? undefined : this.#release;
	}

	#learnRelease(said: Said): void {
		if (said.kind === "release") this.#release = said.release;
		if (said.kind === "login" || said.kind === "refusal") this.#release ??= said.release;
	}

	#believe(said: Said, when: number): readonly Alert[] {
		this.#learnRelease(said);
		if (this.#release === "1.6") this.#figures.old++;
		const alerts = this.#counter.take(said, when);
		if (said.kind !== "login" || !this.#forgery.suspicious(said.client)) return alerts;
		return [...alerts, ...this.#counter.forger(said.client, said.from, said.user, when)];
	}
}
