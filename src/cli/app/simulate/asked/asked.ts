import { resolve } from "node:path";
import { ALL_RULES } from "#app/control/rules.ts";
import type { SourceFlags } from "#app/login/source.ts";
import type { Machine } from "#app/machine.ts";
import { houseFor, type Site } from "#drivers/simulated/house.ts";
import { fileRemedy, textOfFile } from "#files/named-file.ts";
import { litres, seconds } from "#model/quantities/units.ts";
import { inside, Mistake, remark } from "#model/sentences/sentence.ts";
import { jsonIn } from "#model/untyped/untyped.ts";
import { type Parsed, parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";
import type { Options } from "#options/root.ts";
import type { PlantFault } from "#simulation/faults/plant-fault.ts";
import { DRAW_PROFILES, type Draws } from "#simulation/store/draw-off.ts";
import { CLIMATES, type Place } from "#simulation/weather/climate.ts";
import type { Simulated } from "../simulation.ts";
import { type WeatherFile, weatherIn } from "../weather/weather-file.ts";
import { faultsIn } from "./faults-in.ts";
import { nearestTo, siteOf } from "./site.ts";
import { USUAL_PLANT } from "./usual-plant.ts";

export interface SimulateFlags extends SourceFlags {
	readonly days: number;
	readonly site?: Place;
	/** Day of the year on which it begins. */
	readonly from: number;
	readonly draws: Draws;
	/** L a day. */
	readonly litres?: number;
	readonly seed: number;
	readonly turn: number;
	readonly weather?: string;
	readonly faults?: string;
	readonly compare?: string;
	readonly html?: string;
	readonly json?: true;
}

/** Those of the file, or a usual plant where none are given and this machine has none. */
export function optionsOf(parsed: Parsed, { options }: SimulateFlags): Parsed {
	if (parsed.kind === "invalid" || options !== undefined) return parsed;
	return parsed.options.sensors.length + parsed.options.outputs.length > 0 ? parsed : parse(USUAL_PLANT);
}

/** What to simulate, and where. */
export interface Run {
	readonly simulated: Simulated;
	readonly place: Place;
}

export function runOf(machine: Machine, options: Options, flags: SimulateFlags, weather: WeatherFile | undefined): Run {
	const plant = plantOf(options);
	if (plant.circuits.length === 0) throw new Mistake(remark("sim_no_circuit"));
	const place = flags.site ?? nearestTo(options.site.latitude);
	const site = siteFor(place, options, flags, weather);
	const design = houseFor(plant, site, ({ id }) => id);
	const turn = seconds(flags.turn);
	const faults = faultsAt(machine, flags, plant);
	return { simulated: { plant, rules: ALL_RULES, settings: settingsOf(options), design, faults, turn }, place };
}

function siteFor(place: Place, { site, tank }: Options, flags: SimulateFlags, weather: WeatherFile | undefined): Site {
	const { latitude } = site;
	// A climate of the northern hemisphere tells nothing of a place in the other one.
	const own = flags.site === undefined && latitude !== undefined && latitude > 0 ? { latitude } : {};
	return {
		...siteOf(place, flags.seed),
		...own,
		start: { day_of_year: flags.from, hour: 0 },
		tank_volume: tank.volume,
		profile: DRAW_PROFILES[flags.draws],
		...(flags.litres === undefined ? {} : { daily_draw: litres(flags.litres) }),
		...(weather === undefined ? {} : { recorded: weather.year }),
	};
}

export const weatherAt = (
	machine: Machine,
	{ weather, site }: SimulateFlags,
	options: Options,
): WeatherFile | undefined =>
	weather === undefined
		? undefined
		: aboutFile(weather, () =>
				weatherIn(resolve(machine.cwd, weather), options.site.latitude ?? (site && CLIMATES[site].latitude)),
			);

const faultsAt = (machine: Machine, { faults }: SimulateFlags, plant: Simulated["plant"]): readonly PlantFault[] =>
	faults === undefined ? [] : aboutFile(faults, () => faultsIn(textOfFile(resolve(machine.cwd, faults)), plant));

export const jsonAt = (machine: Machine, file: string): unknown =>
	aboutFile(file, () => {
		const json = jsonIn(textOfFile(resolve(machine.cwd, file)));
		if (json === undefined) throw new Mistake(remark("intent_no_json"));
		return json;
	});

/** Names the file in front of what is wrong with it. */
function aboutFile<T>(file: string, read: () => T): T {
	try {
		return read();
	} catch (failed) {
		throw new Mistake(
			failed instanceof Mistake
				? remark("sim_file", { ...inside("why", failed.sentence), file })
				: remark("sim_unreadable", { ...inside("remedy", fileRemedy(failed)), file }),
		);
	}
}
