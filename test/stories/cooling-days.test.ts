import { describe, expect, it } from "@jest/globals";
import { ALL_RULES } from "#app/control/rules.ts";
import { siteOf } from "#cli/app/simulate/asked/site.ts";
import { USUAL_PLANT } from "#cli/app/simulate/asked/usual-plant.ts";
import { Simulation } from "#cli/app/simulate/simulation.ts";
import { houseFor } from "#drivers/simulated/house.ts";
import { percent, seconds } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";

const FORECAST = { id: "tomorrow", role: "sun_tomorrow", source: "mqtt:forecast/tomorrow" };
const DAY = 86_400;

/** What a fortnight of July in Athens does, with a house that draws little. */
function july(options: object, forecast = true) {
	const sensors = forecast ? [...USUAL_PLANT.sensors, FORECAST] : USUAL_PLANT.sensors;
	const parsed = parse({ ...USUAL_PLANT, sensors, ...options });
	if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.problems));
	const plant = plantOf(parsed.options);
	const site = { ...siteOf("athens"), start: { day_of_year: 185, hour: 12 } };
	const drawn = houseFor(plant, site, ({ id }) => id);
	const design = { ...drawn, stores: drawn.stores.map((store) => ({ ...store, daily_draw: 120 })) };
	const settings = settingsOf(parsed.options);
	const one = new Simulation({ plant, rules: ALL_RULES, settings, design, turn: seconds(30) });
	const seen = { hot_h: 0, steam_h: 0, night_starts: 0, night_days: 0, hottest_tank: 0, cooled: new Set<number>() };
	let ran = false;
	while (one.passed < 14 * DAY) {
		one.turn();
		const night = one.decision?.activity === "night_cooling";
		const runs = (one.decision?.verdicts[0]?.want ?? percent(0)) > 0;
		if (night && runs && !ran) seen.night_starts++;
		if (night && runs) seen.cooled.add(Math.floor(one.passed / DAY));
		ran = runs;
		const [field] = one.house.collectors;
		if (field !== undefined && field.outlet > 95) seen.hot_h += 30 / 3600;
		if (field?.blocked === true) seen.steam_h += 30 / 3600;
		for (const tank of one.house.tanks) seen.hottest_tank = Math.max(seen.hottest_tank, tank.top);
	}
	return { ...seen, heater: one.house.energies.heater_kwh };
}

const on = { enabled: true, sunny_from: 4.5, tank_above: 45, colder_by: 12 };

describe("a fortnight of July in which little hot water is drawn", () => {
	const plain = july({});
	const before = july({ overheat_cooling: { enabled: false } });

	it("cooling of an overheated tank leaves less of it, and of steam", () => {
		expect(before.steam_h).toBeGreaterThan(0);
		expect(plain.steam_h).toBeLessThan(before.steam_h * 0.4);
		expect(plain.heater).toBe(before.heater);
		expect(plain.hot_h).toBeLessThan(before.hot_h * 0.8);
	});

	it("cooling before sunny days has less stagnation, costs no hot water, and does not stop and start all night", () => {
		const cooled = july({ forecast_cooling: on });
		expect(before.hot_h).toBeGreaterThan(10);
		expect(cooled.hot_h).toBeLessThan(before.hot_h * 0.5);
		expect(cooled.heater).toBe(plain.heater);
		expect(cooled.night_starts / cooled.cooled.size).toBeLessThan(8);
		expect(cooled.hottest_tank).toBeLessThan(97);
	});

	it("with a forecast that never comes is the same as without this function", () => {
		expect(july({ forecast_cooling: on }, false)).toEqual(plain);
	});

	it("before days that are not sunny enough is the same, too", () => {
		expect(july({ forecast_cooling: { ...on, sunny_from: 50 } })).toEqual(plain);
	});

	it("a holiday cools every night, and only for its days", () => {
		const days = 5;
		const cooled = july({ holiday: { enabled: true, days }, overheat_cooling: { enabled: false } });
		expect(cooled.cooled.size).toBeGreaterThan(2);
		expect(Math.max(...cooled.cooled)).toBeLessThanOrEqual(days);
	});
});
