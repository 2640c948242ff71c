import { after, type Instant, type Seconds, since } from "#model/quantities/units.ts";

/** °C that a DS18B20 has after its power-on. Devices pass it on when they could not read it. */
const POWER_ON = 85;
/** °C that some devices report in place of no value. */
const NOTHING = 0;
/** K to the last temperature within which it may be measured. */
const NEAR = 5;

/**
 * Whether temperatures that another device passes on were measured. 85 °C and 0 °C out of nowhere are what it says without a reading, and
 * repeats as long as it has none: they count when the last one was near. The first of all may be 0, and counts when it comes again.
 */
export class OddTemperatures {
	readonly #within: Seconds;
	#last: { readonly value: number; readonly at: Instant } | undefined;
	/** When 0 came that did not count. */
	#nothing: Instant | undefined;

	/** @param within after so long the last one says nothing of the next */
	constructor(within: Seconds) {
		this.#within = within;
	}

	believes(value: number, now: Instant): boolean {
		const recent = (at: Instant) => since(at, now) <= this.#within;
		const last = this.#last;
		const far = last !== undefined && Math.abs(value - last.value) > NEAR;
		const near = last !== undefined && recent(last.at) && !far;
		const again = value === NOTHING && this.#nothing !== undefined && recent(this.#nothing) && !far;
		const odd = value === POWER_ON || value === NOTHING;
		if (odd && !near && !again) {
			if (value === NOTHING) this.#nothing = now;
			return false;
		}
		this.#nothing = undefined;
		this.#last = { value, at: now };
		return true;
	}

	shift(by: Seconds): void {
		if (this.#last !== undefined) this.#last = { ...this.#last, at: after(this.#last.at, by) };
		if (this.#nothing !== undefined) this.#nothing = after(this.#nothing, by);
	}
}
