import type { Percent } from "../quantities/units.ts";
import { restOf } from "./output.ts";
import type { Circuit, Group, Output, Part, Plant, Roles, Subject, Thermometer } from "./plant.ts";

export const isCircuit = (on: Subject): on is Circuit => "pump" in on;
/** The output that drives it. */
export const driven = (on: Subject): Output => (isCircuit(on) ? on.pump : on);

/** What people hold by its id: an output or, if none has it, a circuit. A derived circuit has its pump's id. */
export const subjectOf = ({ outputs, circuits }: Plant, id: string): Subject | undefined =>
	outputs.find((output) => output.id === id) ?? circuits.find((circuit) => circuit.id === id);

/** How this valve stands while the circuit runs; undefined if it does not matter. */
export function positionOf({ valves }: Circuit, output: Subject): Percent | undefined {
	for (const { valve, position } of valves) if (valve === output) return position;
	return undefined;
}

/** Whether its way is open while all of its valves rest. */
export const openAtRest = ({ valves }: Circuit): boolean =>
	valves.every(({ valve, position }) => position === restOf(valve));

/**
 * Whether two circuits can run at the same time: no valve stands in two positions, and no pump feeds two parts. Two ways of
 * one pump from a part to a part are a choice.
 */
export function together(one: Circuit, other: Circuit): boolean {
	if (one.pump === other.pump && (one.to !== other.to || one.from === other.from)) return false;
	return one.valves.every(({ valve, position }) => (positionOf(other, valve) ?? position) === position);
}

/** The circuits that say more than their pump: not the one of a house with one of each, which has its pump's id. */
export function describedCircuits({ circuits }: Plant): readonly Circuit[] {
	const [first, second] = circuits;
	const derived = second === undefined && first?.id === first?.pump.id && first?.valves.length === 0;
	return derived ? [] : circuits;
}

/** What rules ask for of their places. */
export const isField = ({ kind }: Part): boolean => kind === "collector";
export const isTank = ({ kind }: Part): boolean => kind === "tank";
/** Charged by the sun. A heat dump only takes what is too much. */
export const fromField = ({ from, to }: Circuit): boolean => isField(from) && !isDump(to);
/** What a function charges by temperature. Other consumers have functions of their own. */
export const isCharged = ({ kind, use = "pool" }: Part): boolean =>
	kind === "tank" || (kind === "sink" && use === "pool");
export const isSource = ({ kind }: Part): boolean => kind === "source";
export const isDump = ({ use }: Part): boolean => use === "heat_dump";
/** Its pump can go slower. A switch has one speed. */
export const hasSpeeds = ({ pump: { level } }: Circuit): boolean => level !== undefined && level.min < level.max;
export const sensorOf = ({ sensor }: Part): Thermometer | undefined => sensor;
export const fromSensor = ({ from_sensor }: Circuit): Thermometer | undefined => from_sensor;
export const toSensor = ({ to_sensor }: Circuit): Thermometer | undefined => to_sensor;
export const into = (part: Part, { circuits }: Plant): readonly Circuit[] => circuits.filter(({ to }) => to === part);
/** The circuits to other parts on pumps that feed this one too. If a valve sticks, their heat comes here. */
export const strayingInto = (part: Part, { circuits }: Plant): readonly Circuit[] => {
	const pumps = new Set(circuits.filter(({ to }) => to === part).map(({ pump }) => pump));
	return circuits.filter(({ to, pump }) => to !== part && pumps.has(pump));
};
/** Undefined if there are none, so that a rule can need them. */
export function outOf(part: Part, { circuits }: Plant): readonly Circuit[] | undefined {
	const all = circuits.filter(({ from }) => from === part);
	return all.length === 0 ? undefined : all;
}
/** The same, without those into a heat dump: these run by limits of their own. */
export function chargingOutOf(part: Part, plant: Plant): readonly Circuit[] | undefined {
	const all = outOf(part, plant)?.filter(({ to }) => !isDump(to)) ?? [];
	return all.length === 0 ? undefined : all;
}

/** The parts and the circuit of a house with one of each. The circuit has its pump's id. */
export function derivedFrom({ collector, tank, tank_sensors, pump, heater }: Roles): {
	readonly parts: readonly Part[];
	readonly circuits: readonly Circuit[];
	readonly groups: readonly Group[];
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
	const circuits: readonly Circuit[] =
		pump === undefined ? [] : [{ id: pump.id, index: 0, from, to, pump, valves: [], priority: 1, ...sensors }];
	return { parts: [from, to], circuits, groups: groupsOf(circuits) };
}

/** All outputs that a circuit needs. */
export const devicesOf = ({ pump, valves }: Circuit): readonly Output[] => [pump, ...valves.map(({ valve }) => valve)];

/** Joins circuits that share a pump or a valve, in the order of the circuits. */
export function groupsOf(circuits: readonly Circuit[]): readonly Group[] {
	const groups: Group[] = [];
	let left = circuits;
	while (left[0] !== undefined) {
		const joined = connected(left[0], left);
		left = left.filter((circuit) => !joined.includes(circuit));
		const pumps = unique(joined.map(({ pump }) => pump));
		const valves = unique(joined.flatMap((circuit) => circuit.valves.map(({ valve }) => valve)));
		groups.push({ id: joined[0]?.pump.id ?? "", circuits: joined, pumps, valves });
	}
	return groups;
}

function connected(first: Circuit, all: readonly Circuit[]): readonly Circuit[] {
	let joined: readonly Circuit[] = [first];
	for (let before = 0; before < joined.length; ) {
		before = joined.length;
		const devices = new Set(joined.flatMap(devicesOf));
		joined = all.filter((circuit) => devicesOf(circuit).some((device) => devices.has(device)));
	}
	return joined;
}

const unique = (outputs: readonly Output[]): readonly Output[] => [...new Set(outputs)];
