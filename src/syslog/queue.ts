/** Frames that wait: some hundreds of kilobytes at most. */
const MOST = 1000;
/** What was handed over less than so many seconds ago may not have arrived when a connection breaks. */
const UNSURE = 5;
const MOST_UNSURE = 200;

/** What is to be sent, in its order. Where there is no room left the oldest go. */
export class SyslogQueue {
	dropped = 0;
	readonly #now: () => number;
	#waiting: Buffer[] = [];
	#sent: { readonly at: number; readonly frame: Buffer }[] = [];

	/** @param now monotonic seconds */
	constructor(now: () => number) {
		this.#now = now;
	}

	get waiting(): number {
		return this.#waiting.length;
	}

	add(frame: Buffer): void {
		this.#waiting.push(frame);
		this.#bound();
	}

	/** The next one; it counts as sent from now on. */
	next(): Buffer | undefined {
		const frame = this.#waiting.shift();
		if (frame === undefined) return undefined;
		const at = this.#now();
		this.#sent = [...this.#sent.filter((one) => at - one.at < UNSURE).slice(1 - MOST_UNSURE), { at, frame }];
		return frame;
	}

	/** The connection broke: what went last goes once more. */
	again(): void {
		const at = this.#now();
		const unsure = this.#sent.filter((one) => at - one.at < UNSURE).map(({ frame }) => frame);
		this.#sent = [];
		this.#waiting = [...unsure, ...this.#waiting];
		this.#bound();
	}

	#bound(): void {
		while (this.#waiting.length > MOST) {
			this.#waiting.shift();
			this.dropped += 1;
		}
	}
}
