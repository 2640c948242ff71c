import { isTank } from "#model/plant/circuit.ts";
import { measures, type Part, type Plant, type Sensor } from "#model/plant/plant.ts";

/** The flow meter of drawn water: that of the tank, or the only one in a house with one tank. */
export function tapOf(tank: Part, { sensors, parts }: Plant): Sensor<"flow"> | undefined {
	const all = sensors.filter((sensor): sensor is Sensor<"flow"> => sensor.role === "tap" && measures(sensor, "flow"));
	const alone = all.length === 1 && all[0]?.of === undefined && parts.filter(isTank).length === 1;
	return all.find(({ of }) => of === tank.id) ?? (alone ? all[0] : undefined);
}
