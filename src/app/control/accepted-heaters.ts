import { readFileSync } from "node:fs";
import { join } from "node:path";
import { replaceFile } from "#files/replace.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import type { Accepted } from "#options/problems/unproven-heaters.ts";
import type { Options } from "#options/root.ts";
import { LAST_VALID } from "./last-valid-file.ts";

const FILE = "heaters-before-confirmation.json";

/**
 * Heaters that a release drove which did not ask for a confirmation yet. They go on working on the same target. The first start
 * with this release writes them down, from the options that the release before it left here.
 */
export function acceptedHeaters(folder: string): Accepted {
	const targets = written(folder);
	return (target) => targets.has(target);
}

/** Writes down which of them are still there and not confirmed. The list only gets shorter. */
export function keepAccepted(folder: string, { outputs }: Options): void {
	const before = written(folder);
	const still = outputs.filter(
		({ target, role, unverified_ok }) => role === "heater" && !unverified_ok && before.has(target),
	);
	const text = JSON.stringify(still.map(({ target }) => target));
	if (textIn(folder, FILE) !== text) replaceFile(join(folder, FILE), text);
}

function written(folder: string): ReadonlySet<string> {
	const list = textIn(folder, FILE);
	if (list !== undefined) return new Set(strings(parsed(list)));
	const options = parsed(textIn(folder, LAST_VALID) ?? "");
	const outputs = isRecord(options) && Array.isArray(options["outputs"]) ? options["outputs"].filter(isRecord) : [];
	return new Set(strings(outputs.filter(({ role }) => role === "heater").map(({ target }) => target)));
}

const strings = (list: unknown): readonly string[] =>
	Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];

function textIn(folder: string, file: string): string | undefined {
	try {
		return readFileSync(join(folder, file), "utf8");
	} catch {
		return undefined;
	}
}

/** A damaged list accepts nothing. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
