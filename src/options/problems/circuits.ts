import { type Problem, problem } from "#model/findings/finding.ts";
import { asks, SENSOR_ROLES } from "#model/plant/sensor-role.ts";
import { mend, type Sentence } from "#model/sentences/sentence.ts";
import { type Item, itemsOf } from "../entries/with-ids.ts";
import { homeOf, type PartEntry } from "../plant/layout.ts";
import { quantityAt } from "../plant/plant-of.ts";
import { noSuchEntry } from "./meant.ts";

/** What is wrong with circuits: references to nothing, ends that cannot be, valves that do not decide where heat flows. */
export function circuitProblems(raw: unknown, parts: readonly PartEntry[]): readonly Problem[] {
	const circuits = itemsOf(raw, "circuits");
	return circuits.flatMap((circuit, i) => {
		const given: Given = { raw, parts, circuit, path: (field) => `circuits[${i}].${field}` };
		return [
			...ends(given),
			...devices(given),
			...positions(given),
			...sensors(given, "from"),
			...sensors(given, "to"),
			...besideOthers(
				given,
				circuits.slice(0, i).filter(({ to }) => parts.some(isEnd(to))),
			),
		];
	});
}

interface Given {
	readonly raw: unknown;
	readonly parts: readonly PartEntry[];
	readonly circuit: Item;
	readonly path: (field: string) => string;
}

/** Kinds of parts that heat comes from, and goes to. */
const FROM = { kinds: ["collector", "tank", "source"], lists: "collectors, tanks, sources" };
const TO = { kinds: ["tank", "sink"], lists: "tanks, sinks" };

function ends({ parts, circuit, path }: Given): readonly Problem[] {
	const { from, to } = circuit;
	const wrong = [["from", FROM] as const, ["to", TO] as const].flatMap(([field, { kinds, lists }]) => {
		const written = circuit[field];
		if (typeof written !== "string") return [];
		const known = parts.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
		if (known.includes(written)) return [];
		const other = parts.some(({ id }) => id === written);
		return [problem(path(field), written, other ? mend("other_part", { list: lists }) : noSuch(written, known, lists))];
	});
	const same = typeof from === "string" && from === to;
	return same && wrong.length === 0 ? [problem(path("to"), to, mend("circuit_to_itself"))] : wrong;
}

const isEnd =
	(to: unknown) =>
	({ id, kind }: PartEntry): boolean =>
		id === to && TO.kinds.includes(kind);

const noSuch = (written: string, known: readonly string[], list: string): Sentence =>
	known.length === 0 ? mend("none_listed", { list }) : noSuchEntry(written, known);
/** One without an id is told by the schema, and cannot be chosen. */
const idIn = ({ id }: Item): readonly string[] => (typeof id === "string" ? [id] : []);

const PUMPS = ["pump", "valve"];
const VALVES = ["valve"];

function devices({ raw, circuit, path }: Given): readonly Problem[] {
	const outputs = itemsOf(raw, "outputs");
	const { pump, valve } = circuit;
	const wrong = (["pump", "valve", "valve_2"] as const).flatMap((field) => {
		const written = circuit[field];
		if (typeof written !== "string") return [];
		const found = outputs.find(({ id }) => id === written);
		const roles = field === "pump" ? PUMPS : VALVES;
		const fitting = outputs.filter(({ role }) => roles.includes(String(role))).flatMap(idIn);
		if (found === undefined) return [problem(path(field), written, noSuch(written, fitting, "outputs"))];
		if (field !== "pump" && written === pump) return [problem(path(field), written, mend("valve_is_pump"))];
		if (field === "valve_2" && written === valve) return [problem(path(field), written, mend("valve_again"))];
		if (roles.includes(String(found["role"]))) return [];
		const role = String(found["role"]);
		return [
			problem(path(field), written, field === "pump" ? mend("pump_role", { role }) : mend("valve_role", { role })),
		];
	});
	return wrong;
}

/** A valve is named with its position, and a position with its valve. */
const positions = ({ circuit, path }: Given): readonly Problem[] =>
	[["valve", "position"] as const, ["valve_2", "position_2"] as const].flatMap(([valve, position]) => {
		const [named, stands] = [circuit[valve], circuit[position]];
		if (typeof named === "string" && stands === undefined)
			return [problem(path(position), undefined, mend("position_missing"))];
		return named === undefined && stands !== undefined ? [problem(path(valve), undefined, mend("valve_missing"))] : [];
	});

/** A sensor that decides for an end is not one of another part. */
function sensors({ raw, parts, circuit, path }: Given, end: "from" | "to"): readonly Problem[] {
	const field = `${end}_sensor`;
	const written = circuit[field];
	if (typeof written !== "string") return [];
	const all = itemsOf(raw, "sensors");
	const sensor = all.find(({ id }) => id === written);
	if (sensor === undefined) return [problem(path(field), written, noSuch(written, all.flatMap(idIn), "sensors"))];
	const { role } = sensor;
	const known = SENSOR_ROLES.find((one) => one === role);
	const quantity = (known && asks(known)) ?? quantityAt(sensor, raw);
	if (quantity !== undefined && quantity !== "temperature")
		return [problem(path(field), written, mend("no_thermometer", { role: String(role), quantity }))];
	const home = homeOf(sensor, parts);
	const elsewhere = parts.some(({ id }) => id === home) && home !== circuit[end];
	return home !== undefined && elsewhere
		? [problem(path(field), written, mend("sensor_elsewhere", { part: home }))]
		: [];
}

/** With the same pump and valves that stand alike, both circuits flow: to one part at most. */
function besideOthers({ parts, circuit, path }: Given, before: readonly Item[]): readonly Problem[] {
	// An end that is none is told already.
	if (typeof circuit["pump"] !== "string" || !parts.some(isEnd(circuit["to"]))) return [];
	const other = before.find((one) => one["pump"] === circuit["pump"] && !toldApart(one, circuit));
	if (other === undefined) return [];
	const facts = { circuit: String(other["id"]) };
	if (other["from"] === circuit["from"] && other["to"] === circuit["to"])
		return [problem(path("pump"), circuit["pump"], mend("circuits_alike", facts))];
	if (other["to"] === circuit["to"]) return [];
	return [problem(path("pump"), circuit["pump"], mend("flows_to_both", { ...facts, part: String(other["to"]) }))];
}

/** Whether a valve stands differently in the two, or each has a valve of its own, which closes it while the other runs. */
const toldApart = (a: Item, b: Item): boolean =>
	valvesOf(a).some(([valve, at]) => valvesOf(b).some(([v, p]) => v === valve && p !== at)) ||
	(hasOwn(a, b) && hasOwn(b, a));
const hasOwn = (a: Item, b: Item): boolean =>
	valvesOf(a).some(([valve]) => !valvesOf(b).some(([other]) => other === valve));

const valvesOf = (circuit: Item) =>
	[
		[circuit["valve"], circuit["position"]],
		[circuit["valve_2"], circuit["position_2"]],
	].filter(([valve]) => valve !== undefined);
