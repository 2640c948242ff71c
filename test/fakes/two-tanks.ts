import { groupsOf } from "#model/plant/circuit.ts";
import {
	type Circuit,
	type Output,
	outputId,
	type Part,
	type Plant,
	type Sensor,
	sensorId,
	type Thermometer,
} from "#model/plant/plant.ts";
import { plausible, type SensorRole } from "#model/plant/sensor-role.ts";
import { FULL, kelvin, litres, OFF, percent, seconds, watts } from "#model/quantities/units.ts";

/** How long the diverter moves. */
export const TRAVEL = seconds(60);

const sensor = (id: string, role: SensorRole, index: number): Thermometer => ({
	...{ id: sensorId(id), index, role, source: `fake:${id}`, bus: "fake", channel: id },
	...{ quantity: "temperature", range: plausible(role), offset: kelvin(0) },
});
const output = (id: string, index: number, role: Output["role"], changes: Partial<Output> = {}): Output => ({
	...{ id: outputId(id), index, role, target: `board:${id}`, bus: "board", channel: id, wiring: "no" },
	...{ rest: "load_off", least_run: seconds(0), least_rest: seconds(0), starts_per_hour: 0, ...changes },
});
const part = (kind: Part["kind"], id: string, measured: Thermometer, heaters: readonly Output[] = []): Part => ({
	...{ kind, id, sensor: measured, sensors: [measured], heaters },
});

/** By id: changes of outputs and of circuits. */
export interface Different {
	readonly outputs?: Readonly<Record<string, Partial<Output>>>;
	readonly circuits?: Readonly<Record<string, Partial<Circuit>>>;
}

/**
 * A field, and two tanks behind a diverter: at rest it leads to `house`, which is served first, and energised to `buffer`.
 * A heater is in the house's tank.
 */
export function twoTanks({ outputs: changed = {}, circuits: other = {} }: Different = {}): Plant {
	const sensors = [sensor("field", "collector", 0), sensor("house", "tank", 1), sensor("buffer", "tank", 2)] as const;
	const pump = output("pump", 0, "pump", changed["pump"]);
	const diverter = output("diverter", 1, "valve", { rest: "hold", travel: TRAVEL, ...changed["diverter"] });
	const heater = output("heater", 2, "heater", changed["heater"]);
	const field = part("collector", "field", sensors[0]);
	const house = part("tank", "house", sensors[1], [heater]);
	const buffer = part("tank", "buffer", sensors[2]);
	const circuit = (to: Part, index: number, position: Circuit["valves"][number]["position"]): Circuit => ({
		...{ id: `to_${to.id}`, index, from: field, to, pump, valves: [{ valve: diverter, position }] },
		...{ priority: index + 1, from_sensor: field.sensor, to_sensor: to.sensor, ...other[`to_${to.id}`] },
	});
	return plantOf(
		sensors,
		[pump, diverter, heater],
		[field, house, buffer],
		[circuit(house, 0, OFF), circuit(buffer, 1, FULL)],
	);
}

/** The same with a zone valve before each tank, which opens it energised. */
export function zonedTanks({ outputs: changed = {} }: Different = {}): Plant {
	const plant = twoTanks({ outputs: changed });
	const [pump, , heater] = plant.outputs as [Output, Output, Output];
	const zones = plant.circuits.map(({ to }, nth) => {
		const id = `zone_${to.id}`;
		return output(id, 2 * nth + 1, "valve", { travel: TRAVEL, ...changed[id] });
	});
	const [first, second] = zones as [Output, Output];
	const circuits = plant.circuits.map(
		(circuit, nth): Circuit => ({
			...circuit,
			valves: [{ valve: zones[nth] ?? first, position: FULL }],
		}),
	);
	return plantOf(plant.sensors, [pump, first, heater, second], plant.parts, circuits);
}

/** An east and a west field into one tank, with a pump and zone valves, or with a pump for each. */
export function twoFields(
	kind: "zones" | "pumps",
	{ outputs: changed = {}, circuits: other = {} }: Different = {},
): Plant {
	const sensors = [sensor("east", "collector", 0), sensor("west", "collector", 1), sensor("house", "tank", 2)] as const;
	const speed = { min: percent(30), max: FULL, step: percent(5) };
	const names = kind === "zones" ? ["pump", "zone_east", "zone_west"] : ["pump", "pump_west"];
	const outputs = names.map((id, index) =>
		id.startsWith("zone")
			? output(id, index, "valve", { travel: TRAVEL, ...changed[id] })
			: output(id, index, "pump", { level: speed, ...changed[id] }),
	);
	const [pump, second, third] = outputs as [Output, Output, Output];
	const east = part("collector", "east", sensors[0]);
	const west = part("collector", "west", sensors[1]);
	const house = part("tank", "house", sensors[2]);
	const circuit = (from: Part, index: number, moved: Output, zone: Output | undefined): Circuit => ({
		...{ id: `from_${from.id}`, index, from, to: house, pump: moved },
		...{ valves: zone === undefined ? [] : [{ valve: zone, position: FULL }], priority: 1 },
		...{ from_sensor: from.sensor, to_sensor: house.sensor, ...other[`from_${from.id}`] },
	});
	const circuits =
		kind === "zones"
			? [circuit(east, 0, pump, second), circuit(west, 1, pump, third)]
			: [circuit(east, 0, pump, undefined), circuit(west, 1, second, undefined)];
	return plantOf(sensors, outputs, [east, west, house], circuits);
}

export const plantOf = (
	sensors: readonly Sensor[],
	outputs: readonly Output[],
	parts: readonly Part[],
	circuits: readonly Circuit[],
): Plant => ({
	...{ sensors, outputs, roles: { tank_sensors: [] }, parts, circuits, groups: groupsOf(circuits) },
	...{ tank: { volume: litres(300) }, heater: { power: watts(3000) } },
});
