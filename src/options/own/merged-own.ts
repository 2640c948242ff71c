import { isRecord } from "#model/untyped/untyped.ts";
import { ON_PAGE } from "./on-page.ts";
import { valueIn } from "./python-text.ts";

export type Written = Readonly<Record<string, unknown>>;

/**
 * The app's own options and those of the options page (or of an options file) as one. The page wins, in a group field by field. A
 * list counts as a whole, because its entries belong together: an entry that was taken away on the page must not come back.
 * An empty list, an empty text and a group without fields on the page say nothing: Home Assistant puts those there itself.
 */
export function mergedOwn(own: Written, page: Written): Written {
	const keys = [...new Set([...Object.keys(page), ...Object.keys(own)])];
	return Object.fromEntries(
		keys.flatMap((key) => {
			const [kept, written] = [ownValue(own, key), ownValue(page, key)];
			if (kept === undefined) return [[key, written] as const];
			if (!isSaid(written)) return [[key, kept] as const];
			return [[key, isRecord(kept) && isRecord(written) ? mergedOwn(kept, written) : written] as const];
		}),
	);
}

/** Whether the value says something, and does not only stand there. */
export const isSaid = (value: unknown): boolean =>
	value !== undefined &&
	value !== "" &&
	!(Array.isArray(value) && value.length === 0) &&
	!(isRecord(value) && Object.keys(value).length === 0);

/**
 * The options as the options page has them. A group that left the page comes as a text, which the Supervisor made of it: it is read
 * again. A text that cannot be read stays, and is refused where it is parsed.
 */
export function fromPage(options: Written): Written {
	return Object.fromEntries(
		Object.entries(options).map(([key, value]) => {
			const read =
				ON_PAGE.has(key) || typeof value !== "string" || !/^\s*[[{]/.test(value) ? undefined : valueIn(value);
			return [key, read ?? value];
		}),
	);
}

const ownValue = (group: Written, key: string): unknown => (Object.hasOwn(group, key) ? group[key] : undefined);
