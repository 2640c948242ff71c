import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { atHeight, settle } from "#simulation/store/layers.ts";

const settled = (...temperatures: number[]) => {
	const layers = Float64Array.from(temperatures);
	settle(layers);
	return [...layers];
};

describe("layers of water", () => {
	test.each([
		{ as: "stay when in order", given: [20, 30, 60], become: [20, 30, 60] },
		{ as: "mix when upside down", given: [60, 20], become: [40, 40] },
		{ as: "mix as far up as the warm one rises", given: [20, 50, 30, 31, 60], become: [20, 37, 37, 37, 60] },
		{ as: "mix downwards when the mixture is colder than what is below", given: [30, 40, 20], become: [30, 30, 30] },
		{ as: "need no more than one layer", given: [50], become: [50] },
	])("$as", ({ given, become }) => {
		expect(settled(...given)).toEqual(become);
	});

	it("are never upside down, keep their heat, and stay within what was there", () => {
		const layers = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(layers, (given) => {
				const become = settled(...given);
				const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
				expect(sum(become)).toBeCloseTo(sum(given), 6);
				become.forEach((layer, index) => {
					expect(layer).toBeGreaterThanOrEqual((become[index - 1] ?? -1) - 1e-9);
				});
				expect(Math.max(...become)).toBeLessThanOrEqual(Math.max(...given) + 1e-9);
			}),
		);
	});

	test.each([
		{ height: -5, temperature: 20 },
		{ height: 0, temperature: 20 },
		{ height: 20, temperature: 20 },
		{ height: 40, temperature: 30 },
		{ height: 60, temperature: 40 },
		{ height: 200, temperature: 40 },
	])("are $temperature °C at $height cm of 80", ({ height, temperature }) => {
		expect(atHeight(Float64Array.of(20, 40), height, 80)).toBeCloseTo(temperature, 9);
	});
});
