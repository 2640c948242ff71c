/**
 * Detects two clients with the same id. They disconnect each other for ever, and with MQTT 3.1.1 (and Mosquitto 2.0.11 with
 * MQTT 5) the broker gives no reason. The signature: three times within a minute a login succeeds and is closed within
 * seconds, and nothing else fails in between, as it would with a broker that is down.
 */
export class TakeoverWatch {
	#breaks: readonly number[] = [];

	/** A connection broke without a reason after `lasted` seconds. True when that looks like a takeover. */
	broke(now: number, lasted: number): boolean {
		if (lasted > SOON) {
			this.#breaks = [];
			return false;
		}
		this.#breaks = [...this.#breaks.filter((at) => now - at < WITHIN), now];
		return this.#breaks.length >= TIMES;
	}

	/** Whether the last break may have been one. */
	get counting(): boolean {
		return this.#breaks.length > 0;
	}

	/** Something else failed, so it is not a takeover. */
	clear(): void {
		this.#breaks = [];
	}
}

/** Seconds. */
const SOON = 10;
const WITHIN = 60;
const TIMES = 3;
