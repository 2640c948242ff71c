import { isTank } from "#model/plant/circuit.ts";
import type { Circuit, Plant } from "#model/plant/plant.ts";

/** The only circuit of a plant, from a collector to a tank, with the places of what measures and drives it. */
export interface SolarLoop {
	readonly collector: number;
	readonly tank: number;
	/** All sensors of the tank. */
	readonly layers: readonly number[];
	readonly pump: number;
	/** Litres; 0 where that is not known. */
	readonly volume: number;
}

/** Why nothing can be told of this plant. */
export type NoLoop = "several_circuits" | "no_sensors" | "speed_pump";

export function loopOf(plant: Plant): SolarLoop | NoLoop {
	const [circuit, ...more] = plant.circuits;
	if (circuit === undefined || more.length > 0 || !isSolar(circuit)) return "several_circuits";
	const { from, to, pump } = circuit;
	if (from.sensor === undefined || to.sensor === undefined) return "no_sensors";
	if (pump.level !== undefined) return "speed_pump";
	return {
		collector: from.sensor.index,
		tank: to.sensor.index,
		layers: to.sensors.filter(({ quantity }) => quantity === "temperature").map(({ index }) => index),
		pump: pump.index,
		volume: to.volume ?? plant.tank.volume,
	};
}

const isSolar = ({ from, to, valves }: Circuit) => from.kind === "collector" && isTank(to) && valves.length === 0;
