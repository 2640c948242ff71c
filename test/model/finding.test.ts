import { describe, expect, test } from "@jest/globals";
import { problem } from "#model/findings/finding.ts";
import { mend } from "../fakes/unworded.ts";

describe("a problem shows what was found", () => {
	test.each([
		[undefined, mend("nothing")],
		["", '""'],
		[7.5, "7.5"],
		[true, "true"],
		[null, "null"],
		[[1, 2], "[1,2]"],
	])("%j as %s", (value, shown) => {
		expect(problem("a.b", value, mend("no_choice"))).toEqual({ path: "a.b", value: shown, remedy: mend("no_choice") });
	});

	test("and cuts it short where it is long", () => {
		const { value } = problem("a", "x".repeat(200), mend("empty"));
		expect(value).toHaveLength(80);
		expect(String(value).endsWith("…")).toBe(true);
	});
});
