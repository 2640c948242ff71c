import { emptyPlant } from "#model/plant/plant.ts";
import type { Tell } from "#model/sentences/notice.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import { createLog, type Log, type LogOptions } from "#runtime/log/log.ts";
import { WINDOW } from "#runtime/log/log-line.ts";
import { type Redact, redactor } from "#runtime/log/redact.ts";
import { type Language, say } from "#texts/say.ts";
import { wordsOf } from "#texts/told.ts";
import { noticeText } from "./beside/notice-text.ts";
import { languageOf, type Sourced } from "./login/source.ts";
import type { Spoken } from "./trail/trail.ts";

export interface CommandLog {
	readonly log: Log;
	readonly tell: Tell;
	readonly redact: Redact;
	readonly language: Language;
	readonly spoken: Spoken;
}

/** The log of a running command, in the language of the house: lines for people, or JSON. */
export function logOf(
	sourced: Sourced,
	json: boolean,
	out: NodeJS.WritableStream,
	after: Promise<unknown>,
): CommandLog {
	const options = sourced.parsed.kind === "valid" ? sourced.parsed.options : undefined;
	const language = languageOf(sourced);
	const plant = options === undefined ? emptyPlant() : plantOf(options);
	const redact = redactor(() => sourced.secrets);
	const base: LogOptions = {
		level: options?.log_level ?? "info",
		json,
		out,
		redact,
		date: () => new Date(),
		say: (line) => noticeText(language, plant, line),
		again: (text, count) => say(language, "broken", "repeated", { text, count, seconds: WINDOW }),
		words: ({ code, facts }) => wordsOf(language, code, facts),
		after,
	};
	const log = createLog(base);
	const spoken: Spoken = {
		text: (notice) => noticeText(language, plant, notice),
		words: ({ code, facts }) => wordsOf("en", code, facts),
	};
	return { log, tell: (notice) => log.tell(notice), redact, language, spoken };
}
