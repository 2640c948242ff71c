/** Most waiting frames: some hundreds of kilobytes. */
const MOST = 1000;
/** Seconds. A frame that was sent this shortly before the connection broke may not have arrived. */
const UNSURE = 5;
const MOST_UNSURE = 200;

/** Frames to send, in order. When it is full, the oldest are dropped. */
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

	/** The next frame. From now on it counts as sent. */
	next(): Buffer | undefined {
		const frame = this.#waiting.shift();
		if (frame === undefined) return undefined;
		const at = this.#now();
		this.#sent = [...this.#sent.filter((one) => at - one.at < UNSURE).slice(1 - MOST_UNSURE), { at, frame }];
		return frame;
	}

	/** The connection broke: the last frames are sent again. */
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
