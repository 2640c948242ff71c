import { DatabaseSync } from "node:sqlite";
import { ALL_RULES } from "#app/control/rules.ts";
import { siteOf } from "#cli/app/simulate/asked/site.ts";
import { USUAL_PLANT } from "#cli/app/simulate/asked/usual-plant.ts";
import { Simulation } from "#cli/app/simulate/simulation.ts";
import { circuitViews } from "#control/circuits.ts";
import { houseFor } from "#drivers/simulated/house.ts";
import type { Settings } from "#model/decision/settings.ts";
import { fromField } from "#model/plant/circuit.ts";
import { running } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import { instant, seconds } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";
import type { Options } from "#options/root.ts";
import { type HistoryTables, historyIn, type Recorded } from "#store/history/history.ts";
import { Minutes } from "#store/history/minutes.ts";
import { Reasons } from "#store/history/reasons.ts";
import { MIGRATIONS } from "#store/migrations.ts";

/** Days of a simulated house as the app records them. Local time is UTC. */
export interface RecordedDays {
	readonly options: Options;
	readonly plant: Plant;
	readonly settings: Settings;
	readonly tables: HistoryTables;
	/** ms since 1970, of the first midnight and of the end. */
	readonly from: number;
	readonly to: number;
	/** What happened: starts and hours of the pumps of fields, and solar heat into the tank in kWh. */
	readonly truth: Truth;
}
export interface Truth {
	readonly starts: number;
	readonly hours: number;
	readonly kwh: number;
}

export interface Days {
	readonly days: number;
	/** Day of the year. */
	readonly from?: number;
	readonly seed?: number;
	/** Changed options, such as `{ solar_charging: { start_at: 6 } }`. */
	readonly changes?: object;
	/** Seconds. */
	readonly turn?: number;
	readonly place?: "stockholm" | "wuerzburg";
	/** Options of another plant than the usual one. */
	readonly of?: object;
}

export function optionsWith(changes: object = {}, of: object = USUAL_PLANT): Options {
	const parsed = parse({ ...of, site: { time_zone: "UTC" }, ...changes });
	if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.problems));
	return parsed.options;
}

export function recordedDays({
	days,
	from = 152,
	seed = 1,
	changes = {},
	turn = 10,
	place = "stockholm",
	of = USUAL_PLANT,
}: Days): RecordedDays {
	const options = optionsWith(changes, of);
	const [plant, settings] = [plantOf(options), settingsOf(options)];
	const site = { ...siteOf(place, seed), start: { day_of_year: from, hour: 0 }, tank_volume: options.tank.volume };
	const design = houseFor(plant, site, ({ id }) => id);
	const simulation = new Simulation({ plant, rules: ALL_RULES, settings, design, turn: seconds(turn) });
	const database = new DatabaseSync(":memory:");
	for (const step of MIGRATIONS) database.exec(step);
	const tables = historyIn(database);
	const write = (all: readonly Recorded[]) => tables.write(all.filter((one) => one.kind !== "energy_day"));
	const begin = Date.UTC(2026, 0, from);
	const [minutes, reasons] = [new Minutes(), new Reasons()];
	const pumps = new Set(plant.circuits.filter(fromField).map(({ pump }) => pump.index));
	let [starts, ran, was] = [0, 0, new Set<number>()];
	database.exec("BEGIN");
	while (simulation.passed < days * 86_400) {
		const at = begin + simulation.passed * 1000;
		const before = simulation.state.circuits;
		const { wall } = simulation;
		const now = instant(simulation.passed);
		simulation.turn();
		const { decision, state } = simulation;
		if (decision === undefined) continue;
		const { verdicts } = decision;
		const circuits = circuitViews(now, plant, decision.circuits, before, state.outputs);
		const snapshot = { wall, plant, readings: state.readings, outputs: state.outputs, circuits, verdicts };
		write([...minutes.add(snapshot, at), ...reasons.add(snapshot, at)]);
		const runs = [...pumps].filter((pump) => state.outputs[pump] !== undefined && running(state.outputs[pump]));
		for (const pump of runs) {
			if (!was.has(pump)) starts += 1;
			ran += turn;
		}
		was = new Set(runs);
	}
	write(minutes.rest());
	database.exec("COMMIT");
	const solar = simulation.house.energies.solar_kwh;
	const truth = { starts, hours: ran / 3600, kwh: solar };
	return { options, plant, settings, tables, from: begin, to: begin + days * 86_400_000, truth };
}
