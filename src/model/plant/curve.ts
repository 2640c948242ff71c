import { FULL, OFF, type Percent, percent } from "../quantities/units.ts";

/**
 * What the signal of a channel, in % of 10 V or of the pulse width, means to a pump. `direct`: the speed itself. `inverted`:
 * its opposite. `pwm_solar` and `pwm_heating`: the profiles that pumps are made for, where a broken wire stops a solar pump and
 * runs a heating pump at full speed.
 */
export const CURVES = ["direct", "inverted", "pwm_solar", "pwm_heating"] as const;
export type Curve = (typeof CURVES)[number];

/** Signals in %: the one that stops the pump, and those of its lowest and its full speed. */
interface Profile {
	readonly stop: number;
	readonly lowest: number;
	readonly full: number;
	/** Up to here the pump stands, on the side of `stop`. */
	readonly stands: number;
}
const PROFILES: Readonly<Record<Curve, Profile>> = {
	direct: { stop: 0, stands: 0, lowest: 0, full: 100 },
	inverted: { stop: 100, stands: 100, lowest: 100, full: 0 },
	// Below 5 % it stands, from 8 to 15 % it runs at its lowest speed, from 90 % on at full speed.
	pwm_solar: { stop: 0, stands: 5, lowest: 15, full: 90 },
	// Above 95 % it stands, from 91 to 85 % it runs at its lowest speed, below 10 % at full speed.
	pwm_heating: { stop: 100, stands: 95, lowest: 85, full: 10 },
};

/** A device that loses its signal, or goes to 0 by itself, then runs the pump. */
export const runsAtZero = (curve: Curve): boolean => PROFILES[curve].stop > 0;

/** The signal for a speed. A whole number, as channels take them. */
export function signalOf(curve: Curve, speed: Percent): Percent {
	if (curve === "direct") return speed;
	const { stop, lowest, full } = PROFILES[curve];
	return percent(speed <= 0 ? stop : Math.round(lowest + ((full - lowest) * speed) / 100));
}

/** The speed that a signal means. Between standing and the lowest speed the pump may turn, so it counts as running. */
export function speedOf(curve: Curve, signal: Percent): Percent {
	if (curve === "direct") return signal;
	const { stands, stop, lowest, full } = PROFILES[curve];
	if (stop === 0 ? signal <= stands : signal >= stands) return OFF;
	const speed = Math.round(((signal - lowest) * 100) / (full - lowest));
	return percent(Math.min(FULL, Math.max(1, speed)));
}
