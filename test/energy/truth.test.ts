import { expect, test } from "@jest/globals";
import { KINDS, lifeOf } from "./truth.ts";

/** Two days of spring; `test/physics` has the year. */
test.each(KINDS)("with $title the heat is that of the model at its boundary, within $within", (kind) => {
	const { sun } = lifeOf(kind, "wuerzburg", 100, 2);
	expect(sun.truth).toBeGreaterThan(5);
	expect(Math.abs(sun.counted / sun.truth - 1)).toBeLessThan(kind.within);
});
