import { describe, expect, it, test } from "@jest/globals";
import { energyIn } from "#energy/figures/json.ts";
import { recoveryOf } from "#energy/figures/ventilation.ts";
import { celsius, instant } from "#model/quantities/units.ts";
import { seen } from "../fakes/owners-plant.ts";
import { plantFrom } from "./rig.ts";

const AIRS = ["outdoor_air", "supply_air", "exhaust_air", "extract_air"] as const;
const plant = plantFrom({ sensors: AIRS.map((role) => ({ id: role, role, source: `simulated:${role}` })) });
const airs = (values: readonly (number | undefined)[]) =>
	recoveryOf({
		plant,
		readings: values.map((value) =>
			value === undefined ? { kind: "unknown" } : { kind: "ok", value: celsius(value), at: instant(0) },
		),
	});

describe("heat recovery", () => {
	test.each([
		["both sides", [-5, 16, 6, 22], 21 / 27, 16 / 27],
		["in summer, where it keeps the house cool", [30, 25, 28, 22], 5 / 8, 6 / 8],
		["at 3 K", [19, 21, 20, 22], 2 / 3, 2 / 3],
	] as const)("has an efficiency of %s", (_, values, supply, exhaust) => {
		expect(airs(values).supply).toBeCloseTo(supply, 9);
		expect(airs(values).exhaust).toBeCloseTo(exhaust, 9);
	});

	test.each([
		["below 3 K", [19.1, 21, 20, 22]],
		["without the air outdoors", [undefined, 16, 6, 22]],
		["without the extract air", [-5, 16, 6, undefined]],
	] as const)("has none %s", (_, values) => {
		expect(airs(values)).toEqual({ supply: undefined, exhaust: undefined });
	});

	it("has one side where the other is lost", () => {
		expect(airs([-5, undefined, 6, 22]).supply).toBeUndefined();
		expect(airs([-5, undefined, 6, 22]).exhaust).toBeCloseTo(16 / 27, 9);
	});
});

test("the owner's plant, without a flow meter and without its pump's flow, tells no heat of the sun", () => {
	const { energy } = energyIn(seen({}));
	expect(energy).not.toHaveProperty("sun");
	expect(energy?.tanks?.[0]).toMatchObject({ id: "tank" });
	expect(energy?.heaters?.[0]).toMatchObject({ by: "rated_power" });
});
