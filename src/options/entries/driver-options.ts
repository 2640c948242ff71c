import * as z from "zod";
import type { AnyDriver } from "#drivers/driver.ts";
import { isRecord } from "#model/untyped/untyped.ts";

/** Options of one driver, by field. */
export type DriverOptions = Readonly<Record<string, unknown>>;

/** A field of a driver's options that is a list of groups, and its name among all options. */
interface OwnList {
	readonly field: string;
	readonly key: string;
	readonly schema: z.ZodType;
}

const isList = (schema: z.core.$ZodType): boolean =>
	schema instanceof z.ZodDefault ? isList(schema.unwrap()) : schema instanceof z.ZodArray;

/** The key of its group among all options. */
export const groupName = ({ scheme, group }: Pick<AnyDriver, "scheme" | "group">): string => group ?? scheme;

/** The Supervisor takes no list inside a group, so these are lists of their own. */
export const listsOf = ({ scheme, options }: Pick<AnyDriver, "scheme" | "options">): readonly OwnList[] =>
	Object.entries(options.shape).flatMap(([field, schema]) =>
		schema instanceof z.ZodType && isList(schema) ? [{ field, key: `${scheme}_${field}`, schema }] : [],
	);

/** The fields of its group, without lists. */
export function groupOf(driver: Pick<AnyDriver, "scheme" | "options">): z.ZodObject {
	const lists = listsOf(driver).map(({ field }) => field);
	return z.object(Object.fromEntries(Object.entries(driver.options.shape).filter(([field]) => !lists.includes(field))));
}

/** A driver's group and lists put together, as they are written. */
export function gathered(driver: Pick<AnyDriver, "scheme" | "group" | "options">, all: unknown): DriverOptions {
	// One without options may have the name of another group, as `mqtt` has, with the broker's password in it.
	if (!isRecord(all) || Object.keys(driver.options.shape).length === 0) return {};
	const group = all[groupName(driver)];
	const lists = listsOf(driver).flatMap(({ field, key }) =>
		Object.hasOwn(all, key) ? [[field, all[key]] as const] : [],
	);
	return { ...(isRecord(group) ? group : {}), ...Object.fromEntries(lists) };
}

const known = new WeakMap<object, Map<string, DriverOptions | undefined>>();

/** The driver's options among these, which may be unparsed; undefined if they are wrong. They must not change. */
export function readOptions(
	driver: Pick<AnyDriver, "scheme" | "group" | "options">,
	all: unknown,
): DriverOptions | undefined {
	if (typeof all !== "object" || all === null) return undefined;
	const here = known.get(all) ?? new Map<string, DriverOptions | undefined>();
	known.set(all, here);
	if (!here.has(driver.scheme)) {
		const parsed = driver.options.safeParse(gathered(driver, all));
		here.set(driver.scheme, parsed.success ? parsed.data : undefined);
	}
	return here.get(driver.scheme);
}
