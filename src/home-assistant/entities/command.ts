import { PAYLOAD_OFF, PAYLOAD_ON, PAYLOAD_PRESS } from "ha-mqtt-discovery";
import type { Intent } from "#model/decision/intent.ts";
import { type Finding, finding, type Problem, problem } from "#model/findings/finding.ts";
import { problemFacts } from "#model/findings/problem-facts.ts";
import { type Percent, percent } from "#model/quantities/units.ts";
import { type Notice, notice } from "#model/sentences/notice.ts";
import { mend } from "#model/sentences/sentence.ts";

/** A number as Home Assistant writes it. In a house with °F it is converted: up to 17 digits, and an exponent near zero. */
const NUMBER = /^-?\d{1,9}(?:\.\d{1,40})?(?:e-\d{1,3})?$/;

export interface Grid {
	readonly min: number;
	readonly max: number;
	readonly step: number;
}

/** The number in a command, rounded to its step, or why it is invalid. Control refuses one out of range. */
export function numberIn(
	path: string,
	payload: string,
	grid: Grid,
	intent: (value: number) => Intent,
): Intent | Problem {
	if (!NUMBER.test(payload)) return problem(path, payload, mend("send_number"));
	return intent(onGrid(Number(payload), grid));
}

/** The level in a command as it is written. Control refuses one that the output does not have. */
export const levelIn = (path: string, payload: string, intent: (level: Percent) => Intent): Intent | Problem =>
	NUMBER.test(payload) ? intent(percent(Number(payload))) : problem(path, payload, mend("send_number"));

/** Home Assistant rounds converted limits outwards, so up to half a step beyond them is accepted. */
function onGrid(value: number, { min, max, step }: Grid): number {
	if (value <= min - step / 2 || value >= max + step / 2) return value;
	const steps = Math.round(Math.min(Math.max(value, min), max) / step);
	return Math.min(Math.max(exactly(steps * step), min), max);
}

/** Removes rounding errors: 3 × 0.1 is 0.3. */
const exactly = (value: number) => Number(value.toFixed(9));

/** Accepts exactly ON or OFF. */
export function switchIn(path: string, payload: string, intent: (on: boolean) => Intent): Intent | Problem {
	if (payload === PAYLOAD_ON) return intent(true);
	if (payload === PAYLOAD_OFF) return intent(false);
	return problem(path, payload, mend("send_switch", { on: PAYLOAD_ON, off: PAYLOAD_OFF }));
}

export function pressIn(path: string, payload: string, intent: Intent): Intent | Problem {
	return payload === PAYLOAD_PRESS ? intent : problem(path, payload, mend("send_press", { press: PAYLOAD_PRESS }));
}

export function choiceIn<T extends string, I extends Intent | readonly Intent[]>(
	path: string,
	payload: string,
	choices: readonly T[],
	intent: (choice: T) => I,
): I | Problem {
	const choice = choices.find((c) => c === payload);
	return choice === undefined
		? problem(path, payload, mend("send_choice", { choices: choices.join(", ") }))
		: intent(choice);
}

/** The log entry for a refused command. */
export const refusal = (refused: Problem): Notice => notice("warning", "intent_refused", problemFacts(refused));

/** What Home Assistant is told about it, each with a number of its own. */
export const refusalFinding = (nth: number, refused: Problem): Finding =>
	finding("info", "command_refused", { ...problemFacts(refused), nth });

export const isProblem = (answer: Intent | readonly Intent[] | Problem): answer is Problem => "remedy" in answer;
