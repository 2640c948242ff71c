import { statSync } from "node:fs";
import { fileRemedy, textOfFile } from "#files/named-file.ts";
import { type Problem, problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";

/**
 * Reads a secret file. It must belong to its owner only. A byte order mark and the final line end, which editors add, are
 * removed.
 */
export function passwordIn(path: string): { readonly password: string } | { readonly problem: Problem } {
	try {
		const others = statSync(path).mode & 0o077;
		if (others !== 0)
			return {
				problem: problem("mqtt.password_file", path, mend("others_can_read", { file: path })),
			};
		return {
			password: textOfFile(path)
				.replace(/^\uFEFF/, "")
				.replace(/\r?\n$/, ""),
		};
	} catch (failed) {
		return { problem: problem("mqtt.password_file", path, fileRemedy(failed)) };
	}
}
