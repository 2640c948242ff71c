import type { House } from "#simulation/house.ts";
import { REFERENCE_HEIGHT } from "#simulation/store/tank.ts";

/** Decides about the pump of one field and one tank, once a turn. */
export type Law = (house: House) => boolean;

const sensed = (house: House) => house.collectors[0]?.sensed ?? Number.NaN;
const water = (house: House) => house.tanks[0]?.at(REFERENCE_HEIGHT) ?? Number.NaN;

/**
 * The law of the program that this app replaces, in its own order, with its defaults: 8 K on, 4 K off, collector cooling at
 * 90 °C until 86, boil stop at 150 until 140. No limit of the tank, and the last part overrules the stop.
 */
export function predecessor(): Law {
	let on = false;
	let overheated = false;
	let cooling = false;
	return (house) => {
		const [hot, cold] = [sensed(house), water(house)];
		if (hot >= 150) {
			if (on) {
				on = false;
				overheated = true;
			}
		} else if (overheated && hot < 140) overheated = false;
		else if (hot >= 90) {
			if (!on) {
				on = true;
				cooling = true;
			}
		} else if (cooling && hot < 86 && on) {
			on = false;
			cooling = false;
		}
		if (hot - cold >= 8) on = true;
		else if (hot - cold <= 4) on = false;
		return on;
	};
}

/**
 * RESOL's DeltaSol BS/4 with its defaults (parameter data in resol-vbus 0.29.0): 6 K on, 4 K off, tank 60 °C with 2 K of
 * hysteresis, collector emergency shutdown at 130 °C until 120, nothing above 95 °C at the tank's top; the pump as a relay.
 */
export function resol(): Law {
	let on = false;
	let full = false;
	let emergency = false;
	return (house) => {
		const [hot, cold, top] = [sensed(house), water(house), house.tanks[0]?.top ?? Number.NaN];
		full = full ? cold > 58 : cold >= 60;
		emergency = emergency ? hot >= 120 : hot >= 130;
		on = on ? hot - cold > 4 : hot - cold >= 6;
		return on && !full && !emergency && top < 95;
	};
}

/** The same electric heater for every law: 45 °C on, 50 °C off, beside the heater. */
export function thermostat(): (house: House) => boolean {
	let on = false;
	return (house) => {
		const there = house.tanks[0]?.at(90) ?? Number.NaN;
		on = on ? there < 50 : there <= 45;
		return on;
	};
}
