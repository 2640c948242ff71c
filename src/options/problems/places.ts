import { type Problem, problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import { type Item, isAbsurd, itemsOf, PART_LISTS } from "../entries/with-ids.ts";
import { homeKind, homeOf, isDescribed, onlyCircuit, type PartEntry, partsWritten } from "../plant/layout.ts";
import { circuitProblems } from "./circuits.ts";
import { noSuchEntry } from "./meant.ts";

/**
 * What is wrong with parts and circuits, and with what belongs to them: ids, references, sensors without a place, circuits
 * that cannot be. On raw options with their ids.
 */
export function placeProblems(raw: unknown): readonly Problem[] {
	if (isAbsurd(raw)) return [];
	const parts = partsWritten(raw);
	return [
		...taken(raw),
		...belonging(raw, "sensors", parts),
		...belonging(raw, "outputs", parts),
		...circuitProblems(raw, parts),
		...withoutCircuits(raw, parts),
		...unseen(raw, parts),
		...unseenFields(raw, parts),
		...yielding(raw),
	];
}

/** Parts and circuits are places, and each has an id of its own. */
function taken(raw: unknown): readonly Problem[] {
	const seen = new Set<unknown>();
	return [...PART_LISTS, "circuits" as const].flatMap((list) =>
		itemsOf(raw, list).flatMap(({ id }, i) => {
			if (typeof id !== "string") return [];
			if (seen.has(id)) return [problem(`${list}[${i}].id`, id, mend("place_id_taken"))];
			seen.add(id);
			return [];
		}),
	);
}

const LIST_OF = { collector: "collectors", tank: "tanks", source: "sources", sink: "sinks" } as const;

/** A sensor or a heater belongs to one part of its kind. */
function belonging(raw: unknown, list: "sensors" | "outputs", parts: readonly PartEntry[]): readonly Problem[] {
	const circuits = itemsOf(raw, "circuits").flatMap(({ id }) => (typeof id === "string" ? [id] : []));
	return itemsOf(raw, list).flatMap((item, i) => {
		const { of, role } = item;
		const path = `${list}[${i}].of`;
		const kind = homeKind(role);
		const fitting = parts.filter((part) => part.kind === kind).map(({ id }) => id);
		if (typeof of !== "string") {
			const clear = fitting.length === 0 || homeOf(item, parts) !== undefined;
			return clear ? [] : [problem(path, undefined, mend("which_part", { known: fitting.join(", ") }))];
		}
		const known = kind === undefined ? [...parts.map(({ id }) => id), ...circuits] : fitting;
		if (known.includes(of)) return [];
		if (kind !== undefined && parts.some(({ id }) => id === of))
			return [problem(path, of, mend("other_part", { list: LIST_OF[kind] }))];
		if (known.length > 0) return [problem(path, of, noSuchEntry(of, known))];
		return [problem(path, of, mend("none_listed", { list: kind === undefined ? "tanks" : LIST_OF[kind] }))];
	});
}

/** Without circuits there is one, if only one is possible. */
function withoutCircuits(raw: unknown, parts: readonly PartEntry[]): readonly Problem[] {
	if (!isDescribed(raw) || itemsOf(raw, "circuits").length > 0 || noList(raw, "circuits")) return [];
	const pumps = itemsOf(raw, "outputs").filter(({ role }) => role === "pump");
	if (pumps.length === 0 || onlyCircuit(raw, parts) !== undefined) return [];
	return [problem("circuits", undefined, mend("describe_circuits"))];
}

/** Something else is written there, which the schema tells. */
const noList = (raw: unknown, key: string): boolean =>
	isRecord(raw) && raw[key] !== undefined && !Array.isArray(raw[key]);

/** A tank that something heats needs a sensor for its limits: where a circuit compares no other, the one that decides. */
function unseen(raw: unknown, parts: readonly PartEntry[]): readonly Problem[] {
	if (!isDescribed(raw)) return [];
	const heaters = itemsOf(raw, "outputs").filter(({ role }) => role === "heater");
	const circuits = itemsOf(raw, "circuits");
	const homes = (fits: (item: Item) => boolean) =>
		new Set(itemsOf(raw, "sensors").flatMap((sensor) => (fits(sensor) ? [homeOf(sensor, parts)] : [])));
	const heated = new Set<unknown>([...circuits.map(({ to }) => to), ...heaters.map((heater) => homeOf(heater, parts))]);
	const compared = new Set<unknown>([
		...circuits.flatMap(({ to, to_sensor }) => (to_sensor === undefined ? [to] : [])),
		onlyCircuit(raw, parts)?.to,
	]);
	const measured = homes(({ role }) => homeKind(role) === "tank");
	const decided = homes(({ role }) => role === "tank");
	return parts
		.filter(({ kind }) => kind === "tank")
		.filter(({ id }) => (heated.has(id) && !measured.has(id)) || (compared.has(id) && !decided.has(id)))
		.map(({ id, path }) => problem(path, id, mend("tank_unseen", { part: id })));
}

/** A field that circuits charge from by the sensor of a pipe. Without one of its own nothing notices that it boils. */
function unseenFields(raw: unknown, parts: readonly PartEntry[]): readonly Problem[] {
	const seen = new Set(
		itemsOf(raw, "sensors").flatMap((sensor) => (sensor["role"] === "collector" ? [homeOf(sensor, parts)] : [])),
	);
	const used = new Set(
		itemsOf(raw, "circuits").flatMap(({ from, from_sensor }) => (from_sensor === undefined ? [] : [from])),
	);
	return parts
		.filter(({ kind, id }) => kind === "collector" && used.has(id) && !seen.has(id))
		.map(({ id, path }) => problem(path, id, mend("field_unseen", { part: id })));
}

/** A valve that yields to another output would move under a running pump. */
function yielding(raw: unknown): readonly Problem[] {
	const valves = new Set(itemsOf(raw, "circuits").flatMap(({ valve, valve_2 }) => [valve, valve_2]));
	return itemsOf(raw, "outputs").flatMap(({ id, excludes }, i) =>
		typeof excludes === "string" && (valves.has(id) || valves.has(excludes))
			? [problem(`outputs[${i}].excludes`, excludes, mend("excludes_valve"))]
			: [],
	);
}
