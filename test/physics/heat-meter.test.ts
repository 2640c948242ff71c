import { expect, test } from "@jest/globals";
import { KINDS, lifeOf } from "../energy/truth.ts";

const [BOTH_PIPES, , RETURN, , NO_RETURN] = KINDS;

test.each([
	{ place: "wuerzburg", kind: BOTH_PIPES },
	{ place: "stockholm", kind: RETURN },
	{ place: "athens", kind: NO_RETURN },
] as const)(
	"over a year in $place with $kind.title the heat is that of the model, within $kind.within",
	({ place, kind }) => {
		if (kind === undefined) throw new TypeError("no such plant");
		const { sun, coil } = lifeOf(kind, place, 1, 365, 30);
		const off = ({ counted, truth }: typeof sun) => counted / truth - 1;
		console.log(
			`${place}, ${kind.title}: ${sun.counted.toFixed(0)} of ${sun.truth.toFixed(0)} kWh (${(100 * off(sun)).toFixed(1)} %); coil ${(100 * off(coil)).toFixed(1)} %`,
		);
		expect(sun.truth).toBeGreaterThan(1500);
		expect(Math.abs(off(sun))).toBeLessThan(kind.within);
		// The coil gives to the tank what crosses the boundary beside it.
		if (kind.boundary === "into_tank") expect(Math.abs(off(coil))).toBeLessThan(kind.within);
	},
	400_000,
);
