/** The texts of an area in one language, by section and key. */
type Area = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

type All<T> = (T extends unknown ? (one: T) => void : never) extends (all: infer A) => void ? A : never;

/** Several areas as one; a section may be spread over some of them. */
export function merged<const T extends Area>(areas: readonly T[]): All<T>;
export function merged(areas: readonly Area[]): Area {
	const sections: Record<string, Record<string, unknown>> = {};
	for (const area of areas)
		for (const [section, texts] of Object.entries(area)) {
			sections[section] ??= {};
			Object.assign(sections[section], texts);
		}
	return sections;
}
