import { caught } from "./caught.ts";

/** What a text says as JSON; undefined where it is none. */
export const jsonIn = (text: string): unknown => caught(() => JSON.parse(text), undefined);

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** A field of whatever it is; undefined where it has none of that name. */
export const fieldOf = (value: unknown, name: string): unknown =>
	typeof value === "object" && value !== null && name in value ? Reflect.get(value, name) : undefined;
