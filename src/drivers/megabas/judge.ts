import { type Fault, fault } from "#model/plant/fault.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { elementOf, PT1000, temperatureOf } from "../bus/i2c/platinum.ts";
import type { Measured } from "../driver.ts";
import type { Scaled } from "./address.ts";

/** What the firmware reports for a resistance beyond its range; older ones for any above 30 kohm. */
const BEYOND: readonly number[] = [0xffff, 60_000, 30_000];

/** A PT1000 at an input for 1 kohm. */
export function platinum(resistance: number, facts: Facts): Measured {
	const found = { ...facts, resistance };
	if (BEYOND.includes(resistance)) return failed(fault("open", found));
	const element = elementOf(resistance);
	if (element === PT1000) return { kind: "value", value: temperatureOf(resistance, PT1000) };
	// A PT100 there, or a bad contact parallel to the sensor.
	if (element === "open" && resistance > PT1000) return failed(fault("open", found));
	return failed(fault("short", found));
}

/** Kelvin of 0 °C and 25 °C. */
const ZERO = 273.15;
const AT_25 = 298.15;
const OHM_AT_25 = 10_000;
/** What such sensors are made for (°C). */
const COLDEST = -55;
const HOTTEST = 200;

/** A thermistor of 10 kohm at 25 °C. @param beta its constant (K) */
export function thermistor(resistance: number, beta: number, facts: Facts): Measured {
	const found = { ...facts, resistance };
	if (BEYOND.includes(resistance)) return failed(fault("open", found));
	const inverse = 1 / AT_25 + Math.log(resistance / OHM_AT_25) / beta;
	if (inverse < 1 / (HOTTEST + ZERO)) return failed(fault("short", found));
	if (inverse > 1 / (COLDEST + ZERO)) return failed(fault("open", found));
	return { kind: "value", value: 1 / inverse - ZERO };
}

/** Above 10 V by so much is no signal (mV). */
const MOST = 10_500;

/** A transmitter with a voltage. One that never goes down to 0 V shows a broken wire by it. */
export function scaled(millivolts: number, { volts, values }: Scaled, facts: Facts): Measured {
	const found = { ...facts, millivolts };
	if (millivolts > MOST) return failed(fault("short", found));
	const [low, high] = [volts[0] * 1000, volts[1] * 1000];
	if (millivolts < low / 2) return failed(fault("open", found));
	const span = (high - low) * 0.05;
	if (millivolts < low - span || millivolts > high + span) return failed(fault("implausible", found));
	return { kind: "value", value: values[0] + ((values[1] - values[0]) * (millivolts - low)) / (high - low) };
}

const failed = (why: Fault): Measured => ({ kind: "failed", fault: why });
