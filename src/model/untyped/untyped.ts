import { caught } from "./caught.ts";

/** A JSON text as a value; undefined if it is not valid. */
export const jsonIn = (text: string): unknown => caught(() => JSON.parse(text), undefined);

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** A field of any value; undefined if it has none of that name. */
export const fieldOf = (value: unknown, name: string): unknown =>
	typeof value === "object" && value !== null && name in value ? Reflect.get(value, name) : undefined;
