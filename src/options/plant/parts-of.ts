import { groupsOf } from "#model/plant/circuit.ts";
import {
	type Circuit,
	isThermometer,
	type Output,
	type Part,
	type PartKind,
	type Plant,
	type Roles,
	type Sensor,
	type ValvePosition,
} from "#model/plant/plant.ts";
import { percent } from "#model/quantities/units.ts";
import type { Options } from "../root.ts";
import { homeOf, onlyCircuit, type PartEntry, partsWritten } from "./layout.ts";

type Shape = Pick<Plant, "parts" | "circuits" | "groups" | "roles">;
type Written = Pick<Options["circuits"][number], "id" | "from" | "to" | "pump"> & Partial<Options["circuits"][number]>;

/** Parts, circuits and groups of a plant that the options describe with lists. Valid options only. */
export function partsOf(options: Options, all: readonly Sensor[], outputs: readonly Output[]): Shape {
	const entries = partsWritten(options);
	const homes = options.sensors.map((sensor) => homeOf(sensor, entries));
	const heated = options.outputs.map((output) => (output.role === "heater" ? homeOf(output, entries) : undefined));
	const parts = entries.map((entry) =>
		partOf(
			entry,
			all.filter((_, i) => homes[i] === entry.id),
			outputs.filter((_, i) => heated[i] === entry.id),
			described(options, entry),
		),
	);
	const only = options.circuits.length === 0 ? onlyCircuit(options, entries) : undefined;
	const written: readonly Written[] = only === undefined ? options.circuits : [{ id: only.pump, ...only }];
	const circuits = written.map((circuit, index) => circuitOf(circuit, index, { parts, all, outputs }));
	return { parts, circuits, groups: groupsOf(circuits), roles: rolesOf(parts, circuits) };
}

/** What decides for a part. Of sources and sinks any thermometer does, if there is no such sensor. */
const DECIDES: Readonly<Record<PartKind, readonly string[]>> = {
	collector: ["collector"],
	tank: ["tank"],
	source: ["stove", "boiler"],
	sink: ["pool"],
};
/** Its limits go by these; without a list, by all thermometers of the part. */
const MEASURE: Readonly<Partial<Record<PartKind, readonly string[]>>> = {
	collector: ["collector"],
	tank: ["tank", "tank_layer"],
};

function partOf(
	{ kind, id }: PartEntry,
	near: readonly Sensor[],
	heaters: readonly Output[],
	about: Partial<Part>,
): Part {
	const roles = MEASURE[kind];
	const thermometers = near.filter(isThermometer);
	const sensors = roles === undefined ? thermometers : thermometers.filter(({ role }) => roles.includes(role));
	const decides = sensors.find(({ role }) => DECIDES[kind].includes(role));
	const sensor = decides ?? (roles === undefined ? sensors[0] : undefined);
	return { ...about, kind, id, sensor, sensors, heaters };
}

/** What the options tell about the part itself. */
function described(options: Options, { kind, id }: PartEntry): Partial<Part> {
	switch (kind) {
		case "collector": {
			const { name, area, slope, azimuth } = entryOf(options.collectors, id);
			return {
				...(name !== undefined && { name }),
				...(area !== undefined && { area }),
				...(slope !== undefined && { slope }),
				...(azimuth !== undefined && { azimuth }),
			};
		}
		case "tank": {
			const { name, volume = options.tank.volume, height } = entryOf(options.tanks, id);
			return { ...(name !== undefined && { name }), volume, ...(height !== undefined && { height }) };
		}
		case "source": {
			const { name } = entryOf(options.sources, id);
			return name === undefined ? {} : { name };
		}
		case "sink": {
			const { name, use } = entryOf(options.sinks, id);
			return { ...(name !== undefined && { name }), ...(use !== undefined && { use }) };
		}
	}
}

/** Nothing for a part that is there because none is written. */
const entryOf = <T extends { readonly id: string }>(entries: readonly T[], id: string): Partial<T> =>
	entries.find((entry) => entry.id === id) ?? {};

interface Made {
	readonly parts: readonly Part[];
	readonly all: readonly Sensor[];
	readonly outputs: readonly Output[];
}

function circuitOf(circuit: Written, index: number, { parts, all, outputs }: Made): Circuit {
	const { id, name, priority = index + 1 } = circuit;
	const from = found(parts, circuit.from);
	const to = found(parts, circuit.to);
	const sensor = (named: string | undefined, part: Part) =>
		named === undefined ? part.sensor : found(all.filter(isThermometer), named);
	const valve = (named: string | undefined, position: number | undefined): readonly ValvePosition[] =>
		named === undefined || position === undefined
			? []
			: [{ valve: found<Output>(outputs, named), position: percent(position) }];
	return {
		id,
		index,
		...(name !== undefined && { name }),
		from,
		to,
		pump: found<Output>(outputs, circuit.pump),
		valves: [...valve(circuit.valve, circuit.position), ...valve(circuit.valve_2, circuit.position_2)],
		priority,
		from_sensor: sensor(circuit.from_sensor, from),
		to_sensor: sensor(circuit.to_sensor, to),
	};
}

function found<T extends { readonly id: string }>(all: readonly T[], id: string): T {
	const one = all.find((thing) => thing.id === id);
	if (one === undefined) throw new TypeError(`${id} was not parsed before it was wired.`);
	return one;
}

/** For views of a single plant: those of the first field, the first tank and the first circuit. */
function rolesOf(parts: readonly Part[], circuits: readonly Circuit[]): Roles {
	const field = parts.find(({ kind }) => kind === "collector");
	const tank = parts.find(({ kind }) => kind === "tank");
	const pump = circuits[0]?.pump;
	const heater = tank?.heaters[0];
	return {
		tank_sensors: tank?.sensors ?? [],
		...(field?.sensor && { collector: field.sensor }),
		...(tank?.sensor && { tank: tank.sensor }),
		...(pump && { pump }),
		...(heater && { heater }),
	};
}
