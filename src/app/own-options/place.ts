import { accessSync, constants, realpathSync } from "node:fs";
import { dirname } from "node:path";
import { fileRemedy, textOfFile } from "#files/named-file.ts";
import { replaceKept } from "#files/replace.ts";
import { type Problem, problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";
import { caught } from "#model/untyped/caught.ts";
import { codeOf } from "#model/untyped/error-code.ts";
import { isRecord, jsonIn } from "#model/untyped/untyped.ts";
import { fromPage, isSaid, type Written } from "#options/own/merged-own.ts";
import { ON_PAGE } from "#options/own/on-page.ts";
import { withoutDefaults } from "#options/own/patch.ts";
import { pageDefaults } from "#options/page/manifest.ts";
import { keysTwice } from "#options/problems/twice.ts";
import { root } from "#options/root.ts";
import type { Supervisor } from "#supervisor/ask.ts";
import { type NotDone, readPageOptions, writePageOptions } from "#supervisor/page-options.ts";

export type PageRead =
	| { readonly kind: "read"; readonly options: Written }
	| { readonly kind: "failed"; readonly problem: Problem };

/** Where the options are that the app does not keep itself. */
export interface Place {
	readonly kind: "page" | "file" | "none";
	/** What the user has set there, without defaults. */
	read(): Promise<PageRead>;
	/** Replaces all of it. Undefined if it was done. */
	write(options: Written): Promise<Problem | undefined>;
	/** Whether an option is set here, and not in the app's own options. */
	holds(key: string, page: Written): boolean;
}

/** Under the Supervisor it is the options page; elsewhere the options file, if there is one. */
export function placeOf(supervisor: Supervisor | undefined, file: string | undefined): Place {
	if (supervisor !== undefined) return onPage(supervisor);
	return file === undefined ? NOWHERE : inFile(file);
}

/** What the manifest delivers. */
const delivered = () => pageDefaults(root);

/** The Supervisor refuses options without a group or a list that the page asks for, also where it is empty. */
const frame = (): Written =>
	Object.fromEntries(
		Object.entries(delivered()).flatMap(([key, value]) =>
			Array.isArray(value) ? [[key, []]] : isRecord(value) ? [[key, {}]] : [],
		),
	);

function onPage(supervisor: Supervisor): Place {
	const failed = ({ cause }: NotDone) => problem("options", undefined, mend("page_not_reached", { cause }));
	return {
		kind: "page",
		async read() {
			const read = await readPageOptions(supervisor);
			if (read.kind === "failed") return { kind: "failed", problem: failed(read) };
			return { kind: "read", options: withoutDefaults(fromPage(read.options), delivered()) };
		},
		async write(options) {
			const done = await writePageOptions(supervisor, { ...frame(), ...options });
			if (done.kind === "saved") return undefined;
			if (done.kind === "failed") return failed(done);
			return problem("options", undefined, mend("page_refused", { said: done.message }));
		},
		holds: (key, page) => ON_PAGE.has(key) || isSaid(page[key]),
	};
}

function inFile(file: string): Place {
	const unreadable = (remedy: Problem["remedy"]): PageRead => ({
		kind: "failed",
		problem: problem(file, undefined, remedy),
	});
	return {
		kind: "file",
		async read() {
			try {
				const text = textOfFile(file).replace(/^\uFEFF/, "");
				const read = jsonIn(text);
				// Which of two values was meant is not guessed, nor is one of them lost.
				return isRecord(read) && keysTwice(text).length === 0
					? { kind: "read", options: read }
					: unreadable(mend("options_no_json"));
			} catch (failed) {
				return unreadable(fileRemedy(failed));
			}
		},
		async write(options) {
			try {
				const before = textOfFile(file);
				replaceKept(file, `${JSON.stringify(options, null, indentOf(before))}\n`);
				return undefined;
			} catch (failed) {
				return problem(file, undefined, mend("options_file_not_written", { cause: codeOf(failed) }));
			}
		},
		holds: (key, page) => isSaid(page[key]) || mayReplace(file),
	};
}

/** As a person has written it. */
const indentOf = (text: string): string => /\n([\t ]+)"/.exec(text)?.[1] ?? "\t";

/** A new file takes its name, so the folder has to be writable. */
const mayReplace = (file: string): boolean =>
	caught(() => {
		accessSync(dirname(realpathSync(file)), constants.W_OK);
		accessSync(file, constants.W_OK);
		return true;
	}, false);

const NOWHERE: Place = {
	kind: "none",
	read: async () => ({ kind: "read", options: {} }),
	write: async () => undefined,
	holds: () => false,
};
