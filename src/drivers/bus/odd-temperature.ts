import { after, type Instant, type Seconds, since } from "#model/quantities/units.ts";

/** °C that a DS18B20 has after its power-on. Devices pass it on when they could not read it. */
const POWER_ON = 85;
/** °C that some devices report in place of no value. */
const NOTHING = 0;
/** K to the last temperature within which it may be measured. */
const NEAR = 5;

/**
 * Whether temperatures that another device passes on were measured. 85 °C and 0 °C out of nowhere are what it says without a reading, and
 * repeats as long as it has none: they count when the last one was near. So what has been 0 since the start is no temperature.
 */
export class OddTemperatures {
	readonly #within: Seconds;
	#last: { readonly value: number; readonly at: Instant } | undefined;

	/** @param within after so long the last one says nothing of a next one of 85 °C */
	constructor(within: Seconds) {
		this.#within = within;
	}

	believes(value: number, now: Instant): boolean {
		if ((value === POWER_ON || value === NOTHING) && !this.#isNear(value, now)) return false;
		this.#last = { value, at: now };
		return true;
	}

	shift(by: Seconds): void {
		if (this.#last !== undefined) this.#last = { ...this.#last, at: after(this.#last.at, by) };
	}

	/** Outdoors it may be 0 °C for long, and a sensor that reports changes alone is silent meanwhile. */
	#isNear(value: number, now: Instant): boolean {
		const last = this.#last;
		if (last === undefined || Math.abs(value - last.value) > NEAR) return false;
		return value === NOTHING || since(last.at, now) <= this.#within;
	}
}
