import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import { KINDS, lifeOf, lossOfLife, sunOfLife } from "./truth.ts";

/** Two days of spring; `test/physics` has the year. */
test.each(KINDS)("with $title the heat is that of the model at its boundary, within $within", (kind) => {
	const { sun } = lifeOf(kind, "wuerzburg", 100, 2);
	expect(sun.truth).toBeGreaterThan(5);
	expect(Math.abs(sun.counted / sun.truth - 1)).toBeLessThan(kind.within);
});

describe("what a tank loses", () => {
	it("is that of the model within 10 %, in a summer with a family's draws, from the third quiet night on", () => {
		const { counted, truth, doubt, after } = lossOfLife("wuerzburg", 180, 14);
		expect(after).toBeLessThan(4);
		expect(truth).toBeGreaterThan(15);
		expect(Math.abs(counted / truth - 1)).toBeLessThan(0.1);
		expect(Math.abs(counted - truth)).toBeLessThan(doubt);
	});
});

test("the heat of two roofs that one pump feeds side by side, into two tanks, is that of the model within 10 %", () => {
	const example = readFileSync(join(import.meta.dirname, "../../examples/options.two-tanks.json"), "utf8");
	const { counted, truth, doubt, gap } = sunOfLife(JSON.parse(example), "wuerzburg", 100, 4);
	expect(truth).toBeGreaterThan(20);
	expect(Math.abs(counted / truth - 1)).toBeLessThan(0.1);
	expect(Math.abs(counted - truth)).toBeLessThan(doubt);
	expect(gap).toBeLessThan(600);
});
