import { expect, test } from "@jest/globals";
import { propyleneGlycol } from "#model/quantities/fluid.ts";
import { oracle } from "./oracle.ts";

test("propylene glycol of 20 to 50 % has from 0 to 90 °C the density and heat of SecondaryCoolantProps, within 0.1 %", () => {
	const rows = oracle<readonly (readonly [share: number, at: number, density: number, heat: number])[]>("glycol.py");
	expect(rows.length).toBeGreaterThan(100);
	for (const [share, at, density, heat] of rows) {
		const found = propyleneGlycol(share, at);
		expect(Math.abs(found.density / density - 1)).toBeLessThan(1e-3);
		expect(Math.abs(found.heat / heat - 1)).toBeLessThan(1e-3);
	}
});
