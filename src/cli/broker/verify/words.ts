import { type Line, lineWords } from "#broker/verify/checklist.ts";
import type { Report } from "#broker/verify/verified.ts";
import { comparison, lastChange } from "#broker/verify/verified-page.ts";
import { phrase, type Sentence, type Word } from "#model/sentences/sentence.ts";
import type { Language } from "#texts/say.ts";
import { english, wordIn } from "../change/words.ts";

/** The marks that `check` uses. */
const MARKS: Readonly<Record<Line["status"], Sentence | undefined>> = {
	ok: phrase("mark_ok"),
	fail: phrase("mark_fail"),
	not_measured: undefined,
};

function marked(status: Line["status"], word: Word): string {
	const mark = MARKS[status];
	const width = Math.max(...Object.values(MARKS).map((one) => (one === undefined ? 0 : word(one).length)));
	return (mark === undefined ? "-" : word(mark)).padEnd(width + 2);
}

const all = (word: Word, sentences: readonly Sentence[]) => sentences.map(word).join(" ");

/** A line of the guide, and its result. */
const lineText = ({ id, seen }: Line, word: Word) => `${word(lineWords(id))}: ${all(word, seen)}`;

/** A report for people. */
export const reportLines = (report: Report, word: Word): readonly string[] => [
	...report.lines.map((line) => `${marked(line.status, word)}${line.id.padEnd(13)}${lineText(line, word)}`),
	word(lastChange(report)),
	...comparison(report, word),
	word(phrase("counts_marked", report.count)),
];

/** A report for scripts and for keeping: in English, as codes with facts, and as printed. */
export function plainReport({ lines, ...about }: Report, language: Language) {
	const word = wordIn(language);
	return {
		...about,
		language,
		lines: lines.map((line) => ({
			id: line.id,
			words: english(lineWords(line.id)),
			status: line.status,
			tried: all(english, line.tried),
			seen: all(english, line.seen),
			says: { tried: line.tried, seen: line.seen },
			told: lineText(line, word),
		})),
	};
}
