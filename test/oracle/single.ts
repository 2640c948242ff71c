import { derivedFrom } from "#model/plant/circuit.ts";
import { type Output, outputId, type Plant, type Roles, sensorId, type Thermometer } from "#model/plant/plant.ts";
import { plausible } from "#model/plant/sensor-role.ts";
import { kelvin, litres, watts } from "#model/quantities/units.ts";

const SENSORS = { collector: "collector", tank: "tank", tank_20: "tank_layer", tank_140: "tank_layer" } as const;
const OUTPUTS = { pump: "pump", heater: "heater", spare: "other" } as const;
export type Lacking = keyof typeof SENSORS | keyof typeof OUTPUTS;
export type Spared = Pick<Output, "least_run" | "least_rest" | "starts_per_hour" | "rest"> & {
	/** The heater stays off while the pump runs. */
	readonly excludes: boolean;
};

/** A house of one circuit, from which some sensors and outputs are missing. */
export function single(lacking: readonly Lacking[], { excludes, ...spared }: Spared): { plant: Plant; roles: Roles } {
	const there = <T extends object>(all: T) =>
		(Object.entries(all) as [Lacking, T[keyof T]][]).filter(([id]) => !lacking.includes(id));
	const sensors = there(SENSORS).map(
		([id, role], index): Thermometer => ({
			...{ id: sensorId(id), index, role, quantity: "temperature", source: `fake:${id}`, bus: "fake", channel: id },
			...{ range: plausible(role), offset: kelvin(0) },
		}),
	);
	const outputs = there(OUTPUTS).map(
		([id, role], index): Output => ({
			...{ id: outputId(id), index, role, target: `board:${id}`, bus: "board", channel: id, wiring: "no", ...spared },
			...(excludes && id === "heater" && { excludes: outputId("pump") }),
		}),
	);
	const of = <T extends { readonly role: string }>(all: readonly T[], role: string) => all.find((s) => s.role === role);
	const [collector, tank] = [of(sensors, "collector"), of(sensors, "tank")];
	const [pump, heater] = [of(outputs, "pump"), of(outputs, "heater")];
	const roles = {
		tank_sensors: sensors.filter((s) => s.role.startsWith("tank")),
		...(collector && { collector }),
		...(tank && { tank }),
		...(pump && { pump }),
		...(heater && { heater }),
	};
	return {
		roles,
		plant: {
			sensors,
			outputs,
			roles,
			...derivedFrom(roles),
			tank: { volume: litres(300) },
			heater: { power: watts(3000) },
		},
	};
}
