import { EXCEPTION, isSame, isWhole, RTU_OVERHEAD } from "./frame.ts";
import type { Reply } from "./line.ts";

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
	/** By unit: when another master on the line asked it (ms, monotonic). */
	readonly #others = new Map<number, readonly number[]>();
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

	/**
	 * Answers in bytes that no request waited for: fewer are still to come. One that was there before is the same once more. What
	 * another master asks is answered too.
	 * @param own the last frame that was sent, which some adapters hear
	 * @returns whether another master was heard
	 */
	came(bytes: Uint8Array, own: Uint8Array): boolean {
		let others = false;
		for (let at = 0; at < bytes.length; ) {
			const unit = bytes[at] ?? 0;
			const asked = requestAt(bytes.subarray(at));
			if (asked !== undefined) {
				at += asked.length;
				if (isSame(asked, own)) continue;
				others = true;
				this.#others.set(unit, [...(this.#others.get(unit) ?? []), performance.now()].slice(-MOST_TO_COME));
				continue;
			}
			const length = frameAt(bytes.subarray(at));
			const reply = replyIn(bytes.slice(at, at + length));
			const ofOther = reply !== undefined && (this.#others.get(unit)?.length ?? 0) > 0;
			if (ofOther) this.#others.set(unit, (this.#others.get(unit) ?? []).slice(1));
			else if (reply !== undefined && !this.#recentOf(unit).some((one) => isAlike(one.reply, reply))) {
				this.#unanswered.set(unit, (this.#unanswered.get(unit) ?? []).slice(1));
				this.answered(unit, NONE, reply);
			}
			at += Math.max(length, 1);
		}
		return others;
	}

	/** How many answers of this unit may come to requests of before, each of them twice. */
	of(unit: number): number {
		const since = performance.now() - LATEST * this.#timeout;
		const left = (this.#unanswered.get(unit) ?? []).filter((at) => at > since);
		this.#unanswered.set(unit, left);
		const soon = performance.now() - TWICE_WITHIN * this.#timeout;
		const others = (this.#others.get(unit) ?? []).filter((at) => at > soon);
		this.#others.set(unit, others);
		return 2 * (left.length + (this.#opened > since ? 1 : 0)) + others.length;
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

/** Bytes of a request that reads. */
const REQUEST = 8;

/** A request that reads, if one begins here. Those that write look like their answers, and so do 24 bits. */
function requestAt(bytes: Uint8Array): Uint8Array | undefined {
	const [, code = 0, third] = bytes;
	const frame = bytes.slice(0, REQUEST);
	const reads = code >= 1 && code <= 4 && !(code <= 2 && third === 3);
	return reads && frame.length === REQUEST && isWhole(frame) ? frame : undefined;
}

/** Length of the answer that begins here; 0 where none does. */
function frameAt([...bytes]: Uint8Array): number {
	const [, code = 0, count = 0] = bytes;
	const length = code & EXCEPTION ? 5 : code > 4 ? 8 : 2 + count + RTU_OVERHEAD;
	return bytes.length >= length && isWhole(Uint8Array.from(bytes.slice(0, length))) ? length : 0;
}

function replyIn(frame: Uint8Array): Reply | undefined {
	const [, code = 0, second = 0] = frame;
	if (frame.length === 0) return undefined;
	if (code & EXCEPTION) return { kind: "exception", code: second };
	return { kind: "data", data: frame.slice(3, -2) };
}
