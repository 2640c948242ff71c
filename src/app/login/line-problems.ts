import { type Problem, problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";
import { fieldOf } from "#model/untyped/untyped.ts";

/** By group: options that must be a single line. */
const LINES: Readonly<Record<string, readonly string[]>> = {
	mqtt: ["host", "username", "password", "password_file", "ca", "cert", "key"],
	watch: ["log_file"],
	syslog: ["host", "ca"],
};

/**
 * Reports control characters in names of machines, logins or files. A NUL cuts a text short for its reader, and a line end
 * starts another line. Nothing connects then. Control continues, so the options stay valid.
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
