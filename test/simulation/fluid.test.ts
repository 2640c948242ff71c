import { describe, expect, test } from "@jest/globals";
import { propyleneGlycol } from "#model/quantities/fluid.ts";
import { OWNERS_PLANT } from "#simulation/design.ts";
import { glycol, USUAL } from "#simulation/flow/fluid.ts";
import { House } from "#simulation/house.ts";
import { houseOf } from "#simulation/plant.ts";

describe("propylene glycol", () => {
	/** SecondaryCoolantProps 1.5 and CoolProp 8.0.0, which agree with each other. */
	test.each([
		{ at: 20, heat: 3706.72, density: 1032.273 },
		{ at: 60, heat: 3833.87, density: 1006.314 },
		{ at: 90, heat: 3926.38, density: 984.132 },
	])("of 40 % has $heat J/(kg K) and $density kg/m³ at $at °C", ({ at, heat, density }) => {
		const found = propyleneGlycol(0.4, at);
		expect(Math.abs(found.heat / heat - 1)).toBeLessThan(1e-3);
		expect(Math.abs(found.density / density - 1)).toBeLessThan(1e-3);
	});

	test.each([20, 40, 60, 80])("of 40 % takes at %s °C what the one number says, within 1.5 %%", (at) => {
		expect(Math.abs(glycol(0.4).heat(at) / USUAL.heat(at) - 1)).toBeLessThan(0.015);
	});

	test("moves more heat as it gets warmer, and none is lost or made by that", () => {
		const house = new House({ ...houseOf({ ...OWNERS_PLANT, cloudiness: 0 }), fluid: glycol(0.4) });
		const before = house.energies;
		house.drive("pump", 100);
		house.advance(600);
		const morning = house.layout.branches.get("collector")?.perLitre ?? 0;
		house.advance(4 * 3600);
		expect(house.layout.branches.get("collector")?.perLitre).toBeGreaterThan(morning + 5);
		const e = house.energies;
		const kept = e.stored_kwh - before.stored_kwh + e.loop_kwh - before.loop_kwh;
		expect(e.absorbed_kwh - e.draw_kwh - e.loss_kwh - e.collector_loss_kwh - e.pipe_loss_kwh - kept).toBeCloseTo(0, 6);
	});
});
