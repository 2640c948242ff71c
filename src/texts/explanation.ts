import {
	type Change,
	type Compared,
	type Condition,
	type Explanation,
	flipsAtLimit,
	marginOf,
	overLimit,
} from "#model/decision/condition.ts";
import { number } from "./number.ts";
import { type Language, say, sayAny, timeText } from "./say.ts";

/** What of an output makes the verbs: a valve switches over, all else starts and stops. */
export interface Driving {
	readonly role: string;
}

/** An explanation as plain data with sentences. */
export interface ToldExplanation {
	readonly rule?: string;
	readonly at?: string;
	readonly conditions: readonly ToldCondition[];
	readonly changes: readonly ToldChange[];
}
export type ToldCondition = Condition & { readonly margin?: number; readonly text: string };
export type ToldChange = Omit<Change, "condition"> & { readonly condition: ToldCondition; readonly text: string };

/** With sentences in a language. What already has sentences gets new ones. */
export const toldExplanation = (
	{ rule, at, conditions, changes }: Explanation,
	output: Driving,
	language: Language,
): ToldExplanation => ({
	...(rule !== undefined && { rule }),
	...(at !== undefined && { at }),
	conditions: conditions.map((one) => toldCondition(one, language)),
	changes: unlike(changes).map((one) => ({
		...one,
		condition: toldCondition(one.condition, language),
		text: changeText(one, output, language),
	})),
});

/** Of changes that read the same, such as one for each of two fields, the nearest. */
function unlike(changes: readonly Change[]): readonly Change[] {
	const said = new Set<string>();
	return changes.filter(({ to, condition: { what, ...limit } }) => {
		const key = JSON.stringify([to > 0, what, limit.is, limit.is === "so" ? limit.met : limit.limit]);
		return !said.has(key) && said.add(key);
	});
}

const toldCondition = (condition: Condition, language: Language): ToldCondition => ({
	...condition,
	...(condition.is !== "so" && { margin: rounded(marginOf(condition)) }),
	text: conditionText(condition, language),
});
const rounded = (n: number) => Math.round(n * 1000) / 1000;

/** `The temperature difference: 12.3 K, 8.3 K above the limit of 4 K`. */
export function conditionText(condition: Condition, language: Language): string {
	const what = sayAny(language, "condition", condition.what);
	if (condition.is === "so") return capital(say(language, "explanation", condition.met ? "yes" : "no", { what }));
	const { value, limit, unit } = condition;
	const facts = {
		what,
		value: inUnit(value, unit, language),
		limit: inUnit(limit, unit, language),
		margin: inUnit(marginOf(condition), unit === "°C" ? "K" : unit, language),
	};
	return capital(say(language, "explanation", value > limit ? "higher" : value < limit ? "lower" : "at_limit", facts));
}

/** `It stops when the temperature difference falls to 4 K, in about 25 min.` */
export function changeText(
	change: Pick<Change, "to" | "condition" | "in">,
	{ role }: Driving,
	language: Language,
): string {
	const { to, condition } = change;
	const what = sayAny(language, "condition", condition.what);
	const verb = role === "valve" ? "switches" : to > 0 ? "starts" : "stops";
	const when = whenText(condition, what, change.in, language);
	return say(language, "explanation", verb, { when });
}

function whenText(condition: Condition, what: string, wait: number | undefined, language: Language): string {
	if (condition.is === "so") return say(language, "explanation", condition.met ? "ceases" : "becomes", { what });
	if (condition.unit === "s" && wait !== undefined)
		return say(language, "explanation", "passes", { in: roughly(wait) });
	const facts = { what, limit: inUnit(condition.limit, condition.unit, language) };
	const when = say(language, "explanation", movement(condition), facts);
	return wait === undefined ? when : say(language, "explanation", "about", { when, in: roughly(wait) });
}

const movement = (condition: Compared) =>
	overLimit(condition)
		? flipsAtLimit(condition)
			? "rises_to"
			: "rises_above"
		: flipsAtLimit(condition)
			? "falls_to"
			: "falls_below";

/** As exact as a forecast by the last minutes can be: minutes, from ten on five, from an hour and a half on half hours. */
export function roughly(seconds: number): number {
	const step = seconds < 60 ? 10 : seconds < 600 ? 60 : seconds < 5400 ? 300 : 1800;
	return Math.max(step, Math.round(seconds / step) * step);
}

function inUnit(value: number, unit: string, language: Language): string {
	if (unit === "s") return timeText(language, Math.abs(value));
	if (unit === "price") return number(language, value, 2);
	const text = number(language, value, Number.isInteger(value) ? 0 : 1);
	return unit === "" ? text : `${text} ${unit}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
