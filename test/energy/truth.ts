import { ALL_RULES } from "#app/control/rules.ts";
import { siteOf } from "#cli/app/simulate/asked/site.ts";
import { Simulation } from "#cli/app/simulate/simulation.ts";
import { houseFor } from "#drivers/simulated/house.ts";
import { heatMeter } from "#energy/heat-meter.ts";
import { heaterMeter } from "#energy/heater-meter.ts";
import { tankLoss } from "#energy/tank-loss.ts";
import { seconds } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";
import type { Place } from "#simulation/weather/climate.ts";
import { FLOW, LAYERS, RETURN } from "./rig.ts";

const [AREA, PER_AREA] = [5.5, 40];
const FLOW_LINE = { id: "flow_line", role: "flow_line", source: "one_wire:28-000000000001" };

export interface Kind {
	readonly title: string;
	readonly sensors: readonly object[];
	readonly pump?: object;
	readonly boundary: "into_tank" | "collector_loop";
	/** Relative. */
	readonly within: number;
}
/** L/min, as the flow glass of the simulated plant shows it. */
const full_flow = Math.round((10 * AREA * PER_AREA) / 60) / 10;
export const KINDS: readonly Kind[] = [
	{
		title: "a flow meter and sensors in both pipes at the tank",
		sensors: [RETURN, FLOW_LINE, FLOW],
		boundary: "into_tank",
		within: 0.05,
	},
	{ title: "a flow meter and a return sensor", sensors: [RETURN, FLOW], boundary: "collector_loop", within: 0.05 },
	{
		title: "the pump's flow and a return sensor",
		sensors: [RETURN],
		pump: { full_flow },
		boundary: "collector_loop",
		within: 0.12,
	},
	{
		title: "the flow of a pump with speeds and a return sensor",
		sensors: [RETURN],
		pump: { full_flow, target: "simulated:pump_speed" },
		boundary: "collector_loop",
		within: 0.12,
	},
	{
		title: "the pump's flow, without a return sensor",
		sensors: [],
		pump: { full_flow },
		boundary: "collector_loop",
		within: 0.12,
	},
];

/** A simulated house with these sensors, from a day of the year on. */
const simulated = (sensors: readonly object[], pump: object, place: Place, from: number, turn: number) =>
	simulationOf(
		{
			sensors: [
				{ id: "collector", role: "collector", source: "simulated:collector" },
				{ id: "tank", role: "tank", source: "simulated:tank" },
				...LAYERS,
				...sensors,
			],
			outputs: [
				{ id: "pump", role: "pump", target: "simulated:pump", ...pump },
				{ id: "heater", role: "heater", target: "simulated:heater" },
			],
			heater_control: { mode: "eco" },
		},
		place,
		from,
		turn,
	);

function simulationOf(options: unknown, place: Place, from: number, turn: number) {
	const parsed = parse(options);
	if (parsed.kind === "invalid") throw new TypeError(JSON.stringify(parsed.problems));
	const plant = plantOf(parsed.options);
	const site = { ...siteOf(place), collector_area: AREA, start: { day_of_year: from, hour: 0 } };
	const design = houseFor(plant, site, ({ id }) => id);
	const settings = settingsOf(parsed.options);
	return new Simulation({ plant, rules: ALL_RULES, settings, design, turn: seconds(turn) });
}

/** kWh that the meter counted, and those that crossed its boundary in the model; of the sun, and of the heater. */
export function lifeOf({ sensors, pump, boundary }: Kind, place: Place, from: number, days: number, turn = 10) {
	const simulation = simulated(sensors, pump ?? {}, place, from, turn);
	const { house } = simulation;
	const began = house.energies;
	const branch = house.layout.branches.get("collector");
	let truth = 0;
	while (simulation.passed < days * 86_400) {
		simulation.turn();
		const flow = house.flow("pump") ?? 0;
		if (branch === undefined || flow === 0) continue;
		const hot = boundary === "into_tank" ? branch.arriving : branch.source.outlet;
		const kwh = ((flow / 60) * branch.perLitre * (hot - branch.returning) * turn) / 3.6e6;
		truth += Math.max(0, kwh);
	}
	const { memories } = simulation.state;
	const { heat, back } = heatMeter.memory.parse(memories["heat_meter"]);
	return {
		sun: { counted: heat.total, truth },
		/** What the tank got, less what it gave back; by the coil. */
		coil: { counted: heat.total - back, truth: house.energies.solar_kwh - began.solar_kwh },
		heater: {
			counted: heaterMeter.memory.parse(memories["heater_meter@heater"]).heat.total,
			truth: house.energies.heater_kwh - began.heater_kwh,
		},
	};
}

/** kWh that the tank lost, as counted and in the model, from the day on on which it is known how much it loses. */
export function lossOfLife(place: Place, from: number, days: number) {
	const simulation = simulated([], {}, place, from, 30);
	const { house } = simulation;
	const memory = () => tankLoss.memory.parse(simulation.state.memories["tank_loss"] ?? {});
	let began: { readonly kwh: number; readonly after: number } | undefined;
	while (simulation.passed < days * 86_400) {
		simulation.turn();
		if (began === undefined && memory().watts !== undefined)
			began = { kwh: house.energies.loss_kwh, after: simulation.passed / 86_400 };
	}
	const { heat, doubt } = memory();
	return { counted: heat.total, doubt, truth: house.energies.loss_kwh - (began?.kwh ?? 0), after: began?.after };
}

/** kWh that all heat meters of a plant counted, less what they carried back; what the coils of its tanks got; seconds without a measurement. */
export function sunOfLife(options: unknown, place: Place, from: number, days: number) {
	const simulation = simulationOf(options, place, from, 10);
	const { house } = simulation;
	const began = house.energies.solar_kwh;
	while (simulation.passed < days * 86_400) simulation.turn();
	const meters = Object.entries(simulation.state.memories).flatMap(([key, memory]) =>
		key.startsWith(heatMeter.id) ? [heatMeter.memory.parse(memory)] : [],
	);
	return {
		counted: meters.reduce((sum, { heat, back }) => sum + heat.total - back, 0),
		doubt: meters.reduce((sum, { doubt }) => sum + doubt, 0),
		gap: meters.reduce((sum, { gap }) => sum + gap, 0),
		truth: house.energies.solar_kwh - began,
	};
}
