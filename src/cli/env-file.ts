import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { type Problem, problem } from "#model/finding.ts";

export type EnvFile =
	| { readonly kind: "absent" }
	| { readonly kind: "read"; readonly values: Readonly<Record<string, string | undefined>> }
	| { readonly kind: "refused"; readonly problem: Problem };

/** Others may read, write or search: any of these bits gives a password away. */
const OTHERS = 0o077;

/** The `.env` of this folder, unless others can read it or git keeps it: then its secrets are none, and it is refused. */
export function envFile(folder: string): EnvFile {
	const path = join(folder, ".env");
	const stat = statSync(path, { throwIfNoEntry: false });
	if (stat === undefined) return { kind: "absent" };
	if ((stat.mode & OTHERS) !== 0) {
		return refused(
			path,
			`mode ${(stat.mode & 0o777).toString(8)}`,
			`Others can read this file and the password in it. Run: chmod 600 ${path} – and change the password, as it may have been read.`,
		);
	}
	if (tracked(folder)) {
		return refused(
			path,
			"tracked by git",
			"The password is in git's history. Run: git rm --cached .env && echo .env >> .gitignore – and change the password.",
		);
	}
	try {
		return { kind: "read", values: parseEnv(readFileSync(path, "utf8")) };
	} catch (failed) {
		return refused(
			path,
			String(failed instanceof Error && "code" in failed ? failed.code : failed),
			"The file cannot be read. Check its owner.",
		);
	}
}

const refused = (path: string, value: string, remedy: string): EnvFile => ({
	kind: "refused",
	problem: { ...problem(path, undefined, remedy), value },
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
