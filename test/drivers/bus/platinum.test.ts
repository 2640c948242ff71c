import { describe, expect, it, test } from "@jest/globals";
import { elementOf, PT100, PT1000, resistanceAt, temperatureOf } from "#drivers/bus/i2c/platinum.ts";

describe("platinum by IEC 60751", () => {
	// From the standard's own table for PT100, rounded there to 0.01 ohm.
	test.each([
		[-100, 60.26],
		[-50, 80.31],
		[-10, 96.09],
		[0, 100],
		[20, 107.79],
		[100, 138.51],
		[150, 157.33],
		[200, 175.86],
		[300, 212.05],
	])("%d °C are %d ohm", (temperature, resistance) => {
		expect(resistanceAt(temperature, PT100)).toBeCloseTo(resistance, 2);
		expect(resistanceAt(temperature, PT1000)).toBeCloseTo(10 * resistance, 1);
		expect(Math.abs(temperatureOf(resistance, PT100) - temperature)).toBeLessThan(0.02);
	});

	it("comes back to the temperature from which the resistance was computed", () => {
		for (let t = -100; t <= 300; t += 0.37)
			expect(Math.abs(temperatureOf(resistanceAt(t, 1000), 1000) - t)).toBeLessThan(1e-9);
	});

	// The table of the installation that this app replaces.
	test.each([
		[882.2, -30],
		[1000, 0],
		[1077.9, 20],
		[1385.1, 100],
		[1684.8, 180],
	])("%d ohm are %d °C", (resistance, temperature) => {
		expect(Math.abs(temperatureOf(resistance, PT1000) - temperature)).toBeLessThan(0.1);
	});

	test.each([
		[0, "short"],
		[60.2, "short"],
		[60.3, PT100],
		[212, PT100],
		[212.1, "open"],
		[365, "open"],
		[602.5, "open"],
		[602.6, PT1000],
		[2120.5, PT1000],
		[2120.6, "open"],
		[60_000, "open"],
		[Number.POSITIVE_INFINITY, "open"],
		[Number.NaN, "open"],
	])("%d ohm are %s", (resistance, element) => {
		expect(elementOf(resistance)).toBe(element);
	});
});
