import { ALERT_KINDS } from "#model/findings/alert.ts";
import type { Finding } from "#model/findings/finding.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { alertWords } from "./alert.ts";
import { explained } from "./failure.ts";
import { type Language, sayAny, whole } from "./say.ts";

/**
 * The words that a notice or finding has beside its codes, under the names by which log, entities and page have always
 * shown them: of a bad option or command `value` and `remedy`, of a failure at the broker `cause` and `remedy`, of an alert
 * what happened, what it means and what to do.
 */
export function wordsOf(language: Language, code: string, facts: Facts): Facts {
	const { problem, value } = facts;
	if (typeof problem === "string")
		return {
			// What was found is a code of ours, or stands there as it was written.
			...(value !== undefined && { value: sayAny(language, "problem", String(value), facts) }),
			remedy: sayAny(language, "problem", problem, facts),
		};
	if (code === "mqtt_failed") return failureWords(language, facts);
	const kind = ALERT_KINDS.find((one) => one === facts["kind"]);
	return code === "broker_alert" && kind !== undefined ? { ...alertWords(language, { ...facts, kind }) } : {};
}

/** What a finding or a notice says. That of a proof brings its sentence along, as a fact `text`. */
export const told = (language: Language, section: "finding" | "notice", code: string, facts: Facts): string =>
	typeof facts["text"] === "string"
		? facts["text"]
		: sayAny(language, section, code, { ...facts, ...madeOf(code, facts, wordsOf(language, code, facts)) });

/** The same, or nothing if the code is not known here or lacks facts, as one of another version may. */
export const toldWhole = (
	language: Language,
	section: "finding" | "notice",
	code: string,
	facts: Facts,
): string | undefined =>
	typeof facts["text"] === "string" ||
	whole(section, code, { ...facts, ...madeOf(code, facts, wordsOf(language, code, facts)) })
		? told(language, section, code, facts)
		: undefined;

/** What only a text asks for. */
function madeOf(code: string, facts: Facts, { happened = "", cause = "", remedy = "" }: Facts): Facts {
	const { detail } = facts;
	if (code === "broker_alert") return { happened, advice: remedy };
	if (code !== "mqtt_failed") return {};
	return { title: titleOf(facts), explained: cause, seen: detail === undefined ? "" : ` (${detail})`, advice: remedy };
}

/** The facts of a finding with its words among them. */
export const toldFacts = (language: Language, { code, facts }: Pick<Finding, "code" | "facts">): Facts => ({
	...facts,
	...wordsOf(language, code, facts),
	text: told(language, "finding", code, facts),
});

function failureWords(language: Language, facts: Facts): Facts {
	const words = explained(language, facts["class"]);
	return facts["flaw"] === undefined ? words : { ...words, cause: sayAny(language, "broken", "option", facts) };
}

/** How a line on the broker's connection begins: in the same words in every house, as owners search their log for them. */
function titleOf({ class: failure, field, action, topic }: Facts): string {
	if (field !== undefined) return "MQTT Not Connecting";
	if (topic === undefined) return "MQTT Connection Failed";
	return failure === "acl-denied" ? `MQTT May Not ${action} ${topic}` : `MQTT Message Refused ${topic}`;
}
