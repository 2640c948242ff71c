import { ALL_RULES } from "#app/control/rules.ts";
import { USUAL_PLANT } from "#cli/app/simulate/asked/usual-plant.ts";
import { surplusIn } from "#cli/app/simulate/probes.ts";
import { Simulation } from "#cli/app/simulate/simulation.ts";
import { houseFor, type Site } from "#drivers/simulated/house.ts";
import type { Plant } from "#model/plant/plant.ts";
import { seconds } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";
import type { House } from "#simulation/house.ts";
import { type Law, thermostat } from "./laws.ts";

const TURN = seconds(30);
const DAY = 86_400;
const HOT = 95;

/** A year, or a part of one, under one law. Energies in kWh. */
export interface Year {
	readonly solar: number;
	readonly heater: number;
	/** Of the heater's kWh those that photovoltaics beside the collectors do not give. */
	readonly bought: number;
	readonly starts: number;
	readonly pump_hours: number;
	readonly hot_hours: number;
	readonly boil_hours: number;
	readonly hottest_tank: number;
	readonly short: number;
	/** L that were drawn colder than the household wants them. */
	readonly cold_litres: number;
	readonly clear_days: number;
	/** On the clear day with the most. */
	readonly clear_starts: number;
	/** The same of July alone, where it is part of it. */
	readonly july: { readonly hot: number; readonly solar: number; readonly heater: number };
}

/** What controls the pump: a law of others, or this app with these options. The app's options may control the heater too. */
export type Controlled = { readonly law: Law } | { readonly options: object; readonly heater?: true };

const JULY = { from: 182, to: 213 };

/** @param isClear whether a day of the simulation, from 0, has no clouds */
export function year(site: Site, by: Controlled, days: number, isClear: (day: number) => boolean): Year {
	const law = "law" in by ? by.law : undefined;
	const parsed = parse({ ...USUAL_PLANT, ...("options" in by ? by.options : {}) });
	if (parsed.kind === "invalid") throw new TypeError(JSON.stringify(parsed.problems));
	const plant = plantOf(parsed.options);
	const design = houseFor(plant, site, ({ id }) => id);
	const heats = "heater" in by ? undefined : thermostat();
	let pumps = false;
	const beside = (house: House) => {
		if (law !== undefined) house.drive("pump", law(house) ? 100 : 0);
		if (heats !== undefined) house.drive("heater", heats(house) ? 100 : 0);
		pumps = house.driven("pump");
	};
	const settings = settingsOf(parsed.options);
	const rules = law === undefined ? ALL_RULES : [];
	const simulation = new Simulation({ plant, rules, settings, design, turn: TURN, beside });
	const { house } = simulation;
	const begun = house.energies;
	let [starts, pumped, hot, boiled, hottest, bought, ran] = [0, 0, 0, 0, 0, 0, false];
	const clear: number[] = [];
	const july = { hot: 0, solar: 0, heater: 0 };
	for (let day = 0; day < days; day++) {
		const [before, hotBefore, { solar_kwh, heater_kwh }] = [starts, hot, house.energies];
		while (simulation.passed < (day + 1) * DAY) {
			simulation.turn();
			if (house.driven("heater")) bought += (TURN / 3_600_000) * boughtIn(house, plant);
			if (pumps && !ran) starts += 1;
			ran = pumps;
			if (pumps) pumped += TURN;
			const field = house.collectors[0];
			if (field !== undefined && field.sensed > HOT) hot += TURN;
			if (field?.blocked) boiled += TURN;
			hottest = Math.max(hottest, house.tanks[0]?.top ?? 0);
		}
		if (isClear(day)) clear.push(starts - before);
		const now = site.start.day_of_year + day;
		if (now < JULY.from || now >= JULY.to) continue;
		july.hot += (hot - hotBefore) / 3600;
		july.solar += house.energies.solar_kwh - solar_kwh;
		july.heater += house.energies.heater_kwh - heater_kwh;
	}
	const ended = house.energies;
	return {
		solar: ended.solar_kwh - begun.solar_kwh,
		heater: ended.heater_kwh - begun.heater_kwh,
		bought,
		starts,
		pump_hours: pumped / 3600,
		hot_hours: hot / 3600,
		boil_hours: boiled / 3600,
		hottest_tank: hottest,
		short: ended.short_kwh - begun.short_kwh,
		cold_litres: house.tanks[0]?.cold ?? 0,
		clear_days: clear.length,
		clear_starts: Math.max(0, ...clear),
		july,
	};
}

/** W that the running heater takes from the grid. */
const boughtIn = (house: House, plant: Plant): number =>
	Math.min(plant.heater.power, Math.max(0, -(surplusIn(house, plant) ?? 0)));
