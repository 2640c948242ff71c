import { isRecord } from "#model/untyped/untyped.ts";
import { type Parsed, parse } from "#options/parse.ts";
import type { Options } from "#options/root.ts";

/** The options with those fields replaced that the file of a comparison names; all others stay. Lists are replaced as a whole. */
export const whatIf = (options: Options, changes: unknown): Parsed => parse(merged(options, changes));

function merged(before: unknown, changes: unknown): unknown {
	if (!isRecord(before) || !isRecord(changes)) return changes;
	return Object.fromEntries(
		[...new Set([...Object.keys(before), ...Object.keys(changes)])].map((key) => [
			key,
			key in changes ? merged(before[key], changes[key]) : before[key],
		]),
	);
}
