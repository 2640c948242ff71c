import { randomBytes } from "node:crypto";
import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "#files/make-folder.ts";
import { replaceFile } from "#files/replace.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { causeOf } from "../database.ts";

export const PAGE_PASSWORD_FILE = "page-password";

/** Shorter passwords are not accepted, even from the file. */
const LEAST = 12;
/** Characters that any browser can send in a header. */
const VALID = new RegExp(`^[\\x21-\\x7e]{${LEAST},200}$`);

/**
 * The password of the page where there is no ingress. Made once, from 128 random bits, and readable only by its owner. One
 * that others could read is replaced. Undefined if it cannot be saved, because the owner could not look it up.
 */
export function pagePassword(folder: string, tell: Tell): string | undefined {
	const path = join(folder, PAGE_PASSWORD_FILE);
	try {
		const kept = keptPassword(folder);
		if (kept.kind === "kept") return kept.password;
		const made = randomBytes(16).toString("base64url");
		makeFolder(folder);
		replaceFile(path, `${made}\n`);
		tell(notice("info", "page_password_made", { file: path, why: kept.kind }));
		return made;
	} catch (thrown) {
		tell(notice("error", "page_password_not_kept", { file: path, cause: causeOf(thrown) }));
		return undefined;
	}
}

export type KeptPassword =
	| { readonly kind: "kept"; readonly password: string }
	| { readonly kind: "absent" | "exposed" | "unusable" };

/** The saved password. Throws if the system does not let us look. */
export function keptPassword(folder: string): KeptPassword {
	const path = join(folder, PAGE_PASSWORD_FILE);
	if (!existsSync(path)) return { kind: "absent" };
	const found = lstatSync(path);
	if (!found.isFile()) return { kind: "unusable" };
	if ((found.mode & 0o077) !== 0) return { kind: "exposed" };
	const password = readFileSync(path, "utf8").trim();
	return VALID.test(password) ? { kind: "kept", password } : { kind: "unusable" };
}
