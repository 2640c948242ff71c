import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Proof {
	readonly file: string;
	readonly name: string;
}

/** `` `test/…`: “name” ``, also where the page broke the line within it. */
export const proofsIn = (text: string): readonly Proof[] =>
	[...text.replaceAll(/\s+/g, " ").matchAll(/`(test\/[^`]+\.test\.ts)`: “([^”]*)”/g)].map(
		([, file = "", name = ""]) => ({ file, name }),
	);

/** Titles of tests, and of tables of tests, as they stand in the sources: a text, and a function or another text after it. */
const titlesIn = (source: string) =>
	[...source.matchAll(/\(\s*(["'`])((?:\\.|(?!\1).)*)\1,\s*(?:async\s*)?(?:\(|\w+\s*=>)/g)].map(
		([, , title = ""]) => title,
	);

/** The proofs that are not there: no such file, or no test in it whose title holds the name. */
export function missing(root: string, proofs: readonly Proof[]): readonly Proof[] {
	const files = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" });
	const there = new Set(files.map((file) => `test/${file}`));
	return proofs.filter(
		({ file, name }) =>
			name.length < 8 ||
			!there.has(file) ||
			!titlesIn(readFileSync(join(root, file), "utf8")).some((title) => title.includes(name)),
	);
}
