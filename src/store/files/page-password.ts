import { lstatSync, rmSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "#files/make-folder.ts";
import { textOfFile } from "#files/named-file.ts";
import { replaceFile } from "#files/replace.ts";
import { caught } from "#model/untyped/caught.ts";
import { codeOf } from "#model/untyped/error-code.ts";
import { FIRST_PASSWORD_FILE, PAGE_PASSWORD_FILE } from "./files.ts";
import { isHash } from "./password-hash.ts";

/** Characters of a password. */
export const LEAST = 12;
const MOST = 200;
/** Bytes of a file. */
const LARGEST = 4096;

/** Older versions find neither a hash nor a password in it, and make a new one. */
const HEAD = "# The hash of the page's password. `solar-heating page set-password` sets a new one.";

export type PasswordFlaw = "short" | "long" | "characters";

/** Why a password is not accepted. */
export function passwordFlaw(password: string): PasswordFlaw | undefined {
	const { length } = [...password];
	if (/[\p{Cc}\p{Zl}\p{Zp}\ufffd]/u.test(password) || password !== password.trim()) return "characters";
	if (length < LEAST) return "short";
	return length > MOST ? "long" : undefined;
}

export type KeptPassword =
	| { readonly kind: "hash"; readonly line: string }
	/** As an older version wrote it, or its owner. */
	| { readonly kind: "plain"; readonly password: string }
	| { readonly kind: "absent" | "exposed" | "unusable" };

/** The saved password. Throws if the system does not let us look. */
export function keptPassword(folder: string): KeptPassword {
	const read = readIn(folder, PAGE_PASSWORD_FILE);
	if (typeof read === "object") return read;
	const line = read.startsWith(`${HEAD}\n`) ? read.slice(HEAD.length + 1) : read;
	if (isHash(line)) return { kind: "hash", line };
	if (line.startsWith("$scrypt$") || passwordFlaw(line) !== undefined) return { kind: "unusable" };
	return { kind: "plain", password: line };
}

/** The password that the app made, as long as nobody has logged in with it. */
export function firstPassword(folder: string): string | undefined {
	const read = caught(() => readIn(folder, FIRST_PASSWORD_FILE), undefined);
	return typeof read === "string" && passwordFlaw(read) === undefined ? read : undefined;
}

function readIn(folder: string, file: string): string | { readonly kind: "absent" | "exposed" | "unusable" } {
	const path = join(folder, file);
	const found = statOf(path);
	if (found === undefined) return { kind: "absent" };
	if (!found.isFile()) return { kind: "unusable" };
	if ((found.mode & 0o077) !== 0) return { kind: "exposed" };
	try {
		return textOfFile(path, LARGEST)
			.replace(/^\uFEFF/, "")
			.replaceAll("\r\n", "\n")
			.trim();
	} catch (failed) {
		if (codeOf(failed) === "TOO_LARGE") return { kind: "unusable" };
		throw failed;
	}
}

/** Saves the hash of a password, which counts from now on. Throws what the file system throws. */
export const keepHash = (folder: string, line: string): void => keepLine(folder, `${HEAD}\n${line}`);

/** The same with a password that is to be hashed. */
export function keepLine(folder: string, line: string): void {
	makeFolder(folder);
	replaceOwn(folder, PAGE_PASSWORD_FILE, `${line}\n`);
}

/** Saves the password that the app made, for its owner to read. Throws what the file system throws. */
export const keepFirst = (folder: string, password: string): void => {
	makeFolder(folder);
	replaceOwn(folder, FIRST_PASSWORD_FILE, `${password}\n`);
};

export const forgetFirst = (folder: string): void =>
	caught(() => rmSync(join(folder, FIRST_PASSWORD_FILE), { force: true }), undefined);

/** Changes whenever the file does. Empty while there is none. */
export function stampOf(folder: string): string {
	const found = caught(() => statOf(join(folder, PAGE_PASSWORD_FILE)), undefined);
	return found === undefined ? "" : [found.ino, found.size, found.mtimeMs, found.ctimeMs, found.mode].join(" ");
}

/** It is given to the owner of the folder, where that is allowed: a command that runs as root must not take the file from the app. */
function replaceOwn(folder: string, file: string, text: string): void {
	const path = join(folder, file);
	try {
		replaceFile(path, text, true, Object.assign(statSync(folder), { mode: 0o600 }));
	} catch (failed) {
		if (codeOf(failed) !== "EPERM") throw failed;
		replaceFile(path, text);
	}
}

const statOf = (path: string): Stats | undefined => lstatSync(path, { throwIfNoEntry: false });
