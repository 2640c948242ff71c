import { describe, expect, it, test } from "@jest/globals";
import { remarksIn } from "#app/words.ts";
import { flawOf, withoutUnit } from "#cli/app/replay/cell.ts";
import type { Sensor } from "#model/plant/plant.ts";
import type { Quantity } from "#model/quantities/quantity.ts";
import { sensor } from "../../fakes/owners-plant.ts";

const of = (quantity: Quantity): Sensor => ({ ...sensor("meter", "other", 0), quantity });

describe("a cell of a table of readings", () => {
	test.each([
		["temperature", "65,3 °C", "65,3"],
		["flow", "3,5 l/min", "3,5"],
		["flow", "3.5 L/min", "3.5"],
		["pressure", "1.2bar", "1.2"],
		["irradiance", "812 W/m²", "812"],
		["irradiance", "812 W/m2", "812"],
		["power", "2999 W", "2999"],
		["energy", "12.3 kWh", "12.3"],
		["humidity", "45 %", "45"],
		["speed", "45 %", "45"],
		["volume", "360 l", "360"],
		["contact", "1", "1"],
	] as const)("of %s may have its unit: %s", (quantity, cell, number) => {
		expect(withoutUnit(cell, of(quantity))).toBe(number);
		expect(withoutUnit(number, of(quantity))).toBe(number);
	});

	it("of another unit is never read as a number, and the remedy names the unit", () => {
		const told = (quantity: Quantity, cell: string) => {
			expect(withoutUnit(cell, of(quantity))).toBe(cell);
			return remarksIn("en")(flawOf(cell, of(quantity), 7));
		};
		expect(told("flow", "3,5 m³/h")).toBe(
			'line 7: meter is "3,5 m³/h". This sensor measures in L/min: convert the column, with or without the unit behind the number.',
		);
		expect(told("power", "3 kW")).toMatch(/measures in W:/);
		expect(told("flow", "60 °C")).toMatch(/measures in L\/min:/);
		expect(told("temperature", "60 °F")).toMatch(/Only degrees Celsius are read/);
		expect(told("contact", "1 V")).toMatch(/Write a number/);
		expect(told("flow", "none")).toMatch(/Write a number/);
	});
});
