import { type Problem, problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";
import { circuitProblems } from "./circuit-problems.ts";
import { homeKind, homeOf, isDescribed, onlyCircuit, type PartEntry, partsWritten } from "./layout.ts";
import { type Item, isAbsurd, itemsOf, PART_LISTS } from "./with-ids.ts";

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
		if (known.length > 0) return [problem(path, of, mend("no_such_entry", { known: known.join(", ") }))];
		return [problem(path, of, mend("none_listed", { list: kind === undefined ? "tanks" : LIST_OF[kind] }))];
	});
}

/** Without circuits there is one, if only one is possible. */
function withoutCircuits(raw: unknown, parts: readonly PartEntry[]): readonly Problem[] {
	if (!isDescribed(raw) || itemsOf(raw, "circuits").length > 0) return [];
	const pumps = itemsOf(raw, "outputs").filter(({ role }) => role === "pump");
	if (pumps.length === 0 || onlyCircuit(raw, parts) !== undefined) return [];
	return [problem("circuits", undefined, mend("describe_circuits"))];
}

/** A tank that something heats needs a sensor for its limits. */
function unseen(raw: unknown, parts: readonly PartEntry[]): readonly Problem[] {
	if (!isDescribed(raw)) return [];
	const sensors = itemsOf(raw, "sensors");
	const heated = new Set<unknown>([
		...itemsOf(raw, "circuits").map(({ to }) => to),
		...itemsOf(raw, "outputs").flatMap((output) => (output["role"] === "heater" ? [homeOf(output, parts)] : [])),
		onlyCircuit(raw, parts)?.to,
	]);
	const measured = new Set(sensors.filter(measuresTank).map((sensor) => homeOf(sensor, parts)));
	return parts
		.filter(({ kind, id }) => kind === "tank" && heated.has(id) && !measured.has(id))
		.map(({ id, path }) => problem(path, id, mend("tank_unseen", { part: id })));
}
const measuresTank = ({ role }: Item) => homeKind(role) === "tank";
