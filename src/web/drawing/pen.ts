import { htmlFor } from "../html.ts";
import type { DrawingWords } from "./plant.ts";

/** What every piece of a drawing needs. */
export interface Pen {
	readonly html: ReturnType<typeof htmlFor>;
	readonly words: DrawingWords;
	/** Begins every id, so that two drawings on a page do not share theirs. */
	readonly prefix: string;
	/** `46.4 °C`; without a decimal from 100 °C on. */
	celsius(value: number): string;
	/** A name, cut where there is no room for it. */
	short(name: string, room: number): string;
	/** The ground of what is not known. */
	readonly hatch: string;
}

export function penWith(words: DrawingWords, prefix: string, clean: (text: string) => string): Pen {
	return {
		html: htmlFor(clean),
		words,
		prefix,
		celsius: (value) => `${words.number(value, value < 100 ? 1 : 0)} °C`,
		short: (name, room) => {
			const letters = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(name)];
			if (letters.length <= room) return name;
			return `${letters
				.slice(0, room - 1)
				.map(({ segment }) => segment)
				.join("")
				.trimEnd()}…`;
		},
		hatch: `url(#${prefix}-lost)`,
	};
}
