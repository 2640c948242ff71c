/** What a text says as JSON; undefined where it is none. */
export function jsonIn(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** A field of whatever it is; undefined where it has none of that name. */
export const fieldOf = (value: unknown, name: string): unknown =>
	typeof value === "object" && value !== null && name in value ? Reflect.get(value, name) : undefined;
