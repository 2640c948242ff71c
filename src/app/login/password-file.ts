import { statSync } from "node:fs";
import { fileRemedy, textOfFile } from "#files/named-file.ts";
import { type Problem, problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";

/** A secret file: of its owner alone, and without the line end, and the mark of the byte order, that editors leave behind. */
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
