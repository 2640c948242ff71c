import { FULL, OFF, type Percent, percent } from "#model/quantities/units.ts";

/** What stands at the other end of a 0-10 V output. */
export const CURVES = ["linear", "inverted", "pump_0_10v", "pwm_solar", "pwm_heating"] as const;
export type Curve = (typeof CURVES)[number];

/** Millivolts for off, and for more than 0 % up to 100 %, in a straight line. */
interface Line {
	readonly off: number;
	readonly lowest: number;
	readonly highest: number;
	/** What is below, or above for a line that falls, is off. Absent: only the end itself is. */
	readonly offUntil?: number;
}

const LINES: Readonly<Record<Curve, Line>> = {
	linear: { off: 0, lowest: 0, highest: 10_000 },
	/** Valves and drives that stop at 10 V. */
	inverted: { off: 10_000, lowest: 10_000, highest: 0 },
	/**
	 * Grundfos UPM XL and alike: off from 0.5 to 1 V, lowest speed to 3 V, then in a straight line. Below 0.5 V such a pump
	 * takes the wire for broken and runs at full speed, so off is not 0 V.
	 */
	pump_0_10v: { off: 750, lowest: 3000, highest: 10_000, offUntil: 1000 },
	/** Through a converter from 0-10 V to PWM: solar pumps run from 15 % on, and stop without a signal. */
	pwm_solar: { off: 0, lowest: 1500, highest: 9500, offUntil: 700 },
	/** The same for heating pumps: 100 % is off, and without a signal they run at full speed. */
	pwm_heating: { off: 10_000, lowest: 8400, highest: 500, offUntil: 9300 },
};

/** The voltage for a level. */
export function millivolts(curve: Curve, level: Percent): number {
	const { off, lowest, highest } = LINES[curve];
	return level <= OFF ? off : Math.round(lowest + ((highest - lowest) * level) / FULL);
}

/** The level that a voltage means to the pump. Undefined for one that cannot be. */
export function levelAt(curve: Curve, found: number): Percent | undefined {
	if (!(found >= 0 && found <= 10_500)) return undefined;
	const { off, lowest, highest, offUntil = off } = LINES[curve];
	// A pump of this kind runs at full speed with a broken wire.
	if (curve === "pump_0_10v" && found < 500) return FULL;
	if (off < highest ? found <= offUntil : found >= offUntil) return OFF;
	const level = Math.round(((found - lowest) * FULL) / (highest - lowest));
	return percent(Math.min(FULL, Math.max(1, level)));
}
