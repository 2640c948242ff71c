/** A key that occurs more than once in an object of a JSON text. */
export interface Twice {
	/** Ends with the key itself. */
	readonly path: readonly (string | number)[];
	/** Its line numbers, from 1. */
	readonly lines: readonly number[];
}

/** Strings, and the characters that structure a JSON text. Numbers and literals do not matter here. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|\n/g;

type Open = { readonly at: readonly (string | number)[]; readonly keys?: Map<string, number[]>; key: string | number };

/**
 * Keys that occur twice. `JSON.parse` silently takes the last one.
 * @param text must be valid JSON
 */
export function keysTwice(text: string): readonly Twice[] {
	const found: Twice[] = [];
	const open: Open[] = [];
	let line = 1;
	let said = "";
	for (const [token] of text.matchAll(TOKEN)) {
		const inner = open.at(-1);
		const at = inner === undefined ? [] : [...inner.at, inner.key];
		if (token === "\n") line += 1;
		else if (token === "{") open.push({ at, keys: new Map(), key: "" });
		else if (token === "[") open.push({ at, key: 0 });
		else if (token === "}" || token === "]") {
			const { at = [], keys = [] } = open.pop() ?? {};
			for (const [key, lines] of keys) if (lines.length > 1) found.push({ path: [...at, key], lines });
		} else if (token === ",") {
			if (typeof inner?.key === "number") inner.key += 1;
		} else if (token === ":") {
			if (inner?.keys === undefined) continue;
			const key = String(JSON.parse(said));
			inner.key = key;
			const lines = inner.keys.get(key);
			if (lines === undefined) inner.keys.set(key, [line]);
			else lines.push(line);
		} else said = token;
	}
	return found;
}
