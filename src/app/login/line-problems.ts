import { type Problem, problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";
import { fieldOf } from "#model/untyped/untyped.ts";

/** By group: what is one line. */
const LINES: Readonly<Record<string, readonly string[]>> = {
	mqtt: ["host", "username", "password", "password_file", "ca", "cert", "key"],
	watch: ["log_file"],
	syslog: ["host", "ca"],
};

/**
 * A NUL, a line end or another control character in what names a machine, a login or a file. A NUL cuts a text short in what
 * reads it after us, and a line end begins another line. Nothing connects then; control goes on, so the options stay valid.
 */
export const lineProblems = (raw: unknown): readonly Problem[] =>
	Object.entries(LINES).flatMap(([group, names]) =>
		names.flatMap((name) => {
			const value = fieldOf(fieldOf(raw, group), name);
			if (typeof value !== "string" || !/\p{Cc}/u.test(value)) return [];
			const path = `${group}.${name}`;
			const remedy = mend("one_line");
			return [name === "password" ? { path, value: mend("not_shown"), remedy } : problem(path, value, remedy)];
		}),
	);
