import { isGroup, itemOf, type Schema, wordOf } from "./schema-words.ts";

/** One box of the options page, as the Supervisor tells the front end to draw it. */
export interface Box {
	readonly name: string;
	readonly type: string;
	readonly format?: string;
	readonly multiple?: boolean;
	readonly required?: true;
	readonly optional?: true;
	readonly lengthMin?: number;
	readonly lengthMax?: number;
	readonly options?: readonly string[];
	readonly schema?: readonly Box[];
}

const TYPES: Readonly<Record<string, string>> = {
	bool: "boolean",
	int: "integer",
	port: "integer",
	float: "float",
	list: "select",
	device: "select",
};
const FORMATS = ["password", "email", "url"];

/** The manifest's `schema` as the form of the options page. */
export const formOf = (schema: Readonly<Record<string, Schema>>): readonly Box[] =>
	Object.entries(schema).flatMap(([name, one]) => boxes(name, one, {}));

/** None for a word that the Supervisor does not know: it leaves it out without saying so. */
function boxes(name: string, schema: Schema, more: Pick<Box, "multiple">): readonly Box[] {
	const item = itemOf(schema);
	if (item !== undefined) return boxes(name, item, { multiple: true });
	if (isGroup(schema)) {
		const multiple = more.multiple === true;
		return [{ name, type: "schema", optional: true, multiple, schema: formOf(schema) }];
	}
	const word = typeof schema === "string" ? wordOf(schema) : undefined;
	if (word === undefined) return [];
	const { kind, optional, min, max, inside } = word;
	return [
		{
			name,
			...more,
			...(min !== undefined && { lengthMin: min }),
			...(max !== undefined && { lengthMax: max }),
			...(optional ? { optional: true as const } : { required: true as const }),
			type: TYPES[kind] ?? "string",
			...(FORMATS.includes(kind) && { format: kind }),
			...(kind === "list" && { options: inside.split("|") }),
			...(kind === "device" && { options: [] }),
		},
	];
}
