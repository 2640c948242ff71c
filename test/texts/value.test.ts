import { describe, expect, it, test } from "@jest/globals";
import { QUANTITIES } from "#model/quantities/quantity.ts";
import { say } from "#texts/say.ts";
import { valueText } from "#texts/value.ts";

describe("a measured value", () => {
	test.each([
		["temperature", 57.94, "57.9 °C", "57,9 °C", "57,9 °C"],
		["temperature", -0.04, "0.0 °C", "0,0 °C", "0,0 °C"],
		["flow", 3.46, "3.5 L/min", "3,5 L/min", "3,5 L/min"],
		["volume", 360, "360 L", "360 L", "360 L"],
		["pressure", 1.234, "1.23 bar", "1,23 bar", "1,23 bar"],
		["irradiance", 812.4, "812 W/m²", "812 W/m²", "812 W/m²"],
		["power", 2999.6, "3000 W", "3000 W", "3000 W"],
		["energy", 12.34, "12.3 kWh", "12,3 kWh", "12,3 kWh"],
		["humidity", 45.2, "45 %", "45 %", "45 %"],
		["speed", 45.2, "45 %", "45 %", "45 %"],
		["contact", 1, "closed", "sluten", "geschlossen"],
		["contact", 0, "open", "öppen", "offen"],
		["pulses", 1234, "1234", "1234", "1234"],
		["price", 0.456, "0.46", "0,46", "0,46"],
	] as const)("of %s, %d, has its unit and the decimals that people read", (quantity, value, en, sv, de) => {
		expect([
			valueText("en", value, quantity),
			valueText("sv", value, quantity),
			valueText("de", value, quantity),
		]).toEqual([en, sv, de]);
	});

	test.each(QUANTITIES)("of %s that is no number is unknown", (quantity) => {
		if (quantity !== "contact") expect(valueText("en", Number.NaN, quantity)).toMatch(/^\?/);
	});

	it("in a notice has the unit of the quantity among the facts, and °C without one", () => {
		const facts = { sensor: "meter", value: 3.5 };
		expect(say("en", "notice", "sensor_back", facts)).toBe("Meter is back: 3.5 °C.");
		expect(say("sv", "notice", "sensor_back", { ...facts, quantity: "flow" })).toBe("Meter är tillbaka: 3,5 L/min.");
		expect(say("de", "notice", "sensor_fast", { sensor: "meter", from: 1, to: 20, quantity: "pressure" })).toBe(
			"Meter ist von 1,00 bar auf 20,00 bar gesprungen.",
		);
	});
});
