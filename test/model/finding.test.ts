import { describe, expect, test } from "@jest/globals";
import { problem } from "#model/finding.ts";

describe("a problem shows what was found", () => {
	test.each([
		[undefined, "nothing"],
		["", '""'],
		[7.5, "7.5"],
		[true, "true"],
		[null, "null"],
		[[1, 2], "[1,2]"],
	])("%j as %s", (value, shown) => {
		expect(problem("a.b", value, "Do this.")).toEqual({ path: "a.b", value: shown, remedy: "Do this." });
	});

	test("and cuts it short where it is long", () => {
		const { value } = problem("a", "x".repeat(200), "");
		expect(value).toHaveLength(80);
		expect(value.endsWith("…")).toBe(true);
	});
});
