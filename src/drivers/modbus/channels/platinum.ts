/** Coefficients of IEC 60751. */
const A = 3.9083e-3;
const B = -5.775e-7;
const C = -4.183e-12;
/** Ω. No temperature of a plant gives a PT100 more, or a PT1000 less. */
const BETWEEN = 500;
/** Parts of the resistance at 0 °C: −75 °C and 330 °C. */
const SHORT = 0.7;
const OPEN = 2.2;
const STEPS = 20;

/** °C of a PT100 or PT1000 with this resistance (Ω), which tells them apart; or why there is no sensor. */
export function platinum(ohms: number): number | "open" | "short" {
	const ratio = ohms / (ohms < BETWEEN ? 100 : 1000);
	if (ratio < SHORT) return ohms < BETWEEN ? "short" : "open";
	return ratio > OPEN ? "open" : temperatureAt(ratio);
}

function temperatureAt(ratio: number): number {
	if (ratio >= 1) return (-A + Math.sqrt(A * A - 4 * B * (1 - ratio))) / (2 * B);
	// Below 0 °C the equation has a fourth power: Newton's method.
	let t = (ratio - 1) / A;
	for (let step = 0; step < STEPS; step++) {
		const value = 1 + A * t + B * t * t + C * (t - 100) * t ** 3 - ratio;
		t -= value / (A + 2 * B * t + C * (4 * t ** 3 - 300 * t * t));
	}
	return t;
}
