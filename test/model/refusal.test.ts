import { describe, expect, test } from "@jest/globals";
import { remedyOf } from "#model/sentences/refusal.ts";

const remedy = (found: unknown, unit?: string, expected = "number") => {
	const { code, facts } = remedyOf({ code: "invalid_type", message: "", expected }, found, unit);
	return [code, ...Object.values(facts)];
};

describe("a number that is written as a text", () => {
	test.each<[string, string | undefined, readonly unknown[]]>([
		["8", "K", ["number_so", "8"]],
		["8 K", "K", ["number_so", "8"]],
		["8,5", "K", ["number_so", "8.5"]],
		["8,50 K", "K", ["number_so", "8.50"]],
		["75 °C", "°C", ["number_so", "75"]],
		["75°C", "°C", ["number_so", "75"]],
		["−3,5 °C", "°C", ["number_so", "-3.5"]],
		["+3", undefined, ["number_so", "3"]],
		["75 K", "°C", ["number_in", "°C"]],
		["8 °F", "K", ["number_in", "K"]],
		["2 weeks", "d", ["number_in", "d"]],
		["3 Stück", undefined, ["number_alone"]],
		["viel", "K", ["wrong_kind", "number", "string"]],
		["", "K", ["wrong_kind", "number", "string"]],
		["1.000,5", "K", ["wrong_kind", "number", "string"]],
		["8 9", "K", ["wrong_kind", "number", "string"]],
	])("%j in a field of %s is refused with what to write", (found, unit, expected) =>
		expect(remedy(found, unit)).toEqual(expected),
	);

	test.each([[null], [true], [[]], [{}]])("%j is not such a text", (found) =>
		expect(remedy(found)[0]).toBe("wrong_kind"),
	);
	test("a text is nothing of the sort where another kind is needed", () =>
		expect(remedy("8", undefined, "boolean")).toEqual(["wrong_kind", "boolean", "string"]));
});
