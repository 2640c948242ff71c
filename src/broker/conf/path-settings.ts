import { isAbsolute, resolve } from "node:path";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";

/** The parts of a configuration line that matter for paths. */
interface Setting {
	readonly file: string;
	readonly number: number;
	readonly text: string;
	readonly key?: string;
	readonly value: string;
}

/** Settings whose value is a path that the broker reads. */
export const READ: ReadonlySet<string> = new Set([
	...["password_file", "acl_file", "psk_file"],
	...["cafile", "certfile", "keyfile", "crlfile", "dhparamfile"],
	...["auth_opt_config_file", "plugin_opt_config_file"],
]);
const LOG = "file ";

/** What precedes the path in a line, and the path; undefined without one. */
function pathIn({ key = "", value }: Setting): readonly [string, string] | undefined {
	if (key === "log_dest" && value.startsWith(LOG)) return [LOG, value.slice(LOG.length).trim()];
	return (READ.has(key) || key === "include_dir") && value !== "" ? ["", value] : undefined;
}

/** The line with an absolute path as its value. Its text stays. */
export function absolute<Line extends Setting>(line: Line, folder: () => string | undefined): Line {
	const [before, path] = pathIn(line) ?? [];
	if (path === undefined || isAbsolute(path)) return line;
	const from = folder();
	return from === undefined ? line : { ...line, value: `${before}${resolve(from, path)}` };
}

/** A path whose file is unknown. What is read or written there would be somebody else's. */
export function pathFlaw({ lines }: { readonly lines: readonly Setting[] }): Sentence | undefined {
	for (const line of lines) {
		const [, path] = pathIn(line) ?? [];
		if (path === undefined) continue;
		const where = { file: line.file, line: line.number, text: line.text.trim() };
		if (/\s#/.test(path)) return phrase("path_comment", where);
		if (!isAbsolute(path)) return phrase("path_relative", where);
	}
	return undefined;
}
