import { existsSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "#files/make-folder.ts";
import { fileRemedy, textOfFile } from "#files/named-file.ts";
import { replaceFile } from "#files/replace.ts";
import type { Problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";
import { fieldOf, isRecord, jsonIn } from "#model/untyped/untyped.ts";

/** The app's own options, in the data folder: those that are not on the options page of Home Assistant. Readable by its owner alone. */
export const OWN_OPTIONS = "own-options.json";
/** The same as they were before they were last changed, for a person to go back to. */
export const OWN_OPTIONS_BEFORE = "own-options.before.json";

/** Of the file's form. A release that writes another form raises it. */
const VERSION = 1;

export type ReadOwn =
	| { readonly kind: "read"; readonly options: Readonly<Record<string, unknown>> }
	/** It is there, and cannot be read. It is left as it is. */
	| { readonly kind: "unreadable"; readonly problem: Problem };

/**
 * What the file says; no options where there is none. Never throws.
 * @param life of the container, if its options page is read at its start only: then what was saved in this life is not in force yet,
 * whatever else restarts the app
 */
export function readOwnOptions(folder: string, life?: string): ReadOwn {
	const path = join(folder, OWN_OPTIONS);
	const unreadable = (value: Problem["value"], remedy: Problem["remedy"]): ReadOwn => ({
		kind: "unreadable",
		problem: { path, value, remedy },
	});
	let text: string;
	try {
		if (!existsSync(path)) return { kind: "read", options: {} };
		text = textOfFile(path);
	} catch (failed) {
		return unreadable(fileRemedy(failed), mend("own_options_unreadable"));
	}
	const read = jsonIn(text);
	const version = fieldOf(read, "version");
	if (typeof version === "number" && version > VERSION)
		return unreadable(mend("of_version", { version }), mend("own_options_newer"));
	const options = fieldOf(read, "options");
	if (version !== VERSION || !isRecord(options))
		return unreadable(mend("no_json"), mend("own_options_damaged", { before: OWN_OPTIONS_BEFORE }));
	const until = fieldOf(read, "until_restart");
	const before = fieldOf(until, "options");
	const waits = life !== undefined && fieldOf(until, "life") === life && isRecord(before);
	return { kind: "read", options: waits ? before : options };
}

/**
 * Replaces the file, and keeps the one before beside it. Throws what the file system throws, such as ENOSPC: then the old options
 * stay. Whether it holds what was written is for the caller to read.
 */
export function writeOwnOptions(folder: string, options: Readonly<Record<string, unknown>>, life?: string): void {
	makeFolder(folder);
	const before = readOwnOptions(folder);
	const in_force = life === undefined ? undefined : readOwnOptions(folder, life);
	if (before.kind === "read" && Object.keys(before.options).length > 0)
		replaceFile(join(folder, OWN_OPTIONS_BEFORE), written({ options: before.options }));
	const until = in_force?.kind === "read" ? { until_restart: { life, options: in_force.options } } : {};
	replaceFile(join(folder, OWN_OPTIONS), written({ options, ...until }));
}

const written = (content: Readonly<Record<string, unknown>>) =>
	`${JSON.stringify({ version: VERSION, ...content }, null, "\t")}\n`;
