/** A JSON value as Python would write it down: the Supervisor's messages quote the options so. */
export function asPython(value: unknown): string {
	if (value === null || value === undefined) return "None";
	if (typeof value === "boolean") return value ? "True" : "False";
	if (typeof value === "string") return quoted(value);
	if (Array.isArray(value)) return `[${value.map(asPython).join(", ")}]`;
	if (typeof value !== "object") return String(value);
	return `{${Object.entries(value)
		.map(([key, inner]) => `${asPython(key)}: ${asPython(inner)}`)
		.join(", ")}}`;
}

/** Bounds are written as the floats that they are there. */
export const asPythonFloat = (n: number): string => (Number.isInteger(n) ? `${n}.0` : String(n));

/** Whether Python takes a value that is not text for true. */
export const truthy = (value: unknown): boolean =>
	typeof value === "object" && value !== null ? Object.keys(value).length > 0 : Boolean(value);

/** What Python's `int` or `float` make of a value; undefined where they refuse it. */
export function pythonNumber(value: unknown, whole: boolean): number | undefined {
	if (typeof value === "boolean") return Number(value);
	if (typeof value === "string") {
		const text = value.trim();
		if (text === "" || (whole && !/^[+-]?\d+(?:_\d+)*$/.test(text))) return undefined;
		const read = Number(text.replaceAll("_", ""));
		return Number.isNaN(read) ? undefined : read;
	}
	if (typeof value !== "number" || Number.isNaN(value)) return undefined;
	return whole ? Math.trunc(value) : value;
}

function quoted(text: string): string {
	const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
	const escaped = text
		.replaceAll("\\", "\\\\")
		.replaceAll(mark, `\\${mark}`)
		.replaceAll("\n", "\\n")
		.replaceAll("\r", "\\r")
		.replaceAll("\t", "\\t");
	return mark + escaped + mark;
}
