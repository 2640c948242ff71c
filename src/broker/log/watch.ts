import type { Alert, Limits } from "./alert.ts";
import { Counter, type Totals } from "./count/count.ts";
import { Known, type KnownAddresses } from "./count/known.ts";
import type { Own } from "./count/own.ts";
import { Forgery } from "./read/forgery.ts";
import { lineOf, type Said } from "./read/line.ts";
import { type Release, type Series, seriesOf } from "./read/release.ts";

/** Figures since the start. */
export interface Heard extends Totals {
	readonly lines: number;
	/** Lines that Mosquitto is known to write. */
	readonly understood: number;
	/** Lines of Mosquitto 1.6 and older, whose refusals cannot be read. */
	readonly old: number;
	/** Lines without a time. */
	readonly untimed: number;
	readonly release?: Series;
}

/** Whether this is Mosquitto's log: at least half of its lines are. True for an empty log. */
export const isUnderstood = ({ lines, understood }: Pick<Heard, "lines" | "understood">): boolean =>
	understood * 2 >= lines;

export interface Watching {
	readonly own: Own;
	readonly known?: KnownAddresses;
	/** The release that wrote the log, until the log itself tells. */
	readonly release?: Release | "1.6";
	readonly limits?: Limits;
	/** Seconds since 1970: about when the log was written. For times without a year. */
	readonly today?: number;
}

/** Times that are further off are not trusted. One wrong clock could make the window forget everything, or nothing. */
const DAY = 86_400;

/** Reads Mosquitto's log line by line, in order, and reports what a person should know. */
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

	/** Sets the release, from another source than the log. */
	is(release: Release | "1.6"): void {
		this.#release = release;
	}

	/** Learns identities from an earlier line, without counting or reporting it. */
	learn(line: string): void {
		const { said, text, at = 0 } = lineOf(line, this.#words, this.#today);
		if (this.#forgery.forged(text) !== "no") return;
		this.#learnRelease(said);
		if (said.kind === "login") this.#forgery.suspicious(said.client);
		this.#counter.learn(said, at);
	}

	/**
	 * @param line without its line end
	 * @param now seconds since 1970: the time of a line that does not tell. Absent for a log that is read later: then its own
	 * times are trusted
	 */
	hear(line: string, now?: number): readonly Alert[] {
		const { said, at, text } = lineOf(line, this.#words, now ?? this.#today);
		// A log may contain lines of other programs.
		if (said.kind === "foreign" || line === "") return [];
		this.#figures.lines++;
		if (said.kind !== "unknown") this.#figures.understood++;
		if (at === undefined) this.#figures.untimed++;
		const when = now === undefined ? (at ?? 0) : at !== undefined && Math.abs(at - now) < DAY ? at : now;
		switch (this.#forgery.forged(text)) {
			case "surely":
				return [];
			case "perhaps":
				// The name may be forged, but the refusal may be real.
				return this.#counter.doubtful(said, when);
			case "no":
				return this.#believe(said, when);
		}
	}

	/** The log ends here: reports what was held back. */
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
