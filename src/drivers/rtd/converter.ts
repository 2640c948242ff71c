/** Seconds for which a working converter gives the same bits for four channels. Its last bits always flicker. */
const FROZEN_FOR = 600;
/** The same where the firmware does not count measurements. */
const SILENT_FOR = 30;

/** Whether one converter still measures. Its last values stay readable for ever. */
export class Converter {
	readonly #frozen: number;
	readonly #silent: number;
	/** Whether it ever counted its measurements. Old firmware does not. */
	#counts = false;
	#last: string | undefined;
	/** Whether its values ever changed, and rounds since then. */
	#changed = false;
	#still = 0;

	/** @param pace seconds between two rounds */
	constructor(pace: number) {
		this.#frozen = Math.ceil(FROZEN_FOR / pace);
		this.#silent = Math.max(3, Math.ceil(SILENT_FOR / pace));
	}

	/**
	 * Whether the values of this round are of now.
	 * @param values its four, as bits
	 * @param rate measurements per second
	 */
	alive(values: string, rate: number): boolean {
		if (rate > 0) this.#counts = true;
		const changed = this.#last !== undefined && values !== this.#last;
		this.#changed ||= changed;
		this.#still = changed ? 0 : this.#still + 1;
		this.#last = values;
		if (this.#counts) return rate > 0 && this.#still <= this.#frozen;
		// At the start nothing shows that it lives, until something changes.
		return this.#changed && this.#still <= this.#silent;
	}
}
