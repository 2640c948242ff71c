import { EXCEPTION, type Request } from "./frame.ts";
import type { Read, Told } from "./overheard.ts";

/** No answer to another master is later than so many timeouts. */
const LATEST = 10;
/** ms. Who asks on a line asks again within this time. */
const REMEMBERED = 10 * 60_000;
/** More than any reading waits for. */
const MOST_TO_COME = 20;

/** A request of another master that was not answered yet, and when it was heard (ms, monotonic). */
interface Pending {
	readonly unit: number;
	readonly code: number;
	/** Of data in its answer. */
	readonly bytes: number;
	readonly at: number;
}

/** What other masters ask on the same line, as far as it was heard. */
export class OtherMasters {
	readonly #timeout: number;
	#pending: readonly Pending[] = [];
	/** When bytes came that may have been a request. */
	#strays: readonly number[] = [];
	/** Answers that others get: unit, function and length, and when this was heard last. */
	readonly #theirs = new Map<string, number>();

	constructor(timeout: number) {
		this.#timeout = timeout;
	}

	/** @param isOwn it is the same as our last request, whose answer it therefore gets */
	asked({ unit, frame }: Read, isOwn = false): void {
		const [, code = 0, , , high = 0, low = 0] = frame;
		const bytes = dataOf(code, high * 256 + low);
		const at = performance.now();
		this.#pending = [...this.#pending, { unit, code, bytes, at }].slice(-MOST_TO_COME);
		if (!isOwn) this.#theirs.set(keyOf(unit, code, bytes), at);
	}

	/** Whether this answers a request of another master. */
	answered({ unit, code, reply }: Told): boolean {
		const fits = (one: Pending) =>
			one.unit === unit && one.code === code && (reply.kind === "exception" || one.bytes === reply.data.length);
		const first = this.#pending.findIndex(fits);
		if (first < 0) return false;
		this.#pending = this.#pending.filter((_, nth) => nth !== first);
		return true;
	}

	/** An answer to a request that was not heard. */
	told({ unit, code, reply }: Told): void {
		if (reply.kind === "data") this.#theirs.set(keyOf(unit, code, reply.data.length), performance.now());
	}

	strayed(): void {
		this.#strays = [...this.#strays, performance.now()].slice(-MOST_TO_COME);
	}

	/** Until when the line is left to another master and its unit (ms, monotonic). */
	get busyUntil(): number {
		return Math.max(Number.NEGATIVE_INFINITY, ...this.#pending.map(({ at }) => at + this.#timeout));
	}

	/**
	 * How many answers to others may have come, or may come, in place of the one to this request.
	 * @param began when it was asked first (ms, monotonic): what was heard since then counts however long it takes
	 */
	toCome({ unit, pdu: [code] }: Request, began: number): number {
		const since = began - LATEST * this.#timeout;
		const isOf = (one: Pending) => one.unit === unit && one.code === code && one.at > since;
		return this.#pending.filter(isOf).length + this.#strays.filter((at) => at > since).length;
	}

	/** Whether others get answers that look like the one to this request. */
	isLikeTheirs({ unit, pdu: [code = 0], length }: Request): boolean {
		const at = this.#theirs.get(keyOf(unit, code & ~EXCEPTION, length - 2));
		return at !== undefined && performance.now() - at < REMEMBERED;
	}
}

const dataOf = (code: number, count: number) => (code <= 2 ? Math.ceil(count / 8) : 2 * count);
const keyOf = (unit: number, code: number, bytes: number) => `${unit}/${code}/${bytes}`;
