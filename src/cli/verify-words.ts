import { type Line, lineWords } from "#broker/checklist.ts";
import type { Report } from "#broker/verified.ts";
import { comparison, lastChange } from "#broker/verified-page.ts";
import { phrase, type Sentence, type Word } from "#model/sentence.ts";
import type { Language } from "#texts/say.ts";
import { english, wordIn } from "./broker-words.ts";

/** As `check` marks its steps. */
const MARKS: Readonly<Record<Line["status"], string>> = { ok: "ok", fail: "FAIL", not_measured: "-" };

const all = (word: Word, sentences: readonly Sentence[]) => sentences.map(word).join(" ");

/** What a line of the guide says, and what was seen of it. */
const lineText = ({ id, seen }: Line, word: Word) => `${word(lineWords(id))}: ${all(word, seen)}`;

/** A report for people. */
export const reportLines = (report: Report, word: Word): readonly string[] => [
	...report.lines.map((line) => `${MARKS[line.status].padEnd(6)}${line.id.padEnd(13)}${lineText(line, word)}`),
	word(lastChange(report)),
	...comparison(report, word),
	word(phrase("counts_marked", report.count)),
];

/** A report for scripts, and to be kept: in English, as codes with facts, and as it was printed. */
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
