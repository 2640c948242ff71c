import * as z from "zod";

/**
 * The options without empty texts that may be left out, because Home Assistant's editor writes `""` there. Required texts
 * stay and are refused as empty.
 */
export function withoutEmpty(schema: z.core.$ZodType, raw: unknown): unknown {
	const inner = unwrapped(schema);
	if (inner instanceof z.ZodArray && Array.isArray(raw)) return raw.map((item) => withoutEmpty(inner.element, item));
	if (!(inner instanceof z.ZodObject) || typeof raw !== "object" || raw === null || Array.isArray(raw)) return raw;
	return Object.fromEntries(
		Object.entries(raw).flatMap(([key, value]) => {
			const field: z.core.$ZodType | undefined = inner.shape[key];
			if (field === undefined) return [[key, value]];
			return value === "" && isText(field) ? [] : [[key, withoutEmpty(field, value)]];
		}),
	);
}

/** A text that may be left out. */
const isText = (field: z.core.$ZodType): boolean =>
	(field instanceof z.ZodOptional || field instanceof z.ZodDefault) && unwrapped(field) instanceof z.ZodString;

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
		return unwrapped(schema.unwrap());
	return schema;
}
