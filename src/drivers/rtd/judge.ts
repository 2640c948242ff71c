import { type Fault, fault } from "#model/plant/fault.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { elementOf, temperatureOf } from "../bus/i2c/platinum.ts";
import type { Measured } from "../driver.ts";

/** What the board said of one channel: its own temperature, and the resistance before and after that. */
export interface Said {
	readonly temperature: number;
	readonly before: number;
	readonly after: number;
}

/** K. The board rounds, and measures the two a moment apart. */
const APART = 2;
/** Of resistance at 0 °C, for 0.5 K. A value that was changed while it was read differs by more, or does no harm. */
const STEADY = 0.5 * 0.00385;

/**
 * One channel. The temperature is computed from the resistance by IEC 60751, and counts only if the board's own agrees: a
 * board that is set to the other kind of sensor, or that is broken, does not. "torn" is to be read again.
 */
export function judged({ temperature, before, after }: Said, facts: Facts): Measured | "torn" {
	if (!Number.isFinite(before) || !Number.isFinite(after) || after < 0) return failed(fault("implausible", facts));
	const element = elementOf(after);
	const found = { ...facts, resistance: rounded(after) };
	if (typeof element === "string") return elementOf(before) === element ? failed(fault(element, found)) : "torn";
	if (Math.abs(after - before) > STEADY * element) return "torn";
	const value = temperatureOf(after, element);
	// Firmware may count in a straight line, which is 3 K off at 200 °C.
	const straight = (after / element - 1) / 0.00385;
	const off = Math.abs(temperature - value);
	// Written so that NaN is refused too.
	if (off <= APART + Math.abs(straight - value)) return { kind: "value", value };
	return failed(fault("implausible", { ...found, computed: rounded(value), board: rounded(temperature) }));
}

const failed = (why: Fault): Measured => ({ kind: "failed", fault: why });
const rounded = (n: number): number => Math.round(n * 100) / 100;
