import type { PartKind } from "#model/plant/plant.ts";
import { type Item, itemsOf, PART_LISTS } from "../entries/with-ids.ts";

/** A part as it is written, or the one that is there because none is written. */
export interface PartEntry {
	readonly kind: PartKind;
	readonly id: string;
	/** For example `tanks[0]`; `tanks` for the one that is there by itself. */
	readonly path: string;
}

const KINDS: Readonly<Record<(typeof PART_LISTS)[number], PartKind>> = {
	collectors: "collector",
	tanks: "tank",
	sources: "source",
	sinks: "sink",
};
/** Where there is one if none is written. */
const USUAL: readonly string[] = ["collectors", "tanks"];

/** The kind of part that a sensor of this role measures, or that an output of this role heats. */
const HOMES = new Map<unknown, PartKind>([
	["collector", "collector"],
	["tank", "tank"],
	["tank_layer", "tank"],
	["heater", "tank"],
	["stove", "source"],
	["boiler", "source"],
	["pool", "sink"],
]);
export const homeKind = (role: unknown): PartKind | undefined => HOMES.get(role);

/** Whether the options describe the plant beyond its roles. */
export const isDescribed = (raw: unknown): boolean =>
	[...PART_LISTS, "circuits"].some((list) => itemsOf(raw, list).length > 0);

/** All parts, in the order of the plant's. Works on raw and on parsed options, with their ids. */
export function partsWritten(raw: unknown): readonly PartEntry[] {
	return PART_LISTS.flatMap((list) => {
		const kind = KINDS[list];
		const items = itemsOf(raw, list);
		if (items.length === 0) return USUAL.includes(list) && isUsed(raw, kind) ? [{ kind, id: kind, path: list }] : [];
		return items.flatMap((item, i) => {
			const { id } = item;
			return typeof id === "string" ? [{ kind, id, path: `${list}[${i}]` }] : [];
		});
	});
}

/** A house with a stove and a tank has no collector, if its circuits say so. */
function isUsed(raw: unknown, kind: PartKind): boolean {
	const circuits = itemsOf(raw, "circuits");
	if (circuits.length === 0 || circuits.some(({ from, to }) => from === kind || to === kind)) return true;
	const all = [...itemsOf(raw, "sensors"), ...itemsOf(raw, "outputs")];
	return all.some(({ role, of }) => of === kind || (of === undefined && homeKind(role) === kind));
}

/** The id of the part of a sensor or output: the one it names, or the only one of the kind. */
export function homeOf({ role, of }: Item, parts: readonly PartEntry[]): string | undefined {
	if (typeof of === "string") return of;
	const kind = homeKind(role);
	const fitting = kind === undefined ? [] : parts.filter((part) => part.kind === kind);
	return fitting.length === 1 ? fitting[0]?.id : undefined;
}

/** The three of a plant whose circuit need not be written: one pump, one collector field, one tank. */
export function onlyCircuit(
	raw: unknown,
	parts: readonly PartEntry[],
): { from: string; to: string; pump: string } | undefined {
	const [pump, ...pumps] = itemsOf(raw, "outputs").filter(({ role }) => role === "pump");
	const [from, ...fields] = parts.filter(({ kind }) => kind === "collector");
	const [to, ...tanks] = parts.filter(({ kind }) => kind === "tank");
	if (pumps.length > 0 || fields.length > 0 || tanks.length > 0) return undefined;
	if (from === undefined || to === undefined || typeof pump?.["id"] !== "string") return undefined;
	return { from: from.id, to: to.id, pump: pump["id"] };
}
