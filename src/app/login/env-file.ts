import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { fileRemedy, textOfFile } from "#files/named-file.ts";
import type { Problem } from "#model/findings/finding.ts";
import { mend, type Sentence } from "#model/sentences/sentence.ts";

export type EnvFile =
	| { readonly kind: "absent" }
	| { readonly kind: "read"; readonly values: Readonly<Record<string, string | undefined>> }
	| { readonly kind: "refused"; readonly problem: Problem };

/** Others may read, write or search: any of these bits gives a password away. */
const OTHERS = 0o077;

/** The `.env` of this folder, unless others can read it or git keeps it: then its secrets are none, and it is refused. */
export function envFile(folder: string): EnvFile {
	const path = join(folder, ".env");
	const mode = modeOf(path);
	if (mode === undefined) return { kind: "absent" };
	if (typeof mode !== "number") return refused(path, mode, mend("check_owner"));
	if ((mode & OTHERS) !== 0) {
		return refused(
			path,
			mend("file_mode", { mode: (mode & 0o777).toString(8) }),
			mend("password_readable", { file: path }),
		);
	}
	if (tracked(folder)) {
		return refused(path, mend("tracked_by_git"), mend("out_of_git"));
	}
	try {
		return { kind: "read", values: valuesIn(textOfFile(path)) };
	} catch (failed) {
		return refused(path, fileRemedy(failed), mend("check_owner"));
	}
}

/** A name, and its value between quotes, which may go on for lines, or up to the end of its line. */
const SETTING =
	/^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=(?:[ \t]*(?:"((?:\\.|[^"\\])*)"|'([^']*)'|`([^`]*)`)|([^\r\n]*))/gmsu;

/**
 * What a `.env` says, written by any tool. A byte order mark at its beginning is not part of the first name. `#` begins a
 * comment only after a blank, because a password may contain it.
 */
export function valuesIn(text: string): Readonly<Record<string, string>> {
	const settings = text.replace(/^\uFEFF/, "").matchAll(SETTING);
	return Object.fromEntries(
		[...settings].map(([, name = "", double, single, tick, bare = ""]) => [
			name,
			double?.replace(/\\n/g, "\n").replace(/\\"/g, '"') ?? single ?? tick ?? bare.replace(/[ \t]#.*$/, "").trim(),
		]),
	);
}

/** Undefined where there is no such file, words where the system does not let us look. */
function modeOf(path: string): number | Sentence | undefined {
	try {
		return statSync(path, { throwIfNoEntry: false })?.mode;
	} catch (failed) {
		return fileRemedy(failed);
	}
}

const refused = (path: string, value: Problem["value"], remedy: Sentence): EnvFile => ({
	kind: "refused",
	problem: { path, value, remedy },
});

/** Git answers 0 for a file that it keeps. No git, or no repository, keeps nothing. */
function tracked(folder: string): boolean {
	try {
		execFileSync("git", ["ls-files", "--error-unmatch", "--", ".env"], { cwd: folder, stdio: "ignore", timeout: 5000 });
		return true;
	} catch {
		return false;
	}
}
