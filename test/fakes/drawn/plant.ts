import { groupsOf } from "#model/plant/circuit.ts";
import {
	type Circuit,
	type Output,
	type OwnSettings,
	outputId,
	type Part,
	type PartKind,
	type Plant,
	type Rest,
	sensorId,
	type Thermometer,
	type ValvePosition,
} from "#model/plant/plant.ts";
import { plausible } from "#model/plant/sensor-role.ts";
import { kelvin, litres, percent, seconds, watts } from "#model/quantities/units.ts";

/**
 * How circuits share pumps and valves.
 * `diverters`: a pump, a field and a chain of diverters to the tanks. `pumps`: a field with its pump each, to one tank.
 * `zones`: a pump, fields with a zone valve each, to one tank. `tank_zones`: a pump, a field, tanks with a zone valve each.
 * `cross`: a pump, two fields with zone valves, a diverter to two tanks. `shared_valve`: two pumps, and one diverter behind
 * both. `apart`: a pump, and a zone valve for each pair of field and tank. `ways`: a pump, a field and a tank, with a zone
 * valve for each way. `stove`: a stove, a tank and a pool in a row, with pumps. `valve`: a tank that a valve lets heat flow
 * from, pumped by something else.
 */
export const ARRANGEMENTS = [
	"diverters",
	"pumps",
	"zones",
	"tank_zones",
	"cross",
	"shared_valve",
	"apart",
	"ways",
	"stove",
	"valve",
] as const;
export type ArrangementKind = (typeof ARRANGEMENTS)[number];

/** A pump arrangement of a wide plant. */
export interface Arrangement {
	readonly kind: ArrangementKind;
	/** How many tanks or fields it has, 2 to 4. */
	readonly width: number;
	/** Of its pumps, beside what `WidePlant` gives. */
	readonly pump: Partial<Output>;
	/** Of its zone valves at rest. */
	readonly zone_rest: Rest;
}

export interface WideShape {
	readonly arrangements: readonly Arrangement[];
	/** Of the first tanks, so many have a heater. */
	readonly heaters: number;
	/** Each heater but the first yields to the first. */
	readonly exclusive: boolean;
	/** The first pump yields to the first heater. */
	readonly pump_yields: boolean;
	/** Of valves (s). */
	readonly travel: number;
	/** Least run and least rest of pumps and heaters (s). */
	readonly least_run: number;
	readonly least_rest: number;
	readonly starts_per_hour: number;
	/** All circuits have the same priority. */
	readonly even: boolean;
	/** Tanks have a second sensor. */
	readonly layers: boolean;
	/** The second tank has limits of its own, and the first circuit a start of its own. */
	readonly own: boolean;
}

/** A plant of up to 4 tanks, 4 fields and 3 pump arrangements. */
export function widePlant(shape: WideShape): Plant {
	const drawn = new Drawing(shape);
	shape.arrangements.forEach((arrangement, nth) => {
		arrange(drawn, arrangement, nth);
	});
	return drawn.plant();
}

function arrange(drawn: Drawing, { kind, width, pump: like, zone_rest }: Arrangement, nth: number): void {
	const field = (n: number | string = "") => drawn.part("collector", `field_${nth}${n}`);
	const tank = (n: number) => drawn.part("tank", `tank_${n}`);
	const pump = (n: number | string = "") => drawn.output(`pump_${nth}${n}`, "pump", like);
	const way = (n: number | string = "") => drawn.output(`way_${nth}${n}`, "valve", { rest: "hold" });
	const zone = (n: number) => drawn.output(`zone_${nth}${n}`, "valve", { rest: zone_rest });
	const all = Array.from({ length: width }, (_, n) => n);
	const pair = [0, 1] as const;
	switch (kind) {
		case "diverters": {
			const ways = all.slice(1).map((n) => way(n));
			for (const n of all)
				drawn.circuit(
					field(),
					tank(n),
					pump(),
					ways.slice(0, n + 1).map((w, i) => at(w, i < n)),
				);
			return;
		}
		case "pumps":
			for (const n of all) drawn.circuit(field(n), tank(0), pump(n), []);
			return;
		case "zones":
			for (const n of all) drawn.circuit(field(n), tank(0), pump(), [at(zone(n), true)]);
			return;
		case "tank_zones":
			for (const n of all) drawn.circuit(field(), tank(n), pump(), [at(zone(n), true)]);
			return;
		case "cross":
			for (const f of pair)
				for (const n of pair) drawn.circuit(field(f), tank(n), pump(), [at(zone(f), true), at(way(), n === 1)]);
			return;
		case "shared_valve":
			for (const f of pair) for (const n of pair) drawn.circuit(field(f), tank(n), pump(f), [at(way(), n === 1)]);
			return;
		case "apart":
			for (const n of all) drawn.circuit(field(n), tank(n), pump(), [at(zone(n), true)]);
			return;
		case "ways":
			for (const n of all) drawn.circuit(field(), tank(0), pump(), [at(zone(n), true)], `_${n}`);
			return;
		case "stove":
			drawn.circuit(drawn.part("source", `stove_${nth}`), tank(0), pump(0), []);
			drawn.circuit(tank(0), drawn.part("sink", `pool_${nth}`), pump(1), []);
			return;
		case "valve":
			drawn.circuit(tank(0), tank(1), zone(0), []);
			return;
	}
}

const at = (valve: Output, energised: boolean): ValvePosition => ({ valve, position: percent(energised ? 100 : 0) });

/** Parts and outputs are made when they are first named. */
class Drawing {
	readonly #shape: WideShape;
	readonly #sensors: Thermometer[] = [];
	readonly #outputs = new Map<string, Output>();
	readonly #parts = new Map<string, Part>();
	readonly #circuits: Circuit[] = [];

	constructor(shape: WideShape) {
		this.#shape = shape;
	}

	part(kind: PartKind, id: string): Part {
		const known = this.#parts.get(id);
		if (known !== undefined) return known;
		const sensor = this.#sensor(id, kind);
		const layers = kind === "tank" && this.#shape.layers ? [this.#sensor(`${id}_top`, kind)] : [];
		const heated =
			kind === "tank" && [...this.#parts.values()].filter((p) => p.kind === "tank").length < this.#shape.heaters;
		const heaters = heated ? [this.#heater(`heater_${id}`)] : [];
		const part: Part = { kind, id, sensor, sensors: [sensor, ...layers], heaters };
		this.#parts.set(id, part);
		return part;
	}

	output(id: string, role: Output["role"], like: Partial<Output> = {}): Output {
		const known = this.#outputs.get(id);
		if (known !== undefined) return known;
		const { travel, least_run, least_rest, starts_per_hour, pump_yields } = this.#shape;
		const heater = [...this.#outputs.values()].find((o) => o.role === "heater");
		const first = ![...this.#outputs.values()].some((o) => o.role === "pump");
		const yields = role === "pump" && first && pump_yields && heater !== undefined ? { excludes: heater.id } : {};
		const paced = role !== "valve";
		const made: Output = {
			id: outputId(id),
			index: this.#outputs.size,
			role,
			target: `board:${this.#outputs.size + 1}`,
			bus: "board",
			channel: String(this.#outputs.size + 1),
			wiring: "no",
			rest: "load_off",
			least_run: seconds(paced ? least_run : 0),
			least_rest: seconds(paced ? least_rest : 0),
			starts_per_hour: paced ? starts_per_hour : 0,
			...(role === "valve" ? { travel: seconds(travel) } : {}),
			...yields,
			...like,
		};
		this.#outputs.set(id, made);
		return made;
	}

	circuit(from: Part, to: Part, pump: Output, valves: readonly ValvePosition[], way = ""): void {
		const index = this.#circuits.length;
		const priority = this.#shape.even ? 1 : 1 + ((index * 3) % 4);
		const id = valves.length === 0 ? `${pump.id}` : `${pump.id}_${from.id}_${to.id}${way}`;
		const sensors = { from_sensor: from.sensor, to_sensor: to.sensor };
		this.#circuits.push({ id, index, from, to, pump, valves, priority, ...sensors });
	}

	plant(): Plant {
		const circuits = this.#circuits;
		return {
			sensors: this.#sensors,
			outputs: [...this.#outputs.values()],
			roles: { tank_sensors: this.#sensors.filter(({ role }) => role === "tank") },
			parts: [...this.#parts.values()],
			circuits,
			groups: groupsOf(circuits),
			...(this.#shape.own ? { own_settings: this.#own() } : {}),
			tank: { volume: litres(300) },
			heater: { power: watts(3000) },
		};
	}

	#own(): readonly OwnSettings[] {
		const tank = [...this.#parts.values()].filter(({ kind }) => kind === "tank")[1];
		const [circuit] = this.#circuits.filter(({ from }) => from.kind === "collector");
		const own = (rule: string, place: { readonly id: string } | undefined, field: string) =>
			place === undefined ? [] : [{ rule, place: place.id, fields: [field] }];
		return [...own("tank_limit", tank, "maximum"), ...own("solar_charging", circuit, "start_at")];
	}

	#heater(id: string): Output {
		const first = [...this.#outputs.values()].find((o) => o.role === "heater");
		return this.output(id, "heater", this.#shape.exclusive && first !== undefined ? { excludes: first.id } : {});
	}

	#sensor(id: string, kind: PartKind): Thermometer {
		const role = kind === "collector" ? "collector" : kind === "tank" ? "tank" : "other";
		const made: Thermometer = {
			...{ id: sensorId(id), index: this.#sensors.length, role, source: `fake:${id}`, bus: "fake", channel: id },
			...{ quantity: "temperature", range: plausible(role), offset: kelvin(0) },
		};
		this.#sensors.push(made);
		return made;
	}
}
