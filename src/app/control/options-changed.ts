import { isRecord } from "#model/untyped/untyped.ts";
import type { Options } from "#options/root.ts";

/** What of the options is another than at the last start, by path and without its value; of the broker's group nothing is known. */
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
