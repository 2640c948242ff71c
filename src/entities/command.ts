import { PAYLOAD_OFF, PAYLOAD_ON, PAYLOAD_PRESS } from "#ha-mqtt-discovery/payloads.ts";
import { type Notice, notice } from "#model/decision.ts";
import { type Problem, problem } from "#model/finding.ts";
import type { Intent } from "#model/intent.ts";
import { mend } from "#model/sentence.ts";
import { type Language, toldProblem } from "#texts/say.ts";

/** A number as Home Assistant writes it: no exponent, no sign but minus, no space, not too long to be meant. */
const NUMBER = /^-?\d{1,9}(?:\.\d{1,6})?$/;

/** The number in a command, or why it is none. The range is the setting's own affair. */
export function numberIn(path: string, payload: string, intent: (value: number) => Intent): Intent | Problem {
	if (!NUMBER.test(payload)) return problem(path, payload, mend("send_number"));
	return intent(Number(payload));
}

/** Exactly ON or OFF. */
export function switchIn(path: string, payload: string, intent: (on: boolean) => Intent): Intent | Problem {
	if (payload === PAYLOAD_ON) return intent(true);
	if (payload === PAYLOAD_OFF) return intent(false);
	return problem(path, payload, mend("send_switch", { on: PAYLOAD_ON, off: PAYLOAD_OFF }));
}

export function pressIn(path: string, payload: string, intent: Intent): Intent | Problem {
	return payload === PAYLOAD_PRESS ? intent : problem(path, payload, mend("send_press", { press: PAYLOAD_PRESS }));
}

export function choiceIn<T extends string>(
	path: string,
	payload: string,
	choices: readonly T[],
	intent: (choice: T) => Intent,
): Intent | Problem {
	const choice = choices.find((c) => c === payload);
	return choice === undefined
		? problem(path, payload, mend("send_choice", { choices: choices.join(", ") }))
		: intent(choice);
}

/** What the log says of a command that was refused. */
export const refusal = (refused: Problem, language: Language): Notice => {
	const { path, value, remedy, code, facts } = toldProblem(language, refused);
	return notice("warning", "intent_refused", { ...facts, problem: code, path, value, remedy });
};

export const isProblem = (answer: Intent | Problem): answer is Problem => "remedy" in answer;
