export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
	readonly [key: string]: Json;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** The value as JSON with sorted keys and without undefined values, so that equal values give equal text. */
export const compact = (value: unknown): Json => {
	if (Array.isArray(value)) return value.map(compact);
	if (typeof value === "object" && value !== null) return compactObject(value);
	if (typeof value === "string" || typeof value === "boolean") return value;
	return typeof value === "number" && Number.isFinite(value) ? value : null;
};

export const compactObject = (value: object): JsonObject => ordered(Object.entries(value), compact);

/** Compares code units, like `<`: the same on every machine and in every language. */
export const ordered = <T, R>(
	entries: Iterable<readonly [string, T]>,
	as: (value: T) => R,
): Readonly<Record<string, R>> =>
	Object.fromEntries(
		[...entries]
			.filter(([, value]) => value !== undefined)
			.sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
			.map(([key, value]) => [key, as(value)]),
	);
