import type { Reason, Verdict } from "#model/decision/decision.ts";
import type { Circuit, Output, Part, Sensor } from "#model/plant/plant.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { distinct, type Nameable } from "./distinct.ts";
import { type Language, readable, say, sayAny } from "./say.ts";

interface HasId {
	readonly id: string;
}

/** What of a plant makes the names in it. */
export interface Named {
	readonly sensors: readonly Pick<Sensor, "id" | "name" | "role" | "height">[];
	readonly outputs: readonly Pick<Output, "id" | "name" | "role">[];
	readonly parts: readonly (Pick<Part, "kind" | "id" | "name"> & {
		readonly sensors: readonly HasId[];
		readonly heaters: readonly HasId[];
	})[];
	readonly circuits: readonly (Pick<Circuit, "id" | "name"> &
		Readonly<Record<"from" | "to" | "pump", HasId>> & {
			readonly valves: readonly { readonly valve: HasId; readonly position: number }[];
		})[];
}
type NamedPart = Named["parts"][number];
type NamedCircuit = Named["circuits"][number];

/** Names by id. No sensor has the name of an output. A part may have that of its only sensor. */
interface Names {
	readonly devices: ReadonlyMap<string, string>;
	readonly parts: ReadonlyMap<string, string>;
	readonly circuits: ReadonlyMap<string, string>;
}

const made = new WeakMap<Named, Map<Language, Names>>();

/** All names of a plant, made once. */
function namesIn(plant: Named, language: Language): Names {
	const known = made.get(plant) ?? new Map<Language, Names>();
	made.set(plant, known);
	const before = known.get(language);
	if (before !== undefined) return before;
	const names = namesOf(plant, language);
	known.set(language, names);
	return names;
}

function namesOf(plant: Named, language: Language): Names {
	const parts = distinct(plant.parts.map((part) => ofPart(plant, part, language)));
	const circuits = distinct(plant.circuits.map((circuit) => ofCircuit(circuit, parts)));
	const devices = distinct([
		...plant.sensors.map((sensor) => ofSensor(plant, sensor, parts, language)),
		...plant.outputs.map((output) => ofOutput(plant, output, { parts, circuits }, language)),
	]);
	return { devices, parts, circuits };
}

/** What people call a sensor: its own name, or its role, with its part where there are several, or else its id. */
export const sensorName = (plant: Named, { id }: HasId, language: Language): string =>
	namesIn(plant, language).devices.get(id) ?? readable(id);
export const outputName = sensorName;
export const partName = (plant: Named, { id }: HasId, language: Language): string =>
	namesIn(plant, language).parts.get(id) ?? readable(id);
/** `East → Buffer`, unless the owner named it. */
export const circuitName = (plant: Named, { id }: HasId, language: Language): string =>
	namesIn(plant, language).circuits.get(id) ?? readable(id);

const several = ({ parts }: Named, { kind }: Pick<Part, "kind">) => parts.filter((p) => p.kind === kind).length > 1;

function ofPart(plant: Named, part: NamedPart, language: Language): Nameable {
	const { id, name, kind } = part;
	const generic = (kind === "collector" || kind === "tank") && !several(plant, part);
	const base = generic ? say(language, "role", kind) : readable(id);
	return { id, own: name, names: [base, inBrackets(base, readable(id))] };
}

function ofCircuit({ id, name, from, to }: NamedCircuit, parts: Names["parts"]): Nameable {
	const base = `${parts.get(from.id) ?? readable(from.id)} → ${parts.get(to.id) ?? readable(to.id)}`;
	return { id, own: name, names: [base, inBrackets(base, readable(id))] };
}

function ofSensor(plant: Named, sensor: Named["sensors"][number], parts: Names["parts"], language: Language): Nameable {
	const { id, name, role, height } = sensor;
	const nameless = role === "other" || (role === "tank_layer" && height === undefined);
	const said = nameless ? readable(id) : say(language, "role", role, { height: height ?? 0 });
	const part = plant.parts.find(({ sensors }) => sensors.some((s) => s.id === id));
	const base = nameless || part === undefined ? said : ofItsPart(plant, said, part, parts);
	return { id, own: name, names: [base, inBrackets(said, readable(id))] };
}

function ofOutput(
	plant: Named,
	output: Named["outputs"][number],
	{ parts, circuits }: Pick<Names, "parts" | "circuits">,
	language: Language,
): Nameable {
	const { id, name, role } = output;
	if (role === "other") return { id, own: name, names: [readable(id)] };
	const said = say(language, "role", role);
	const part = plant.parts.find(({ heaters }) => heaters.some((h) => h.id === id));
	const base = part === undefined ? said : ofItsPart(plant, said, part, parts);
	const where = placesOf(plant, id, { parts, circuits }).map((place) => inBrackets(said, place));
	const last = readable(id).startsWith(said) ? readable(id) : inBrackets(said, readable(id));
	return { id, own: name, names: [base, ...where, last] };
}

/** Where a pump is: its only circuit, or the part that all its circuits begin or end at. */
function placesOf({ circuits }: Named, pump: string, names: Pick<Names, "parts" | "circuits">): readonly string[] {
	const its = circuits.filter((circuit) => circuit.pump.id === pump);
	const [first] = its;
	if (first === undefined) return [];
	if (its.length === 1) return [names.circuits.get(first.id) ?? ""];
	return [first.from, first.to].flatMap(({ id }, end) =>
		its.every((circuit) => (end === 0 ? circuit.from : circuit.to).id === id) ? [names.parts.get(id) ?? ""] : [],
	);
}

/** `Tank 60 cm (Buffer)` where there are several tanks. */
function ofItsPart(plant: Named, said: string, part: NamedPart, parts: Names["parts"]): string {
	const name = parts.get(part.id) ?? readable(part.id);
	return several(plant, part) && name !== said ? inBrackets(said, name) : said;
}

const inBrackets = (name: string, more: string) => (name === more ? name : `${name} (${more})`);

/** Facts that are ids, and whose. */
const IDS = {
	sensor: "devices",
	output: "devices",
	by: "devices",
	valve: "devices",
	pump: "devices",
	part: "parts",
	of_part: "parts",
	circuit: "circuits",
	of_circuit: "circuits",
} as const satisfies Readonly<Record<string, keyof Names>>;

/** The same facts for a text, with what people call each thing whose id is among them. */
export function named(plant: Named, facts: Facts, language: Language): Facts {
	const found = Object.entries(IDS).flatMap(([key, whose]) => {
		const id = facts[key];
		const name = typeof id === "string" ? namesIn(plant, language)[whose].get(id) : undefined;
		return name === undefined ? [] : [[`${key}_name`, name] as const];
	});
	return found.length === 0 ? facts : { ...facts, ...Object.fromEntries(found) };
}

/** A finding with these names among its facts. */
export const withNames = <F extends { readonly facts: Facts }>(plant: Named, found: F, language: Language): F => ({
	...found,
	facts: named(plant, found.facts, language),
});

/** Why an output or a circuit is as it is, as people read it: `Buffer: The tank …` where the facts say which one is meant. */
export function reasonText(plant: Named, { code, facts }: Reason, language: Language): string {
	const all = named(plant, facts, language);
	const text = sayAny(language, "reason", code, all);
	const where = all["of_circuit_name"] ?? all["of_part_name"];
	return where === undefined || where === all["circuit_name"] ? text : `${where}: ${text}`;
}

/** The same with what limits it: `The collector is … Limited: The collector is …; full speed is from …`. */
export function whyText(
	plant: Named,
	{ because, limited }: Pick<Verdict, "because" | "limited">,
	language: Language,
): string {
	const text = reasonText(plant, because, language);
	return limited === undefined ? text : `${text} ${limitText(reasonText(plant, limited.because, language), language)}`;
}

/** @param text the reason of what limits */
export const limitText = (text: string, language: Language): string =>
	say(language, "explanation", "limited", { text });
