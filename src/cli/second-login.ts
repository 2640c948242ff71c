import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Credentials } from "#mqtt/broker.ts";
import type { Machine } from "./machine.ts";

type Second =
	| { readonly kind: "read"; readonly login: Credentials }
	| { readonly kind: "refused"; readonly why: string };

/** A user name and a password, a line each, in a file that is its owner's alone. On the command line all could see them. */
export function secondLogin({ cwd }: Machine, file: string): Second {
	const path = resolve(cwd, file);
	const refused = (why: string): Second => ({ kind: "refused", why: `${path}: ${why}` });
	try {
		if ((statSync(path).mode & 0o077) !== 0) return refused("others can read this file. Run: chmod 600");
		const [username = "", password = "", ...rest] = readFileSync(path, "utf8").replace(/\r/g, "").trimEnd().split("\n");
		if (username === "" || password === "" || rest.length > 0)
			return refused("put the user name in the first line and the password in the second, and nothing else.");
		return { kind: "read", login: { username, password } };
	} catch (failed) {
		const code = failed instanceof Error && "code" in failed ? String(failed.code) : "no reason given";
		return refused(`the file cannot be read (${code}).`);
	}
}
