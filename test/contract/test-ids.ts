import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A test that a document names: `` `test/contract/repository/layout.test.ts#leaves-process-1` ``. Its title may change, its id stays. */
export interface Proof {
	readonly file: string;
	readonly id: string;
}

export const proofsIn = (text: string): readonly Proof[] =>
	[...text.matchAll(/`((?:packages\/[^/`#]+\/)?test\/[^`#]+\.test\.ts)#([^`]*)`/g)].map(([, file = "", id = ""]) => ({
		file,
		id,
	}));

/** The ids of tests in a source: `// #id` on a line of its own, right above the test, table or group that it names. */
export const idsIn = (source: string): readonly string[] =>
	[...source.matchAll(/^[ \t]*\/\/ #([a-z0-9-]+)\n[ \t]*(?:it|test|describe)\b/gm)].map(([, id = ""]) => id);

/** The tests of a checkout that have an id. */
export const idsOf = (root: string): readonly Proof[] =>
	globSync("{test,packages/*/test}/**/*.test.ts", { cwd: root }).flatMap((file) =>
		idsIn(readFileSync(join(root, file), "utf8")).map((id) => ({ file, id })),
	);

/** The proofs that are not there: no such file, or not exactly one test of this id in it. */
export function missing(root: string, proofs: readonly Proof[]): readonly Proof[] {
	const there = idsOf(root);
	return proofs.filter((one) => there.filter(({ file, id }) => file === one.file && id === one.id).length !== 1);
}
