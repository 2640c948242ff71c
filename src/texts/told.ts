import { ALERT_KINDS } from "#model/findings/alert.ts";
import type { Finding } from "#model/findings/finding.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { alertWords } from "./alert.ts";
import { explained } from "./failure.ts";
import { known, type Language, say, sayAny, spoken, whole } from "./say.ts";

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

/** What a notice says, or a finding that is no proof's. */
export const told = (language: Language, section: "finding" | "notice", code: string, facts: Facts): string =>
	sayAny(language, section, code, { ...facts, ...madeOf(language, code, facts) });

/** The same, or nothing if the code is not known here or lacks facts, as one of another version may. */
export const toldWhole = (
	language: Language,
	section: "finding" | "notice",
	code: string,
	facts: Facts,
): string | undefined =>
	whole(section, code, { ...facts, ...madeOf(language, code, facts) })
		? told(language, section, code, facts)
		: undefined;

/** What only a text asks for. */
function madeOf(language: Language, code: string, facts: Facts): Facts {
	const { happened = "", cause = "", remedy = "" } = wordsOf(language, code, facts);
	const user =
		facts["anonymous"] === true || facts["user"] === "" ? { user: say(language, "broken", "anonymous") } : {};
	switch (code) {
		case "broker_alert":
			return { happened, advice: remedy };
		case "broker":
			return { ...user, state: stateWord(language, facts) };
		case "mqtt_failed":
			return { ...user, title: titleOf(facts), explained: cause, seen: detailIn(language, facts), advice: remedy };
		default:
			return user;
	}
}

const detailIn = (language: Language, { detail }: Facts): string =>
	detail === undefined ? "" : ` (${sayAny(language, "detail", String(detail))})`;

function stateWord(language: Language, { family, state = "" }: Facts): string {
	const key = `broker_${family ?? state}`;
	return known("page", key) ? sayAny(language, "page", key) : String(state);
}

type Coded = Pick<Finding, "code" | "facts" | "says" | "mend">;

/** What a finding says. */
export function findingText(language: Language, found: Coded): string {
	const { code, facts } = found;
	const { message, remedy } = proofWords(language, found);
	if (message === undefined) return told(language, "finding", code, facts);
	return remedy === "" ? message : `${message} ${remedy}`;
}

/** What a proof saw, and what to do, each as running text; nothing for another finding. */
export const proofWords = (language: Language, { says, mend = [] }: Pick<Finding, "says" | "mend">) =>
	says === undefined ? {} : { message: spoken(language, says), remedy: spoken(language, mend) };

/** The words that a finding has beside its codes. */
export function findingWords(language: Language, found: Coded): Facts {
	if (found.says === undefined) return wordsOf(language, found.code, found.facts);
	return { ...proofWords(language, found), text: findingText(language, found) };
}

/** The facts of a finding with its words among them. */
export const toldFacts = (language: Language, found: Coded): Facts => ({
	...found.facts,
	...findingWords(language, found),
	text: findingText(language, found),
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
