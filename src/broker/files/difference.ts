import { createTwoFilesPatch } from "diff";
import { phrase, type Word } from "#model/sentences/sentence.ts";
import { found, type Wanted } from "./file.ts";

/** The planned change as a unified diff, with changed rights in words. Secrets are masked. */
export async function difference(files: readonly Wanted[], word: Word): Promise<string> {
	const parts = await Promise.all(files.map((file) => part(file, word)));
	return parts.filter((text) => text !== "").join("\n");
}

async function part({ path, bytes, rights }: Wanted, word: Word): Promise<string> {
	const is = await found(path);
	const [before, after] = [shown(is?.bytes), shown(bytes)];
	const lines: string[] = [];
	if (before !== after)
		lines.push(
			createTwoFilesPatch(is ? path : "/dev/null", bytes ? path : "/dev/null", before, after).replace(/^=+\n/, ""),
		);
	else if (is !== undefined && bytes !== undefined && !is.bytes.equals(bytes))
		// Only masked parts differ.
		lines.push(`${word(phrase("secret_changes", { path }))}\n`);
	const was = is && `${is.uid}:${is.gid} ${octal(is.mode)}`;
	const will = `${rights.uid}:${rights.gid} ${octal(rights.mode)}`;
	const change =
		was === undefined ? phrase("rights_new", { path, will }) : phrase("rights_change", { path, was, will });
	if (bytes !== undefined && was !== will) lines.push(`${word(change)}\n`);
	return lines.join("");
}

/** Hashes of passwords, keys, and passwords of bridges must not appear in a terminal's history. */
const shown = (bytes: Buffer | undefined): string =>
	(bytes?.toString("utf8") ?? "")
		.replace(/:(\$\d\$)\S+/g, ":$1…")
		.replace(/(-----BEGIN [A-Z ]*PRIVATE KEY-----)[\s\S]*?(-----END)/g, "$1\n…\n$2")
		.replace(/^(\s*(?:remote_)?password\s+)\S.*$/gm, "$1…");

const octal = (mode: number) => mode.toString(8).padStart(4, "0");
