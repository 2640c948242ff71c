import { emptyPlant, type Plant } from "#model/plant/plant.ts";
import type { Facts } from "#model/sentences/facts.ts";
import type { Notice, Tell } from "#model/sentences/notice.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import { createLog, type Log, type LogOptions } from "#runtime/log/log.ts";
import { WINDOW } from "#runtime/log/log-line.ts";
import { type Redact, redactor } from "#runtime/log/redact.ts";
import { named, reasonText } from "#texts/names.ts";
import { known, type Language, say } from "#texts/say.ts";
import { stateText } from "#texts/states.ts";
import { told, wordsOf } from "#texts/told.ts";
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
		say: (line) => sentence(language, plant, line),
		again: (text, count) => say(language, "broken", "repeated", { text, count, seconds: WINDOW }),
		words: ({ code, facts }) => wordsOf(language, code, facts),
		after,
	};
	const log = createLog(base);
	const spoken: Spoken = {
		text: (notice) => sentence(language, plant, notice),
		words: ({ code, facts }) => wordsOf("en", code, facts),
	};
	return { log, tell: (notice) => log.tell(notice), redact, language, spoken };
}

/** The text of a notice, with the names that people know. For an output it includes the reason. */
function sentence(
	language: Language,
	plant: Plant,
	{ code, facts }: Pick<Notice, "code" | "facts">,
): string | undefined {
	if (!known("notice", code)) return undefined;
	const reason = facts["reason"];
	const why =
		typeof reason === "string" && known("reason", reason)
			? { why: reasonText(plant, { code: reason, facts }, language) }
			: {};
	return told(language, "notice", code, {
		...named(plant, facts, language),
		...why,
		...valveState(plant, facts, language),
	});
}

/** Where a valve leads, as its position alone says nothing. */
function valveState(plant: Plant, { output: id, percent }: Facts, language: Language) {
	const valve = plant.outputs.find((output) => output.id === id && output.role === "valve");
	return valve === undefined || typeof percent !== "number"
		? {}
		: { state: stateText(plant, valve, percent, language) };
}
