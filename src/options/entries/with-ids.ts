import { isRecord } from "#model/untyped/untyped.ts";
import { idFrom } from "./id-from.ts";

export type Item = Readonly<Record<string, unknown>>;

/** Lists whose entries have an id and a name, with the word for one of them. */
export const LISTS = {
	sensors: "sensor",
	outputs: "output",
	collectors: "collector",
	tanks: "tank",
	sources: "source",
	sinks: "sink",
	circuits: "circuit",
} as const;
export type List = keyof typeof LISTS;
const isList = (key: string): key is List => Object.hasOwn(LISTS, key);

/** Lists of parts, in the order of the plant's parts. */
export const PART_LISTS = ["collectors", "tanks", "sources", "sinks"] as const;

const PLACES = [...PART_LISTS, "circuits"] as const;
/** Fields that name another entry. */
export const REFERENCES: Readonly<Record<string, readonly List[]>> = {
	of: PLACES,
	excludes: ["outputs"],
	from: PART_LISTS,
	to: PART_LISTS,
	pump: ["outputs"],
	valve: ["outputs"],
	valve_2: ["outputs"],
	from_sensor: ["sensors"],
	to_sensor: ["sensors"],
};

/**
 * The options with an id in each entry, and with ids where an entry was named by its name. Without an id it is made from
 * the name; that of a part without a name is its kind, that of a circuit its two ends. Everything else stays as it was.
 */
export function withIds(raw: unknown): unknown {
	if (!isRecord(raw) || isAbsurd(raw)) return raw;
	// Circuits last, because their ids are made of those of their parts.
	const parts = mapped(raw, (list, item) => (list === "circuits" ? item : identified(list, item)));
	const pointing = mapped(parts, (_, item) => resolved(item, parts));
	return mapped(pointing, (list, item) => (list === "circuits" ? identified(list, item) : item));
}

/** A list so long that it is refused for its length. Comparing its entries would take minutes. */
export const isAbsurd = (raw: unknown): boolean =>
	Object.keys(LISTS).some((list) => itemsOf(raw, list).length > ABSURD);
const ABSURD = 200;

/** The entries of a list; what is no group is an empty one, so that indices stay. */
export function itemsOf(raw: unknown, key: string): readonly Item[] {
	const list = isRecord(raw) && Object.hasOwn(raw, key) ? raw[key] : undefined;
	return Array.isArray(list) ? list.map((item) => (isRecord(item) ? item : {})) : [];
}

function mapped(raw: Item, change: (list: List, item: Item) => Item): Item {
	return Object.fromEntries(
		Object.entries(raw).map(([key, value]) =>
			isList(key) && Array.isArray(value)
				? [key, value.map((item: unknown) => (isRecord(item) ? change(key, item) : item))]
				: [key, value],
		),
	);
}

function identified(list: List, item: Item): Item {
	const { id, name } = item;
	if (id !== undefined && id !== "") return item;
	const made = typeof name === "string" && name !== "" ? idFrom(name, LISTS[list]) : usual(list, item);
	const { id: _, ...rest } = item;
	return made === undefined ? rest : { ...rest, id: made };
}

/** The id of an entry without a name. */
function usual(list: List, { from, to }: Item): string | undefined {
	if (list === "sensors" || list === "outputs") return undefined;
	if (list !== "circuits") return LISTS[list];
	return typeof from === "string" && typeof to === "string" ? idFrom(`${from}_${to}`, "circuit") : undefined;
}

function resolved(item: Item, all: Item): Item {
	const changes = Object.entries(REFERENCES).flatMap(([field, lists]) => {
		const written = item[field];
		return typeof written === "string" ? [[field, meant(written, lists, all)] as const] : [];
	});
	return changes.length === 0 ? item : { ...item, ...Object.fromEntries(changes) };
}

/** An id stays. The name of a single entry becomes its id, also if it is written a little differently. */
function meant(written: string, lists: readonly List[], all: Item): string {
	const entries = lists.flatMap((list) =>
		itemsOf(all, list).map(({ id, name }) => ({ id, name, like: idFrom(written, LISTS[list]) })),
	);
	if (entries.some(({ id }) => id === written)) return written;
	const named = entries.filter(({ name }) => name === written);
	const fitting = named.length > 0 ? named : entries.filter(({ id, like }) => like !== undefined && id === like);
	const [one, ...others] = fitting;
	return others.length === 0 && typeof one?.id === "string" ? one.id : written;
}
