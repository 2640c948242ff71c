/** JSON Schema 2020-12, which OpenAPI 3.1 uses as it is. */
export type Schema = Readonly<Record<string, unknown>>;

/** A member that need not be there. */
const OPTIONAL = "x-optional";

export const text = (description?: string): Schema => ({ type: "string", ...(description && { description }) });
export const number = (description?: string): Schema => ({ type: "number", ...(description && { description }) });
export const whole = (description?: string): Schema => ({ type: "integer", ...(description && { description }) });
export const yes = (description?: string): Schema => ({ type: "boolean", ...(description && { description }) });
export const oneOf = (...values: readonly string[]): Schema => ({ type: "string", enum: values });
export const list = (items: Schema, description?: string): Schema => ({
	type: "array",
	items,
	...(description && { description }),
});
export const record = (values: Schema, description?: string): Schema => ({
	type: "object",
	additionalProperties: values,
	...(description && { description }),
});
export const optional = (schema: Schema): Schema => ({ ...schema, [OPTIONAL]: true });
/** A schema of the document's components. */
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** An object with these members. Others may be added in a later version. */
export function object(members: Readonly<Record<string, Schema>>, description?: string): Schema {
	const entries = Object.entries(members);
	const required = entries.filter(([, schema]) => schema[OPTIONAL] !== true).map(([name]) => name);
	const properties = entries.map(([name, { [OPTIONAL]: _, ...schema }]) => [name, schema]);
	return {
		type: "object",
		properties: Object.fromEntries(properties),
		...(required.length > 0 && { required }),
		...(description && { description }),
	};
}
