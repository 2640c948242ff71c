import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "#files/make-folder.ts";
import { replaceFile } from "#files/replace.ts";
import { caught } from "#model/untyped/caught.ts";
import { fieldOf, jsonIn } from "#model/untyped/untyped.ts";

export const JOURNAL_FILE = "output-being-tried.json";

/** Names the output that is being tried, on the disk, so that it is switched off after a crash. */
export interface Journal {
	/** Throws what the file system throws: what cannot be noted down is not switched on. */
	begins(target: string): void;
	ended(): void;
	/** What an earlier process left on. */
	left(): string | undefined;
}

export const journalIn = (folder: string): Journal => {
	const path = join(folder, JOURNAL_FILE);
	return {
		begins(target) {
			makeFolder(folder);
			replaceFile(path, `${JSON.stringify({ target })}\n`);
		},
		ended: () => caught(() => rmSync(path, { force: true }), undefined),
		left() {
			const target = fieldOf(jsonIn(caught(() => readFileSync(path, "utf8"), "")), "target");
			return typeof target === "string" ? target : undefined;
		},
	};
};
