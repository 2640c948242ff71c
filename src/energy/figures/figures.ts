import type { Snapshot } from "#model/decision/snapshot.ts";
import { type CircuitHeat, circuitHeat, gainOf } from "./circuits.ts";
import { type HeaterEnergy, heaterEnergy } from "./heaters.ts";
import { type SunHeat, sunHeat } from "./sun.ts";
import { type TankHeat, tankHeat } from "./tanks.ts";
import { isVentilated, type Recovery, recoveryOf } from "./ventilation.ts";

/** All that is told of a plant's energy in a turn. */
export interface Energy {
	readonly sun: SunHeat | undefined;
	readonly circuits: readonly CircuitHeat[];
	readonly heaters: readonly HeaterEnergy[];
	readonly tanks: readonly TankHeat[];
	/** K by circuit. */
	readonly gains: Readonly<Record<string, number | undefined>>;
	/** K/h by thermometer that has changed for some minutes under the same conditions. */
	readonly rates: Readonly<Record<string, number>>;
	readonly recovery: Recovery | undefined;
}

export function energyOf(snapshot: Snapshot): Energy {
	const { plant } = snapshot;
	return {
		sun: sunHeat(snapshot),
		circuits: plant.circuits.flatMap((circuit) => circuitHeat(circuit, snapshot) ?? []),
		heaters: plant.outputs.flatMap((output) => heaterEnergy(output, snapshot) ?? []),
		tanks: plant.parts.flatMap((part) => tankHeat(part, snapshot) ?? []),
		gains: Object.fromEntries(plant.circuits.map((circuit) => [circuit.id, gainOf(circuit, snapshot)])),
		rates: ratesOf(snapshot),
		recovery: isVentilated(plant) ? recoveryOf(snapshot) : undefined,
	};
}

function ratesOf({ plant, rates }: Snapshot): Readonly<Record<string, number>> {
	const all = rates?.() ?? [];
	return Object.fromEntries(
		plant.sensors.flatMap(({ id, index, quantity }) => {
			const rate = all[index];
			return quantity !== "temperature" || rate === undefined ? [] : [[id, Math.round(rate * 36_000) / 10]];
		}),
	);
}
