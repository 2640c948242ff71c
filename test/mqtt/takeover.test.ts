import { describe, expect, it } from "@jest/globals";
import { TakeoverWatch } from "#mqtt/takeover.ts";

const seen = (...breaks: readonly (readonly [at: number, lasted: number])[]) => {
	const watch = new TakeoverWatch();
	return breaks.map(([at, lasted]) => watch.broke(at, lasted)).at(-1);
};

describe("a takeover is suspected", () => {
	it("at the third break soon after a login within a minute", () => {
		expect(seen([1, 1], [3, 1])).toBe(false);
		expect(seen([1, 1], [3, 1], [6, 1])).toBe(true);
	});

	it("not when they are more than a minute apart", () => {
		expect(seen([0, 1], [30, 1], [60, 1])).toBe(false);
		expect(seen([0, 1], [30, 1], [59.9, 1])).toBe(true);
	});

	it("not when a connection lasted between", () => {
		expect(seen([1, 1], [3, 1], [20, 10.1], [23, 1])).toBe(false);
	});

	it("not when something else went wrong between", () => {
		const watch = new TakeoverWatch();
		watch.broke(1, 1);
		watch.broke(3, 1);
		watch.clear();
		expect(watch.broke(6, 1)).toBe(false);
	});
});
