import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A fenced block that names a file: a new one in full, or what changes in one that is there. */
export interface Block {
	readonly path: string;
	readonly text: string;
	readonly kind: "file" | "change";
}

/** ```` ```ts src/rules/x.ts ```` is a new file; ```` ```diff src/rules/index.ts ```` adds lines beside the ones shown. */
const FENCE = /^```(\w+) (\S+\.\w+)\n(.*?)^```$/gms;

export const blocksIn = (page: string): readonly Block[] =>
	[...page.matchAll(FENCE)].map(([, language, path = "", text = ""]) => ({
		path,
		text,
		kind: language === "diff" ? "change" : "file",
	}));

/** Does in the checkout `root` what a page tells its reader to do. Throws where the page no longer fits the sources. */
export async function followed(root: string, blocks: readonly Block[]): Promise<void> {
	for (const { path, text, kind } of blocks) {
		const file = join(root, path);
		if (kind === "file" && existsSync(file)) throw new Error(`${path} is there already.`);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, kind === "file" ? text : changed(path, await readFile(file, "utf8"), text));
	}
}

/** Hunks are separated by @@; in each, lines that begin with + are new, and the others must stand in the file once. */
function changed(path: string, before: string, diff: string): string {
	let lines = before.split("\n");
	for (const hunk of diff.trimEnd().split(/^@@\n/m)) {
		const marked = hunk.trimEnd().split("\n");
		const there = marked.filter((line) => !line.startsWith("+")).map((line) => line.slice(1));
		const wanted = marked.map((line) => line.slice(1));
		const places = lines.flatMap((_, at) => (there.every((line, i) => lines[at + i] === line) ? [at] : []));
		const [at] = places;
		if (at === undefined || places.length > 1)
			throw new Error(`${path}: ${JSON.stringify(there)} stands there ${places.length} times.`);
		lines = [...lines.slice(0, at), ...wanted, ...lines.slice(at + there.length)];
	}
	return lines.join("\n");
}
