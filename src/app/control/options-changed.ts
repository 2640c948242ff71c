import { isRecord } from "#model/untyped/untyped.ts";
import type { Options } from "#options/root.ts";

/** Paths of options that differ from the last start, without values. The broker's group is not included. */
export function optionsChanged(before: Options, now: Options): readonly string[] {
	return Object.keys(now)
		.filter((group) => group !== "mqtt")
		.flatMap((group) => {
			const [was, is] = [before[group], now[group]];
			if (same(was, is)) return [];
			if (!isRecord(was) || !isRecord(is)) return [group];
			const fields = new Set([...Object.keys(was), ...Object.keys(is)]);
			return [...fields].filter((field) => !same(was[field], is[field])).map((field) => `${group}.${field}`);
		});
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
