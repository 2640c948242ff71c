import * as z from "zod";

/** The Supervisor's schema syntax: a word for a value, [x] for a list, a mapping for a group. */
export type AddonSchema = string | readonly [AddonSchema] | { readonly [key: string]: AddonSchema };

/** The parts of a JSON schema that are read here, with our own `meta`. */
export interface Json {
	readonly type?: string;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly maxItems?: number;
	readonly pattern?: string;
	readonly enum?: readonly unknown[];
	readonly properties?: Readonly<Record<string, Json>>;
	readonly required?: readonly string[];
	readonly items?: Json;
	readonly default?: unknown;
	readonly unit?: string;
	readonly step?: number;
	/** The Supervisor's own type where JSON has none (`password`, `port`). */
	readonly addon?: string;
	/** Where it is left out, it is made of other fields before they are parsed. */
	readonly made?: boolean;
	/** Saved groups of an earlier release are without it, so the Supervisor must not miss it. */
	readonly later?: boolean;
	/** Of a setting that an entry has for itself: the one of its rule, such as `solar_charging.start_at`. */
	readonly of_group?: string;
}

export const jsonOf = (schema: z.ZodType): Json =>
	z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Json;

/** The `schema` of the app's manifest. */
export const addonSchema = (schema: z.ZodObject): AddonSchema => node(jsonOf(schema), false);
/** The `options` of the app's manifest: all defaults, and all groups, because the Supervisor refuses a missing one. */
export const addonDefaults = (schema: z.ZodObject): unknown => defaults(jsonOf(schema));

function node(json: Json, inList: boolean): AddonSchema {
	if (json.properties)
		return Object.fromEntries(
			Object.entries(json.properties).map(([key, child]) => [key, optional(child, json, key, inList)]),
		);
	if (json.items) return [node(json.items, true)];
	return leaf(json);
}

/** Defaults apply in groups but not in list items. So a list item's field with a default must be optional. */
function optional(child: Json, parent: Json, key: string, inList: boolean): AddonSchema {
	const inner = node(child, inList);
	if (typeof inner !== "string") return inner;
	const may =
		child.made === true ||
		child.later === true ||
		(inList ? !parent.required?.includes(key) : child.default === undefined && !parent.required?.includes(key));
	return may ? `${inner}?` : inner;
}

function leaf(json: Json): string {
	if (json.addon) return json.addon;
	if (json.enum) return `list(${json.enum.join("|")})`;
	switch (json.type) {
		case "boolean":
			return "bool";
		case "integer":
			return `int${range(json)}`;
		case "number":
			return `float${range(json)}`;
		case "string":
			return json.pattern === undefined ? "str" : `match(${json.pattern})`;
		default:
			throw new TypeError(`The Supervisor cannot ask for a ${json.type ?? "value without a type"}.`);
	}
}

/** Supervisors before 2026 refuse the whole app because of a negative limit. Our own parser checks such a limit. */
function range({ minimum, maximum }: Json): string {
	const bound = (n: number | undefined) => (n === undefined || n < 0 ? "" : String(n));
	const [low, high] = [bound(minimum), bound(maximum)];
	return low === "" && high === "" ? "" : `(${low},${high})`;
}

function defaults(json: Json): unknown {
	if (!json.properties) return json.default;
	return Object.fromEntries(
		Object.entries(json.properties)
			.map(([key, child]) => [key, child.later === true ? undefined : defaults(child)])
			.filter(([, value]) => value !== undefined),
	);
}
