/** What `schema` in a manifest may hold: a word for a leaf, a list with one thing in it, a group. */
export type Schema = string | readonly Schema[] | { readonly [key: string]: Schema };

const KINDS = ["bool", "email", "url", "port", "device", "str", "password", "int", "float", "match", "list"] as const;
type Kind = (typeof KINDS)[number];

/** `int(1,40)?` taken apart. */
export interface Word {
	readonly kind: Kind;
	readonly optional: boolean;
	readonly min?: number;
	readonly max?: number;
	/** The pattern of `match`, the values of `list`. */
	readonly inside: string;
}

const WHOLE = String.raw`(?:\((-?\d+)?,(-?\d+)?\))?`;
const REAL = String.raw`(?:\((-?\d*\.?\d+)?,(-?\d*\.?\d+)?\))?`;
const FORMS: Readonly<Record<Kind, RegExp>> = {
	bool: /^bool$/,
	email: /^email$/,
	url: /^url$/,
	port: /^port$/,
	device: /^device(?:\(subsystem=[a-z]+\))?$/,
	str: new RegExp(`^str${WHOLE}$`),
	password: new RegExp(`^password${WHOLE}$`),
	int: new RegExp(`^int${WHOLE}$`),
	float: new RegExp(`^float${REAL}$`),
	match: /^match\((.*)\)$/,
	list: /^list\((.+)\)$/,
};
const RANGED: readonly Kind[] = ["str", "password", "int", "float"];

/** The word's parts; undefined where the Supervisor would not know it. */
export function wordOf(text: string): Word | undefined {
	const optional = text.endsWith("?");
	const body = optional ? text.slice(0, -1) : text;
	for (const kind of KINDS) {
		const found = FORMS[kind].exec(body);
		if (found === null) continue;
		const [, first, second] = found;
		const ranged = RANGED.includes(kind);
		return {
			kind,
			optional,
			...(ranged && first !== undefined && { min: Number(first) }),
			...(ranged && second !== undefined && { max: Number(second) }),
			inside: ranged ? "" : (first ?? ""),
		};
	}
	return undefined;
}

export const isGroup = (schema: Schema): schema is { readonly [key: string]: Schema } =>
	typeof schema === "object" && !Array.isArray(schema);
/** The one thing that a list is a list of. */
export const itemOf = (schema: Schema): Schema | undefined =>
	typeof schema === "object" && Array.isArray(schema) ? schema[0] : undefined;
