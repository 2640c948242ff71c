import { groupsOf } from "#model/plant/circuit.ts";
import type { Circuit, Output, Part, Plant, Sensor } from "#model/plant/plant.ts";
import { litres, percent, seconds, watts } from "#model/quantities/units.ts";
import { output, sensor } from "./owners-plant.ts";

const FIELDS = ["east", "west", "south", "north"] as const;
const TANKS = ["buffer", "hot_water", "pool_house", "cellar"] as const;
const HEIGHTS = [20, 60, 100] as const;

/**
 * Up to four fields with a speed-controlled pump each, up to four tanks with three layers and a heater each, and up to two
 * diverter valves that choose the tank. Every field has a circuit to every tank.
 */
export function widePlant(fields: number, tanks: number): Plant {
	const sensors: Sensor[] = [];
	const outputs: Output[] = [];
	const measure = (id: string, role: Sensor["role"], height?: number) => {
		const made = sensor(id, role, sensors.length, height);
		sensors.push(made);
		return made;
	};
	const drive = (id: string, role: Output["role"], more: Partial<Output> = {}) => {
		const made: Output = { ...output(id, role, outputs.length), ...more };
		outputs.push(made);
		return made;
	};
	const level = { min: percent(30), max: percent(100), step: percent(5) };
	const from = FIELDS.slice(0, fields).map((id): Part => {
		const collector = measure(`${id}_collector`, "collector");
		return { kind: "collector", id, sensor: collector, sensors: [collector], heaters: [] };
	});
	const pumps = from.map(({ id }) => drive(`${id}_pump`, "pump", { level }));
	const to = TANKS.slice(0, tanks).map((id): Part => {
		const top = measure(`${id}_tank`, "tank");
		const layers = HEIGHTS.map((height) => measure(`${id}_${height}`, "tank_layer", height));
		return { kind: "tank", id, sensor: top, sensors: [top, ...layers], heaters: [drive(`${id}_heater`, "heater")] };
	});
	const valves = Array.from({ length: Math.ceil(Math.log2(tanks)) }, (_, n) =>
		drive(n === 0 ? "valve" : "valve_2", "valve", { rest: "hold", travel: seconds(30) }),
	);
	const circuits = from.flatMap((field, f) =>
		to.map((tank, t): Circuit => {
			const pump = pumps[f];
			if (pump === undefined) throw new Error("every field has a pump");
			return {
				id: `${field.id}_${tank.id}`,
				index: f * to.length + t,
				from: field,
				to: tank,
				pump,
				valves: valves.map((valve, bit) => ({ valve, position: percent((t >> bit) & 1 ? 100 : 0) })),
				priority: t + 1,
				from_sensor: field.sensor,
				to_sensor: tank.sensor,
			};
		}),
	);
	return {
		sensors,
		outputs,
		roles: { tank_sensors: [] },
		parts: [...from, ...to],
		circuits,
		groups: groupsOf(circuits),
		tank: { volume: litres(360) },
		heater: { power: watts(3000) },
	};
}
