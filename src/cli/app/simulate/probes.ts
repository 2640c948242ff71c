import { type Sensed, sensedAt } from "#drivers/simulated/address.ts";
import { measured } from "#drivers/simulated/measured.ts";
import type { Plant, Sensor } from "#model/plant/plant.ts";
import type { House } from "#simulation/house.ts";
import { INDOORS } from "#simulation/ventilation.ts";

/** What a sensor would measure in the house; undefined where the simulator has no such thing. */
export type Probe = (house: House) => number | undefined;

/** bar in a cold circuit. */
const PRESSURE = 1.5;
/** Photovoltaics: m² of which all light becomes power, as of 5 kW with 15 % of losses. */
const PANELS = 4.25;
/** W that a household takes all the time. */
const HOUSEHOLD = 400;
/** The resolution of a 1-Wire sensor in K, which is also enough for everything else. */
const RESOLUTION = 16;

/** One probe for each of `plant.sensors`, in that order. */
export const probesOf = (plant: Plant): readonly Probe[] =>
	plant.sensors.map((sensor) => {
		const probe = probeOf(plant, sensor);
		return (house) => {
			const value = probe(house);
			return value === undefined ? undefined : Math.round(value * RESOLUTION) / RESOLUTION;
		};
	});

function probeOf(plant: Plant, sensor: Sensor): Probe {
	const { bus, channel, role, height } = sensor;
	const simulated = bus === "simulated" ? sensedAt(channel) : undefined;
	if (simulated !== undefined) return (house) => measured(house, simulated);
	const part = partOf(plant, sensor);
	const at =
		(sensed: Sensed): Probe =>
		(house) =>
			measured(house, sensed);
	switch (role) {
		case "collector":
		case "stove":
		case "boiler":
			return at({ kind: "outlet", part });
		case "tank":
		case "tank_layer":
		case "pool":
			return at({ kind: "water", part, ...(height === undefined ? {} : { height }) });
		case "return_line":
			return at({ kind: "back", part });
		case "flow_line":
			return (house) => house.arriving(part ?? plant.circuits[0]?.from.id ?? "");
		case "irradiance":
			return at({ kind: "irradiance", part });
		case "flow":
			return flowAt(plant, sensor);
		case "outdoor_air":
		case "exhaust_air":
		case "supply_air":
		case "extract_air":
			return at({ kind: "air", air: role });
		case "room":
			return () => INDOORS;
		case "sun_tomorrow":
			return (house) => house.sun_tomorrow;
		case "surplus_power":
			return (house) => surplusIn(house, plant);
		case "pressure":
			return () => PRESSURE;
		default:
			return () => undefined;
	}
}

/** W that are fed into the grid: of photovoltaics beside the collectors, less what the house and its heaters take. */
export function surplusIn(house: House, { outputs, heater }: Plant): number | undefined {
	const sun = measured(house, { kind: "irradiance", part: undefined });
	const heats = outputs.filter(({ id, role }) => role === "heater" && house.driven(id)).length;
	return sun === undefined ? undefined : sun * PANELS - HOUSEHOLD - heats * heater.power;
}

/** The flow of the circuit that it belongs to, or of the first pump. */
function flowAt({ circuits }: Plant, { of }: Sensor): Probe {
	const circuit = circuits.find(({ id }) => id === of) ?? circuits.find(({ from }) => from.id === of) ?? circuits[0];
	return (house) => (circuit === undefined ? undefined : (house.flow(circuit.id) ?? house.flow(circuit.pump.id)));
}

/** Id of the part that a sensor belongs to; undefined for the first. */
const partOf = ({ parts }: Plant, { of, index }: Sensor): string | undefined =>
	(parts.find(({ id }) => id === of) ?? parts.find(({ sensors }) => sensors.some((own) => own.index === index)))?.id;
