import { describe, expect, it, test } from "@jest/globals";
import { CURVES, runsAtZero, signalOf, speedOf } from "#model/plant/curve.ts";
import { confirms, driveOf, loadOf } from "#model/plant/output.ts";
import { OFF, percent } from "#model/quantities/units.ts";
import { fakePlant } from "../fakes/plant.ts";

const level = { min: percent(30), max: percent(100), step: percent(1) };

describe("the signal of a pump", () => {
	test.each([
		["direct", [0, 30, 55, 100], [0, 30, 55, 100]],
		["inverted", [0, 30, 55, 100], [100, 70, 45, 0]],
		["pwm_solar", [0, 1, 30, 100], [0, 16, 38, 90]],
		["pwm_heating", [0, 1, 30, 100], [100, 84, 63, 10]],
	] as const)("%s, at the speeds %j, is %j", (curve, speeds, signals) => {
		expect(speeds.map((speed) => signalOf(curve, percent(speed)))).toEqual(signals);
	});

	test.each([
		["pwm_solar", [0, 5, 6, 14, 15, 90, 100], [0, 0, 1, 1, 1, 100, 100]],
		["pwm_heating", [100, 95, 94, 86, 85, 10, 0], [0, 0, 1, 1, 1, 100, 100]],
		["inverted", [100, 99, 0], [0, 1, 100]],
	] as const)("%s, read back as %j, means the speeds %j", (curve, signals, speeds) => {
		expect(signals.map((signal) => speedOf(curve, percent(signal)))).toEqual(speeds);
	});

	test.each(CURVES)("%s is confirmed at every speed, off as off alone", (curve) => {
		const [pump] = fakePlant({ pump: { level, curve } }).outputs;
		if (pump === undefined) throw new Error("there is a pump");
		for (let speed = 0; speed <= 100; speed++) {
			const found = loadOf(pump, driveOf(pump, percent(speed)));
			expect([curve, speed, found !== undefined && confirms(pump, found, percent(speed))]).toEqual([
				curve,
				speed,
				true,
			]);
			expect(found === OFF).toBe(speed === 0);
		}
	});

	it("that is lost runs a pump with a turned curve: its board at 0 is no board at rest", () => {
		expect(CURVES.filter(runsAtZero)).toEqual(["inverted", "pwm_heating"]);
		const [pump] = fakePlant({ pump: { level, curve: "pwm_heating" } }).outputs;
		expect(pump && loadOf(pump, percent(0))).toBe(100);
	});
});
