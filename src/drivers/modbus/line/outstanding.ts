import { isSame } from "./frame.ts";
import type { Reply } from "./line.ts";
import type { Told } from "./overheard.ts";

/** No answer is later than so many timeouts: gateways hold some back. */
const LATEST = 100;
/** An answer that comes twice does so within so many. */
const TWICE_WITHIN = 10;
const MOST_TO_COME = 5;
const MOST_RECENT = 16;

/** An answer that counted, its request, and when it came (ms, monotonic). */
interface Recent {
	readonly pdu: Uint8Array;
	readonly reply: Reply;
	readonly at: number;
}

/** What each unit of a serial line may still send: answers to requests that were given up, and answers once more. */
export class Outstanding {
	readonly #timeout: number;
	/** By unit: when requests were given up (ms, monotonic). */
	readonly #unanswered = new Map<number, readonly number[]>();
	readonly #recent = new Map<number, readonly Recent[]>();
	#opened = Number.NEGATIVE_INFINITY;

	constructor(timeout: number) {
		this.#timeout = timeout;
	}

	/** An earlier process may have asked just before the port was opened. */
	opened(): void {
		this.#opened = performance.now();
	}

	gaveUp(unit: number): void {
		this.#unanswered.set(unit, [...(this.#unanswered.get(unit) ?? []), performance.now()].slice(-MOST_TO_COME));
	}

	answered(unit: number, pdu: Uint8Array, reply: Reply): void {
		const before = (this.#recent.get(unit) ?? []).filter((one) => !isSame(one.pdu, pdu) || !isAlike(one.reply, reply));
		const all = [...before, { pdu, reply, at: performance.now() }];
		this.#recent.set(unit, all.slice(-MOST_RECENT));
	}

	/** Whether a request of ours explains this answer, which came late or once more. Then fewer are still to come. */
	explains({ unit, reply }: Told): boolean {
		if (this.#recentOf(unit).some((one) => isAlike(one.reply, reply))) return true;
		const [first, ...left] = this.#unanswered.get(unit) ?? [];
		this.answered(unit, NONE, reply);
		this.#unanswered.set(unit, left);
		return first !== undefined;
	}

	/** How many answers of this unit may come to requests of before, each of them twice. */
	of(unit: number): number {
		const since = performance.now() - LATEST * this.#timeout;
		const left = (this.#unanswered.get(unit) ?? []).filter((at) => at > since);
		this.#unanswered.set(unit, left);
		return 2 * (left.length + (this.#opened > since ? 1 : 0));
	}

	/** Whether this may be the answer to another request of before, once more. */
	isPerhapsOld(unit: number, pdu: Uint8Array, reply: Reply): boolean {
		return this.#recentOf(unit).some((one) => !isSame(one.pdu, pdu) && isAlike(one.reply, reply));
	}

	/** How many requests since then, beside this one, had this answer. Each of them may come once more. */
	strangers(unit: number, pdu: Uint8Array, reply: Reply, since: number): number {
		const others = this.#recentOf(unit).filter((one) => one.at >= since && !isSame(one.pdu, pdu));
		return others.filter((one) => isAlike(one.reply, reply)).length;
	}

	#recentOf(unit: number): readonly Recent[] {
		const since = performance.now() - TWICE_WITHIN * this.#timeout;
		return (this.#recent.get(unit) ?? []).filter(({ at }) => at > since);
	}
}

/** Of an answer whose request is not known. */
const NONE = new Uint8Array();

export function isAlike(a: Reply, b: Reply): boolean {
	if (a.kind === "data" && b.kind === "data") return isSame(a.data, b.data);
	return a.kind === "exception" && b.kind === "exception" && a.code === b.code;
}
