import { ALL_RULES } from "#app/control/rules.ts";
import { USUAL_PLANT } from "#cli/app/simulate/asked/usual-plant.ts";
import { Simulation } from "#cli/app/simulate/simulation.ts";
import { houseFor, type Site } from "#drivers/simulated/house.ts";
import { seconds } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";
import type { House } from "#simulation/house.ts";
import { type Law, thermostat } from "./laws.ts";

const TURN = seconds(30);
const DAY = 86_400;
const HOT = 95;

/** A year under one law. Energies in kWh. */
export interface Year {
	readonly solar: number;
	readonly heater: number;
	readonly starts: number;
	readonly pump_hours: number;
	readonly hot_hours: number;
	readonly boil_hours: number;
	readonly hottest_tank: number;
	readonly short: number;
	readonly clear_days: number;
	/** On the clear day with the most. */
	readonly clear_starts: number;
}

/** What controls the pump: a law of others, or this app with these options. */
export type Controlled = { readonly law: Law } | { readonly options: object };

/** @param isClear whether a day of the simulation, from 0, has no clouds */
export function year(site: Site, by: Controlled, days: number, isClear: (day: number) => boolean): Year {
	const law = "law" in by ? by.law : undefined;
	const parsed = parse({ ...USUAL_PLANT, ...("options" in by ? by.options : {}) });
	if (parsed.kind === "invalid") throw new TypeError("The usual plant is invalid.");
	const plant = plantOf(parsed.options);
	const design = houseFor(plant, site, ({ id }) => id);
	const heats = thermostat();
	let pumps = false;
	const beside = (house: House) => {
		if (law !== undefined) house.drive("pump", law(house) ? 100 : 0);
		house.drive("heater", heats(house) ? 100 : 0);
		pumps = house.driven("pump");
	};
	const settings = settingsOf(parsed.options);
	const simulation = new Simulation({
		plant,
		rules: law === undefined ? ALL_RULES : [],
		settings,
		design,
		turn: TURN,
		beside,
	});
	const { house } = simulation;
	const begun = house.energies;
	let [starts, pumped, hot, boiled, hottest, ran] = [0, 0, 0, 0, 0, false];
	const clear: number[] = [];
	for (let day = 0; day < days; day++) {
		const before = starts;
		while (simulation.passed < (day + 1) * DAY) {
			simulation.turn();
			if (pumps && !ran) starts += 1;
			ran = pumps;
			if (pumps) pumped += TURN;
			const field = house.collectors[0];
			if (field !== undefined && field.sensed > HOT) hot += TURN;
			if (field?.blocked) boiled += TURN;
			hottest = Math.max(hottest, house.tanks[0]?.top ?? 0);
		}
		if (isClear(day)) clear.push(starts - before);
	}
	const ended = house.energies;
	return {
		solar: ended.solar_kwh - begun.solar_kwh,
		heater: ended.heater_kwh - begun.heater_kwh,
		starts,
		pump_hours: pumped / 3600,
		hot_hours: hot / 3600,
		boil_hours: boiled / 3600,
		hottest_tank: hottest,
		short: ended.short_kwh - begun.short_kwh,
		clear_days: clear.length,
		clear_starts: Math.max(0, ...clear),
	};
}
