import { measures, type Output, type Part, type Plant, type Sensor } from "#model/plant/plant.ts";
import type { Watts } from "#model/quantities/units.ts";

/** What measures a heater: a meter of its energy or power, else its rated power while it is confirmed on. */
export interface HeaterMeter {
	readonly energy: Sensor<"energy"> | undefined;
	readonly power: Sensor<"power"> | undefined;
	readonly rated: Watts;
}

export const tankOf = (heater: Output, { parts }: Plant): Part | undefined =>
	parts.find(({ heaters }) => heaters.includes(heater));

/** A meter that belongs to the tank measures its heater, where the tank has one. */
export function heaterMeterOf(heater: Output, plant: Plant): HeaterMeter | undefined {
	const tank = tankOf(heater, plant);
	const own = plant.sensors.filter(({ of }) => tank?.heaters.length === 1 && of === tank.id);
	const energy = own.find(
		(sensor): sensor is Sensor<"energy"> => sensor.role === "energy" && measures(sensor, "energy"),
	);
	const power = own.find((sensor): sensor is Sensor<"power"> => sensor.role === "power" && measures(sensor, "power"));
	const rated = plant.heater.power;
	return energy === undefined && power === undefined && rated === 0 ? undefined : { energy, power, rated };
}
