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

/** If any of these bits is set, others may read the password, or change the file. */
const OTHERS = 0o077;

/** The `.env` of this folder. It is refused if others can read it or git tracks it, because its secrets are then public. */
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

/** A name and its value: between quotes, which may span lines, or up to the end of the line. */
const SETTING =
	/^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=(?:[ \t]*(?:"((?:\\.|[^"\\])*)"|'([^']*)'|`([^`]*)`)|([^\r\n]*))/gmsu;

/**
 * Reads a `.env` written by any tool. A byte order mark is not part of the first name. `#` starts a comment only after a
 * blank, because a password may contain it.
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

/** Undefined if there is no such file. A sentence if the system does not let us look. */
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

/** Git exits with 0 for a tracked file. Without git or a repository nothing is tracked. */
function tracked(folder: string): boolean {
	try {
		execFileSync("git", ["ls-files", "--error-unmatch", "--", ".env"], { cwd: folder, stdio: "ignore", timeout: 5000 });
		return true;
	} catch {
		return false;
	}
}
