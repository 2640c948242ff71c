import type { Finding, Problem } from "#model/findings/finding.ts";
import { refusalFinding } from "../entities/command.ts";

/** Seconds for which a refused command is reported: long enough for a turn, or for a connection to come back. */
const TOLD = 60;
/** Most refusals that are reported at once. */
const MOST = 5;

interface Refusal {
	readonly nth: number;
	readonly at: number;
	readonly problem: Problem;
}

/** Recently refused commands as Findings, so that Home Assistant tells why. */
export class Refusals {
	/** Monotonic seconds. */
	readonly #now: () => number;
	#lately: readonly Refusal[] = [];
	#count = 0;

	constructor(now: () => number) {
		this.#now = now;
	}

	add(problem: Problem): void {
		this.#lately = [...this.#lately.slice(1 - MOST), { nth: ++this.#count, at: this.#now(), problem }];
	}

	findings(): readonly Finding[] {
		if (this.#lately.length === 0) return [];
		this.#lately = this.#lately.filter(({ at }) => this.#now() - at < TOLD);
		return this.#lately.map(({ nth, problem }) => refusalFinding(nth, problem));
	}
}
