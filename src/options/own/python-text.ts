/** Deeper text is no value. */
const DEPTH = 20;

/**
 * A value that stands in a text as JSON, or as Python writes it. The Supervisor makes such a text (Python's `str`) of a group or a
 * list where its schema has a `match` (its supervisor/apps/options.py). Undefined where the text is neither.
 */
export function valueIn(text: string): unknown {
	const reader = new Reader(text);
	try {
		return reader.whole();
	} catch (failed) {
		if (failed instanceof NoValue) return undefined;
		throw failed;
	}
}

class NoValue extends Error {}

const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/iy;
const WORD = /(?:True|true|False|false|None|null)\b/y;
const SPACE = /\s*/y;
const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/y;
const WORDS: Readonly<Record<string, unknown>> = {
	...{ True: true, true: true, False: false, false: false },
	...{ None: null, null: null },
};
const LETTERS: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "0": "\0" };

class Reader {
	readonly #text: string;
	#at = 0;

	constructor(text: string) {
		this.#text = text;
	}

	whole(): unknown {
		const value = this.#value(0);
		this.#take(SPACE);
		if (this.#at !== this.#text.length) throw new NoValue();
		return value;
	}

	#value(depth: number): unknown {
		if (depth > DEPTH) throw new NoValue();
		this.#take(SPACE);
		const first = this.#text[this.#at];
		if (first === "{") return this.#group(depth);
		if (first === "[") return this.#list(depth);
		if (first === "'" || first === '"') return this.#string(first);
		const word = this.#take(WORD);
		if (word !== undefined) return WORDS[word];
		const number = Number(this.#take(NUMBER) ?? Number.NaN);
		if (!Number.isFinite(number)) throw new NoValue();
		return number;
	}

	#group(depth: number): Readonly<Record<string, unknown>> {
		const entries: [string, unknown][] = [];
		this.#each("}", () => {
			this.#take(SPACE);
			const quote = this.#text[this.#at];
			if (quote !== "'" && quote !== '"') throw new NoValue();
			const key = this.#string(quote);
			this.#expect(":");
			entries.push([key, this.#value(depth + 1)]);
		});
		// Entries, because a key may be `__proto__`.
		return Object.fromEntries(entries);
	}

	#list(depth: number): readonly unknown[] {
		const list: unknown[] = [];
		this.#each("]", () => list.push(this.#value(depth + 1)));
		return list;
	}

	/** Items with commas between them, up to the bracket that ends them. */
	#each(end: string, item: () => void): void {
		this.#at += 1;
		if (this.#is(end)) return;
		do item();
		while (this.#is(","));
		this.#expect(end);
	}

	#string(quote: string): string {
		this.#at += 1;
		let out = "";
		for (;;) {
			const next = this.#text[this.#at];
			if (next === undefined) throw new NoValue();
			if (next === quote) break;
			if (next !== "\\") {
				out += next;
				this.#at += 1;
			} else out += this.#escaped();
		}
		this.#at += 1;
		return out;
	}

	#escaped(): string {
		ESCAPE.lastIndex = this.#at;
		const [all = "", byte, unit, point, letter = ""] = ESCAPE.exec(this.#text) ?? [];
		if (all === "") throw new NoValue();
		this.#at += all.length;
		if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
		const code = Number.parseInt(byte ?? point ?? "", 16);
		if (Number.isNaN(code)) return LETTERS[letter] ?? letter;
		if (code > 0x10ffff) throw new NoValue();
		return String.fromCodePoint(code);
	}

	#is(mark: string): boolean {
		this.#take(SPACE);
		if (this.#text[this.#at] !== mark) return false;
		this.#at += 1;
		return true;
	}

	#expect(mark: string): void {
		if (!this.#is(mark)) throw new NoValue();
	}

	#take(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.#at;
		const [found] = pattern.exec(this.#text) ?? [];
		if (found !== undefined) this.#at += found.length;
		return found;
	}
}
