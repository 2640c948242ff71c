import { type Problem, problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";
import { ENDINGS } from "../entries/id-from.ts";
import { ownIn } from "../entries/own-fields.ts";
import { type Item, isAbsurd, itemsOf } from "../entries/with-ids.ts";
import { setsAt } from "../plant/plant-of.ts";
import { valueKey } from "./quantities.ts";

/** Keys of the entities of circuits, and of parts of which there are several. */
const KEYS = {
	circuits: (id: string) => `${id}_runs`,
	collectors: (id: string) => `boil_stop_${id}`,
	tanks: (id: string) => `tank_too_hot_${id}`,
} as const;
const LISTS = Object.keys(KEYS) as readonly (keyof typeof KEYS)[];

/** Keys of the settings that places have for themselves. */
export const ownKeys = (raw: unknown, of?: string): readonly string[] =>
	ownIn(raw).flatMap(({ rule, place, fields }) =>
		of === undefined || of === place ? fields.map((field) => `${rule}_${field}_${place}`) : [],
	);

/** Only such places have these entities, so these ids of sensors and outputs are free in all other plants. */
export function asPlaces(list: string, all: readonly Item[], raw: unknown): readonly Problem[] {
	const keys = new Set(LISTS.flatMap((of) => itemsOf(raw, of).map(({ id }) => KEYS[of](String(id)))));
	return all.flatMap(({ id }, i) =>
		typeof id === "string" && keys.has(id) ? [problem(`${list}[${i}].id`, id, mend("id_reserved", { name: id }))] : [],
	);
}

/**
 * Ids of places whose entities would have the key of another one: of the app, of a sensor or output, or of a place before.
 * What sensors and outputs are called themselves is told about those.
 * @param ours keys of entities that every plant has
 */
export function placeKeyProblems(raw: unknown, ours: readonly string[]): readonly Problem[] {
	if (isAbsurd(raw)) return [];
	const taken = new Set([...ours, ...deviceKeys(raw)]);
	const known = new Set<string>();
	return LISTS.flatMap((list) =>
		itemsOf(raw, list).flatMap(({ id }, i) => {
			if (typeof id !== "string" || known.has(id)) return [];
			known.add(id);
			const keys = [KEYS[list](id), ...ownKeys(raw, id)];
			const name = keys.find((key) => taken.has(key));
			for (const key of keys) taken.add(key);
			return name === undefined ? [] : [problem(`${list}[${i}].id`, id, mend("id_reserved", { name }))];
		}),
	);
}

/** Of the entities that sensors and outputs have beside the one with their id. */
const deviceKeys = (raw: unknown): readonly string[] => {
	const [sensors, outputs] = [itemsOf(raw, "sensors"), itemsOf(raw, "outputs")];
	return [
		...[...sensors, ...outputs].flatMap(({ id }) => ENDINGS.map((ending) => `${String(id)}${ending}`)),
		...sensors.flatMap((sensor) => valueKey(sensor, raw) ?? []),
		...outputs.flatMap(({ id, target }) =>
			typeof target === "string" && setsAt(target, raw) === "level" ? [`${String(id)}_level`] : [],
		),
	];
};
