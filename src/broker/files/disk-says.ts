import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { codeOf } from "#model/untyped/error-code.ts";

/** The error of the operating system, with its path and what to do; undefined for any other exception. */
export function diskSays(failed: unknown): Sentence | undefined {
	if (!(failed instanceof Error) || !("path" in failed) || typeof failed.path !== "string") return undefined;
	const { path } = failed;
	switch (codeOf(failed)) {
		case "EACCES":
		case "EPERM":
			return phrase("os_not_allowed", { path });
		case "EISDIR":
			return phrase("os_is_folder", { path });
		case "ENOSPC":
		case "EDQUOT":
			return phrase("os_full", { path });
		case "EROFS":
			return phrase("os_read_only", { path });
		default:
			return undefined;
	}
}
