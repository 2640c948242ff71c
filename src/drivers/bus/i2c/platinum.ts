import { type Celsius, celsius } from "#model/quantities/units.ts";

/** Coefficients of IEC 60751:2022, clause 4.2, for platinum of 3851 ppm/K. */
const A = 3.9083e-3;
const B = -5.775e-7;
const C = -4.183e-12;

/** Resistance at 0 °C. */
export const PT100 = 100;
export const PT1000 = 1000;

/** The resistance (ohm) at a temperature from -200 to 850 °C. */
export function resistanceAt(temperature: number, atZero: number): number {
	const t = temperature;
	const cold = t < 0 ? C * (t - 100) * t ** 3 : 0;
	return atZero * (1 + A * t + B * t * t + cold);
}

/** The temperature of a resistance (ohm) from 18.5 % to 390 % of that at 0 °C. */
export function temperatureOf(resistance: number, atZero: number): Celsius {
	const ratio = resistance / atZero;
	const warm = (-A + Math.sqrt(A * A - 4 * B * (1 - ratio))) / (2 * B);
	if (warm >= 0) return celsius(warm);
	let t = warm;
	// Below 0 °C the equation is of the fourth degree. Newton's method is exact to 1e-9 K after three steps.
	for (let step = 0; step < 4; step++) {
		const slope = atZero * (A + 2 * B * t + C * (4 * t ** 3 - 300 * t * t));
		t -= (resistanceAt(t, atZero) - resistance) / slope;
	}
	return celsius(t);
}

/** Limits of what any sensor of a house can measure (°C). */
const LOWEST = -100;
const HIGHEST = 300;

/** The element that has this resistance, or what is wrong with the wires. The ranges of the two do not meet. */
export function elementOf(resistance: number): typeof PT100 | typeof PT1000 | "open" | "short" {
	if (resistance < resistanceAt(LOWEST, PT100)) return "short";
	if (resistance <= resistanceAt(HIGHEST, PT100)) return PT100;
	if (resistance < resistanceAt(LOWEST, PT1000)) return "open";
	return resistance <= resistanceAt(HIGHEST, PT1000) ? PT1000 : "open";
}
