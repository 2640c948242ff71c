import { fromField } from "#model/plant/circuit.ts";
import {
	type Circuit,
	isThermometer,
	measures,
	type Plant,
	type Sensor,
	type Thermometer,
} from "#model/plant/plant.ts";
import type { SensorRole } from "#model/plant/sensor-role.ts";
import type { LitresPerMinute } from "#model/quantities/units.ts";

/** Where heat is measured: what leaves the collector, or what arrives at the tank. */
export type Boundary = "collector_loop" | "into_tank";

/** What measures the heat of a circuit. */
export interface Meter {
	readonly flow: Sensor<"flow"> | undefined;
	/** Flow at full speed, by the options. */
	readonly full: LitresPerMinute | undefined;
	readonly hot: Thermometer;
	readonly cold: Thermometer;
	/** `cold` is in the tank, beside the coil. What comes back is estimated by it. */
	readonly return_estimated: boolean;
	readonly boundary: Boundary;
	/** Share of propylene glycol. */
	readonly glycol: number;
}

/** Share of the mass where the options say nothing. */
const USUAL_GLYCOL = 0.4;

/** Undefined where it cannot be told: without a flow meter and without the pump's flow, or without its temperatures. */
export function meterOf(circuit: Circuit, plant: Plant): Meter | undefined {
	const { from_sensor, to_sensor, pump } = circuit;
	const flow = flowMeterOf(circuit, plant);
	const full = pump.full_flow;
	const flow_line = lineOf("flow_line", circuit, plant);
	const return_line = lineOf("return_line", circuit, plant);
	const hot = flow_line ?? from_sensor;
	const cold = return_line ?? (fromField(circuit) ? to_sensor : undefined);
	if ((flow === undefined && full === undefined) || hot === undefined || cold === undefined) return undefined;
	// Only the collectors' circuit is protected from frost.
	const glycol = fromField(circuit) ? (plant.energy?.glycol ?? USUAL_GLYCOL) : 0;
	const boundary = flow_line === undefined ? "collector_loop" : "into_tank";
	return { flow, full, hot, cold, return_estimated: return_line === undefined, boundary, glycol };
}

/** The flow meter of a circuit: its own, that of its source, or the only one in a house with one pump. */
export const flowMeterOf = (circuit: Circuit, plant: Plant): Sensor<"flow"> | undefined =>
	belongingTo(
		circuit,
		plant,
		plant.sensors.filter((sensor): sensor is Sensor<"flow"> => sensor.role === "flow" && measures(sensor, "flow")),
	);

const lineOf = (role: SensorRole, circuit: Circuit, plant: Plant): Thermometer | undefined =>
	belongingTo(
		circuit,
		plant,
		plant.sensors.filter(isThermometer).filter((sensor) => sensor.role === role),
	);

function belongingTo<S extends Sensor>(circuit: Circuit, { circuits }: Plant, all: readonly S[]): S | undefined {
	const onePump = circuits.every(({ pump }) => pump === circuit.pump);
	const [only, ...others] = all;
	return (
		all.find(({ of }) => of === circuit.id) ??
		all.find(({ of }) => of === circuit.from.id) ??
		(onePump && others.length === 0 && only?.of === undefined ? only : undefined)
	);
}

/** Circuits that share its flow meter or its pump. If two of them run at once, the share of each is known of fields side by side only. */
export const sharing = (circuit: Circuit, plant: Plant): readonly Circuit[] => {
	const meter = flowMeterOf(circuit, plant);
	return plant.circuits.filter(
		(other) =>
			other !== circuit &&
			(other.pump === circuit.pump || (meter !== undefined && flowMeterOf(other, plant) === meter)),
	);
};
