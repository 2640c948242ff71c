import * as z from "zod";
import * as rules from "./index.ts";

/** One field of a rule's group, as a person can set it at run time. */
export type SettingField = {
	readonly rule: string;
	readonly field: string;
	readonly path: string;
	readonly unit?: string;
} & (
	| { readonly kind: "number"; readonly min: number; readonly max: number; readonly step: number }
	| { readonly kind: "switch" }
);

interface Json {
	readonly type?: string;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly unit?: string;
	readonly step?: number;
}

/** Every setting of every rule, in the order of the registry. */
export const settingFields = (): readonly SettingField[] =>
	Object.values(rules).flatMap(({ id, options }) =>
		Object.entries(options.shape).map(([field, schema]): SettingField => {
			const json = z.toJSONSchema(schema as z.ZodType, { io: "input", unrepresentable: "any" }) as Json;
			const at = { rule: id, field, path: `${id}.${field}`, ...(json.unit === undefined ? {} : { unit: json.unit }) };
			if (json.type === "boolean") return { ...at, kind: "switch" };
			const { minimum, maximum, step = 1 } = json;
			if (minimum === undefined || maximum === undefined)
				throw new TypeError(`${id}.${field} needs a range, or nobody can set it.`);
			return { ...at, kind: "number", min: minimum, max: maximum, step };
		}),
	);
