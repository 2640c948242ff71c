import { isRecord } from "#model/untyped/untyped.ts";
import type { Written } from "./merged-own.ts";

/** The value with a change: groups merge, all else is replaced, `null` removes (RFC 7396). A group that has no field left goes too. */
export function patched(value: Written, change: Written): Written {
	const out = new Map(Object.entries(value));
	for (const [key, wanted] of Object.entries(change)) {
		const before = out.get(key);
		if (wanted === null) out.delete(key);
		else if (isRecord(wanted)) {
			const group = patched(isRecord(before) ? before : {}, wanted);
			if (Object.keys(group).length === 0) out.delete(key);
			else out.set(key, group);
		} else out.set(key, wanted);
	}
	return Object.fromEntries(out);
}

/** Paths at which two options differ, such as `tank.volume`; of a list that of the list alone. */
export function differing(before: Written, after: Written, above = ""): readonly string[] {
	const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	return keys.flatMap((key) => {
		const [was, is] = [before[key], after[key]];
		if (alike(was, is)) return [];
		if (isRecord(was) && isRecord(is)) return differing(was, is, `${above}${key}.`);
		return [`${above}${key}`];
	});
}

/** Whether two plain values are the same, in whatever order their keys are. */
export function alike(a: unknown, b: unknown): boolean {
	if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, at) => alike(one, b[at]));
	if (!isRecord(a) || !isRecord(b)) return a === b;
	const keys = Object.keys(a);
	return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && alike(a[key], b[key]));
}

/** What of the options is not as the app delivers it: the user's own part of what the Supervisor has merged with the defaults. */
export function withoutDefaults(options: Written, defaults: Written): Written {
	return Object.fromEntries(
		Object.entries(options).flatMap(([key, value]) => {
			const delivered = defaults[key];
			if (alike(value, delivered)) return [];
			if (!isRecord(value)) return [[key, value] as const];
			const own = withoutDefaults(value, isRecord(delivered) ? delivered : {});
			return Object.keys(own).length === 0 ? [] : [[key, own] as const];
		}),
	);
}
