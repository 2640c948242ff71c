import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

interface Range {
	readonly startOffset: number;
	readonly endOffset: number;
	readonly count: number;
}
interface Report {
	readonly result: readonly {
		readonly url: string;
		readonly functions: readonly { readonly ranges: readonly Range[] }[];
	}[];
}

/** Stretches of a source that ran, or did not: the narrowest around a place counts. */
export type Stretches = readonly Range[];

/** What ran of these files, from the folder that V8 wrote its coverage to. */
export function coverageIn(
	folder: string,
	root: string,
	files: readonly string[],
): Readonly<Record<string, Stretches>> {
	const byUrl = new Map(files.map((file) => [pathToFileURL(join(root, file)).href, file]));
	const found: Record<string, Stretches> = {};
	for (const name of readdirSync(folder)) {
		const { result }: Report = JSON.parse(readFileSync(join(folder, name), "utf8"));
		for (const { url, functions } of result) {
			const file = byUrl.get(url);
			if (file !== undefined) found[file] = functions.flatMap(({ ranges }) => ranges);
		}
	}
	return found;
}

/** Whether the code at this place ran. Stripped types leave every place where it is. */
export function ran(stretches: Stretches | undefined, at: number): boolean {
	let narrowest: Range | undefined;
	for (const range of stretches ?? []) {
		if (range.startOffset > at || range.endOffset <= at) continue;
		const width = range.endOffset - range.startOffset;
		if (narrowest === undefined || width <= narrowest.endOffset - narrowest.startOffset) narrowest = range;
	}
	return narrowest !== undefined && narrowest.count > 0;
}
