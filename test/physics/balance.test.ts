import { expect, test } from "@jest/globals";
import { ALL_RULES } from "#app/control/rules.ts";
import { siteOf } from "#cli/app/simulate/asked/site.ts";
import { USUAL_PLANT } from "#cli/app/simulate/asked/usual-plant.ts";
import { lived } from "#cli/app/simulate/life.ts";
import { houseFor } from "#drivers/simulated/house.ts";
import { seconds } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";

test("the balance of all heat closes within 0.5 % over a year, with the real controller", async () => {
	const parsed = parse(USUAL_PLANT);
	if (parsed.kind === "invalid") throw new Error("the usual plant is invalid");
	const plant = plantOf(parsed.options);
	const design = houseFor(plant, siteOf("wuerzburg"), ({ id }) => id);
	const settings = settingsOf(parsed.options);
	const life = await lived({ plant, rules: ALL_RULES, settings, design, turn: seconds(30) }, 365);
	const { solar_kwh, draw_kwh, loss_kwh, balance_kwh } = life?.figures ?? fail();
	expect(solar_kwh).toBeGreaterThan(1500);
	expect(Math.abs(balance_kwh)).toBeLessThan(0.005 * solar_kwh);
	expect(draw_kwh + loss_kwh).toBeGreaterThan(0.9 * solar_kwh);
});

const fail = (): never => {
	throw new Error("the simulation was interrupted");
};
