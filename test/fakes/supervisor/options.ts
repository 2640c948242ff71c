import { checkedValue, Refusal, type Where } from "./option-value.ts";
import { asPython } from "./python.ts";
import { isGroup, itemOf, type Schema, wordOf } from "./schema-words.ts";

export type Options = Readonly<Record<string, unknown>>;

export type Judged =
	| { readonly valid: true; readonly options: Options }
	| { readonly valid: false; readonly message: string };

/** What the Supervisor says to these options, in its own words: what it keeps of them, or the first thing it dislikes. */
export function judged(schema: Readonly<Record<string, Schema>>, options: Options, app: string): Judged {
	try {
		return { valid: true, options: group(schema, options, "root", app) };
	} catch (thrown) {
		if (!(thrown instanceof Refusal)) throw thrown;
		const got = asPython(options);
		return { valid: false, message: `${thrown.message}. Got ${got.length > 500 ? `${got.slice(0, 497)}...` : got}` };
	}
}

/** The manifest's defaults under what the user has set: groups merge, everything else is replaced. */
export function merged(defaults: Options, user: Options): Options {
	const under = new Map(Object.entries(defaults));
	const own = Object.entries(user).map(([key, value]): [string, unknown] => {
		const group = under.get(key);
		return [key, isOptions(group) && isOptions(value) ? merged(group, value) : value];
	});
	// Entries, not assignments: a key may be `__proto__`.
	return Object.fromEntries([...under, ...own]);
}

/** Of a group or of the whole; unknown keys fall away. */
function group(schema: Readonly<Record<string, Schema>>, options: Options, name: string, app: string): Options {
	const out: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(options)) {
		const wanted = schema[key];
		if (wanted !== undefined) out[key] = one(wanted, value, { key, app });
	}
	for (const [key, wanted] of Object.entries(schema))
		if (!(key in out) && !mayBeAbsent(wanted)) throw new Refusal(`Missing option '${key}' in ${name} in ${app}`);
	return out;
}

function one(schema: Schema, value: unknown, where: Where): unknown {
	const { key, app } = where;
	const item = itemOf(schema);
	if (item !== undefined) {
		if (!Array.isArray(value)) throw new Refusal(`Invalid list for option '${key}' in ${app}`);
		return value.map((inner) => one(item, inner, where));
	}
	if (isGroup(schema)) {
		if (!isOptions(value)) throw new Refusal(`Invalid dict for option '${key}' in ${app}`);
		return group(schema, value, key, app);
	}
	return checkedValue(schema, value, where);
}

/** Only a leaf, or a list of leaves, may be; never a group. */
function mayBeAbsent(schema: Schema): boolean {
	const leaf = itemOf(schema) ?? schema;
	return typeof leaf === "string" && (wordOf(leaf)?.optional ?? leaf.endsWith("?"));
}

const isOptions = (value: unknown): value is Options =>
	typeof value === "object" && value !== null && !Array.isArray(value);
