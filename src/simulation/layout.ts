import { Branch } from "./flow/branch.ts";
import { type Line, Port } from "./flow/line.ts";
import { Network } from "./flow/network.ts";
import { Pump } from "./flow/pump.ts";
import type { Source } from "./flow/source.ts";
import { Valve } from "./flow/valve.ts";
import { Field } from "./heat/field.ts";
import { Stove } from "./heat/stove.ts";
import type { HouseDesign, LineDesign } from "./house-design.ts";
import { Coil, LOWER_COIL, UPPER_COIL } from "./store/coil.ts";
import { Plate } from "./store/plate.ts";
import { Tank } from "./store/tank.ts";
import { TapOff } from "./store/tap-off.ts";
import { RecordedWeather } from "./weather/recorded.ts";
import type { Sky } from "./weather/sky.ts";
import { Weather } from "./weather/weather.ts";

/** W/K of coil for one m² of collector, and of the coil of any other source. */
const COIL_PER_AREA = 70;
const COIL = 600;
/** W/K of plate exchanger for one m² of collector, as is usual in larger plants. */
const PLATE_PER_AREA = 100;
/** L/h from any source but a field. */
const LITRES = 600;

/** What a house is made of, by id. */
export interface Layout {
	readonly fields: ReadonlyMap<string, Field>;
	readonly stoves: ReadonlyMap<string, Stove>;
	readonly stores: ReadonlyMap<string, Tank>;
	readonly pumps: ReadonlyMap<string, Pump>;
	readonly valves: ReadonlyMap<string, Valve>;
	readonly branches: ReadonlyMap<string, Branch>;
	/** By store. */
	readonly coils: ReadonlyMap<string, readonly Coil[]>;
	/** The coils that fields feed. */
	readonly solar: readonly Coil[];
	readonly network: Network;
}

/**
 * Joins the parts by their circuits. All fields that feed a store share its lower coil; what else feeds it has the upper
 * one.
 * @param outdoor °C at the start
 * @param around °C around the pipes at the start
 */
export function layoutOf(design: HouseDesign, outdoor: number, around: number): Layout {
	const { lines } = design;
	const fields = byId(design.fields, (field) => new Field(field, weatherOn(design, field), outdoor));
	const stoves = byId(design.stoves, (stove) => new Stove(stove));
	const stores = byId(design.stores, (store) => new Tank(store, store.bottom, store.top));
	const valves = byId(design.valves, ({ travel }) => new Valve(travel));
	const sourceOf = (id: string): Source | undefined => fields.get(id) ?? stoves.get(id) ?? tapOff(stores.get(id));
	const used = new Set([...fields.keys(), ...stoves.keys(), ...lines.map(({ from }) => from)]);
	const branches = new Map(
		[...used].flatMap((id) => {
			const source = sourceOf(id);
			return source === undefined ? [] : [[id, new Branch(source, design.pipe, around, design.fluid)] as const];
		}),
	);
	const pumps = pumpsOf(design);
	const ports = portsOf(design, stores);
	const made = lines.flatMap((line): readonly Line[] => {
		const [branch, pump, port] = [branches.get(line.from), pumps.get(line.pump), ports.get(portKey(design, line))];
		if (branch === undefined || pump === undefined || port === undefined) return [];
		const positions = line.valves.flatMap(({ valve, position }) => {
			const found = valves.get(valve);
			return found === undefined ? [] : [{ valve: found, position }];
		});
		return [{ id: line.id, branch, pump, port, valves: positions, litres: litresOf(design, line.from) }];
	});
	const solar = [...ports].flatMap(([key, { coil }]) => (key.endsWith(SOLAR) ? [coil] : []));
	const coils = new Map(
		[...stores.keys()].map((id) => [
			id,
			[...ports].flatMap(([key, { coil }]) => (key.startsWith(`${id} `) ? [coil] : [])),
		]),
	);
	const network = new Network([...branches.values()], [...ports.values()], made);
	return { fields, stoves, stores, pumps, valves, branches, coils, solar, network };
}

const SOLAR = " solar";
const portKey = ({ fields }: HouseDesign, { from, to }: LineDesign) =>
	fields.some(({ id }) => id === from) ? `${to}${SOLAR}` : `${to} other`;

function portsOf(design: HouseDesign, stores: ReadonlyMap<string, Tank>): ReadonlyMap<string, Port> {
	const ports = new Map<string, Port>();
	for (const line of design.lines) {
		const key = portKey(design, line);
		const tank = stores.get(line.to);
		if (tank === undefined || ports.has(key)) continue;
		const feeding = design.lines.filter((other) => portKey(design, other) === key);
		const area = sum(from(feeding), (id) => design.fields.find((field) => field.id === id)?.area ?? 0);
		// A pool is warmed from below.
		const pool = design.stores.some(({ id, outdoors }) => id === line.to && outdoors === true);
		const nodes = area > 0 || pool ? LOWER_COIL : UPPER_COIL;
		const plate = feeding.some((one) => one.plate === true);
		const conductance = area > 0 ? (plate ? PLATE_PER_AREA : COIL_PER_AREA) * area : COIL;
		const coil = plate ? new Plate(tank, conductance) : new Coil(tank, conductance, nodes);
		ports.set(
			key,
			new Port(
				coil,
				sum(from(feeding), (id) => litresOf(design, id)),
			),
		);
	}
	return ports;
}

const pumpsOf = (design: HouseDesign): ReadonlyMap<string, Pump> =>
	new Map(
		design.lines.map(({ pump }) => {
			const driven = design.lines.filter((line) => line.pump === pump);
			return [pump, new Pump(sum(from(driven), (id) => litresOf(design, id)))];
		}),
	);

/** L/h that a pump moves through this source at full speed. No more leaves a small tank than it holds in a step. */
function litresOf({ fields, stores }: HouseDesign, source: string): number {
	const field = fields.find(({ id }) => id === source);
	if (field !== undefined) return field.area * field.flow;
	const store = stores.find(({ id }) => id === source);
	return store === undefined ? LITRES : Math.min(LITRES, store.volume * 10);
}

/** The weather over a surface at this house. */
export const weatherOn = (
	design: HouseDesign,
	{ slope, turned }: Pick<HouseDesign["fields"][number], "slope" | "turned">,
): Sky => {
	const { climate, latitude = climate.latitude, recorded } = design;
	if (recorded !== undefined) return new RecordedWeather(recorded, slope ?? climate.slope, turned);
	return new Weather({
		climate: { ...climate, latitude },
		slope: slope ?? climate.slope,
		...(turned === undefined ? undefined : { turned }),
		cloudiness: design.cloudiness,
		seed: design.seed,
	});
};

const tapOff = (tank: Tank | undefined) => (tank === undefined ? undefined : new TapOff(tank));
const from = (lines: readonly LineDesign[]) => [...new Set(lines.map((line) => line.from))];
const sum = <T>(all: readonly T[], of: (one: T) => number) => all.reduce((total, one) => total + of(one), 0);
const byId = <D extends { readonly id: string }, T>(all: readonly D[], make: (one: D) => T): ReadonlyMap<string, T> =>
	new Map(all.map((one) => [one.id, make(one)]));
