import type { Circuit, Output, Part, Plant, Roles, Sensor, Subject } from "./plant.ts";

export const isCircuit = (on: Subject): on is Circuit => "pump" in on;
/** The output that drives it. */
export const driven = (on: Subject): Output => (isCircuit(on) ? on.pump : on);

/** What rules ask for of their places. */
export const isField = ({ kind }: Part): boolean => kind === "collector";
export const isTank = ({ kind }: Part): boolean => kind === "tank";
export const fromField = ({ from }: Circuit): boolean => isField(from);
export const sensorOf = ({ sensor }: Part): Sensor | undefined => sensor;
export const fromSensor = ({ from_sensor }: Circuit): Sensor | undefined => from_sensor;
export const toSensor = ({ to_sensor }: Circuit): Sensor | undefined => to_sensor;
export const into = (part: Part, { circuits }: Plant): readonly Circuit[] => circuits.filter(({ to }) => to === part);
/** Undefined if there are none, so that a rule can need them. */
export function outOf(part: Part, { circuits }: Plant): readonly Circuit[] | undefined {
	const all = circuits.filter(({ from }) => from === part);
	return all.length === 0 ? undefined : all;
}

/** The parts and the circuit of a house with one of each. The circuit has its pump's id. */
export function derivedFrom({ collector, tank, tank_sensors, pump, heater }: Roles): {
	readonly parts: readonly Part[];
	readonly circuits: readonly Circuit[];
} {
	const from: Part = {
		kind: "collector",
		id: "collector",
		sensor: collector,
		sensors: collector === undefined ? [] : [collector],
		heaters: [],
	};
	const to: Part = {
		kind: "tank",
		id: "tank",
		sensor: tank,
		sensors: tank_sensors,
		heaters: heater === undefined ? [] : [heater],
	};
	const sensors = { from_sensor: collector, to_sensor: tank };
	return { parts: [from, to], circuits: pump === undefined ? [] : [{ id: pump.id, from, to, pump, ...sensors }] };
}
