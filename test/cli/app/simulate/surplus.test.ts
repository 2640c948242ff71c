import { describe, expect, it } from "@jest/globals";
import { siteOf } from "#cli/app/simulate/asked/site.ts";
import { USUAL_PLANT } from "#cli/app/simulate/asked/usual-plant.ts";
import { probesOf } from "#cli/app/simulate/probes.ts";
import { houseFor } from "#drivers/simulated/house.ts";
import { seconds } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import { House } from "#simulation/house.ts";

const METER = { id: "meter", role: "surplus_power", source: "mqtt:meter/power" };
const parsed = parse({ ...USUAL_PLANT, sensors: [...USUAL_PLANT.sensors, METER] });
if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.problems));
const plant = plantOf(parsed.options);

/** W that the meter tells at an hour of a cloudless day in June. */
function told(hour: number, heats = false): number {
	const site = { ...siteOf("wuerzburg"), cloudiness: 0, start: { day_of_year: 172, hour } };
	const house = new House(houseFor(plant, site, ({ id }) => id));
	house.drive("heater", heats ? 100 : 0);
	house.advance(seconds(60));
	return probesOf(plant).at(-1)?.(house) ?? Number.NaN;
}

describe("surplus power in the simulator", () => {
	it("is what photovoltaics of 5 kW give beside the house's 400 W and its heater", () => {
		expect(told(0)).toBe(-400);
		expect(told(12)).toBeGreaterThan(3000);
		expect(told(12)).toBeLessThan(4500);
		expect(told(12) - told(12, true)).toBe(3000);
	});
});
