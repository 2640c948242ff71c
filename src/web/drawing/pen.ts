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
	/**
	 * A name, cut where there is no room for it.
	 * @param room for so many letters of usual width
	 */
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
			let [all, fit] = [0, 0];
			for (const { segment } of letters) {
				all += widthOf(segment);
				if (all <= room - 1) fit += 1;
			}
			if (all <= room) return name;
			return `${letters
				.slice(0, fit)
				.map(({ segment }) => segment)
				.join("")
				.trimEnd()}…`;
		},
		hatch: `url(#${prefix}-lost)`,
	};
}

/** Of a letter, in those of usual width, in a wide font such as DejaVu Sans. What is not Latin, such as 漢, is about twice as wide. */
function widthOf(letter: string): number {
	if (/^[WMmw@%—]/.test(letter)) return 1.6;
	if (/^[ijlI.,:;'|! ftr()[\]-]/.test(letter)) return 0.65;
	if (/^\p{Lu}/u.test(letter)) return 1.2;
	return (letter.codePointAt(0) ?? 0) < LATIN_TO_CYRILLIC ? 1 : 1.7;
}
/** Latin, Greek and Cyrillic letters are before this one. */
const LATIN_TO_CYRILLIC = 0x500;
