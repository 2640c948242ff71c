import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Machine } from "#app/machine.ts";
import { textOfFile } from "#files/named-file.ts";
import { remark, type Sentence } from "#model/sentences/sentence.ts";
import type { Credentials } from "#mqtt/broker.ts";
import { causeOf } from "#store/database.ts";

type Second =
	| { readonly kind: "read"; readonly login: Credentials }
	| { readonly kind: "refused"; readonly why: Sentence };

/**
 * A user name and a password, one per line, in a file that only its owner can read. All users could see them on a command
 * line.
 */
export function secondLogin({ cwd }: Machine, file: string): Second {
	const path = resolve(cwd, file);
	const refused = (why: Sentence): Second => ({ kind: "refused", why });
	try {
		if ((statSync(path).mode & 0o077) !== 0) return refused(remark("login_readable", { path }));
		const [username = "", password = "", ...rest] = textOfFile(path)
			.replace(/^\uFEFF|\r/g, "")
			.trimEnd()
			.split("\n");
		if (username === "" || password === "" || rest.length > 0) return refused(remark("login_form", { path }));
		return { kind: "read", login: { username, password } };
	} catch (failed) {
		return refused(remark("login_unreadable", { path, cause: causeOf(failed) }));
	}
}
