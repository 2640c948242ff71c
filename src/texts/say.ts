import type { Problem } from "#model/findings/finding.ts";
import type { Facts, With } from "#model/sentences/facts.ts";
import type { Sentence } from "#model/sentences/sentence.ts";
import type { Asked, Key, Section } from "#words/keys.ts";
import { type Language, textsIn } from "./language.ts";
import { decimal, number } from "./number.ts";
import { quantityIn, valueText } from "./value.ts";

export { LANGUAGES, type Language } from "./language.ts";

/** Whether there is a text of this key. */
export const known = <S extends Section>(section: S, key: string): key is Key<S> =>
	Object.hasOwn(textsIn("en")[section], key);
/** Every key of a section. */
export const keysOf = (section: Section): readonly string[] => Object.keys(textsIn("en")[section]);

/** The sentence of a key with the facts that its text asks for, in this language. */
export const say = <S extends Section, K extends Key<S>>(
	language: Language,
	section: S,
	key: K,
	...[facts]: Needed<S, K>
): string => sayAny(language, section, key, facts);
/** The facts of one key. Of several keys each may ask for its own: there any facts will do, but some have to be given. */
export type Needed<S extends Section, K extends Key<S>> =
	true extends OneOf<K> ? ([Asked<S, K>] extends [never] ? [facts?: Facts] : [facts: Facts]) : With<S, K>;
type OneOf<K, Each = K> = K extends unknown ? ([Each] extends [K] ? false : true) : never;
/** The same of a code that comes from elsewhere; the code itself where there is no text. */
export const sayAny = (language: Language, section: Section, code: string, facts: Facts = {}): string =>
	sayFrom(textsIn(language)[section], language, code, facts);

/** The same, of texts that only some commands carry. */
export function sayFrom(
	texts: Readonly<Record<string, string>>,
	language: Language,
	key: string,
	facts: Facts = {},
): string {
	// Own keys only: a code called `constructor` is no text.
	const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
	if (text === undefined) return key;
	return text.replace(PLACEHOLDER, (_, name: string, form: string | undefined) => shown(language, facts, name, form));
}

/** `{fact}` or `{fact:form}`. */
const PLACEHOLDER = /\{(\w+)(?::([^}]+))?\}/g;

/** Whether the text of this code is known, and has all facts that it asks for. Those of another version may lack some. */
export const whole = (section: Section, code: string, facts: Facts): boolean => {
	const texts: Readonly<Record<string, string>> = textsIn("en")[section];
	if (!known(section, code)) return false;
	return [...(texts[code] ?? "").matchAll(PLACEHOLDER)].every(([, name = "", form = ""]) => {
		const fact = facts[name];
		if (fact === undefined) return false;
		const inner = form as Section;
		return !Object.hasOwn(textsIn("en"), inner) || !known(inner, String(fact)) || whole(inner, String(fact), facts);
	});
};

/** What a proof says, as running text. The same kind of sentence again is a list, an item a line. */
export const spoken = (language: Language, words: readonly Sentence[]): string =>
	words.reduce((before, { code, facts }, nth) => {
		const listed = [words[nth - 1]?.code, words[nth + 1]?.code].includes(code);
		const gap = nth === 0 ? "" : listed ? "\n" : " ";
		return `${before}${gap}${sayAny(language, "proof", code, facts)}`;
	}, "");

/** A bad option or command as people read it, with its code and facts for scripts. */
export interface ToldProblem {
	readonly path: string;
	readonly value: string;
	readonly remedy: string;
	readonly code: string;
	readonly facts: Facts;
}
export function toldProblem(language: Language, { path, value, remedy }: Problem): ToldProblem {
	const { code, facts } = remedy;
	const said = ({ code, facts }: Sentence) => sayAny(language, "problem", code, facts);
	return { path, value: typeof value === "string" ? value : said(value), remedy: said(remedy), code, facts };
}

function shown(language: Language, facts: Facts, name: string, form: string | undefined): string {
	const fact = facts[name];
	if (form === "measured") return measured(language, Number(fact), facts["unit"]);
	if (form === "id" && fact !== undefined) return String(facts[`${name}_name`] ?? readable(String(fact)));
	return fact === undefined ? "?" : formed(language, fact, form, facts);
}

function formed(language: Language, fact: Facts[string], form: string | undefined, facts: Facts): string {
	if (form === undefined)
		return typeof fact === "number" ? number(language, fact, Number.isInteger(fact) ? 0 : 1) : String(fact);
	// All the digits that it comes with.
	if (form === "exact") return decimal(language, String(fact));
	// In the unit of the quantity that the facts name.
	if (form === "value") return valueText(language, Number(fact), quantityIn(facts["quantity"]));
	if (form === "time") return timeText(language, Number(fact));
	if (form === "K" || form === "°C") return `${number(language, Number(fact), 1)} ${form}`;
	return Object.hasOwn(textsIn(language), form) ? sayAny(language, form as Section, String(fact), facts) : String(fact);
}

/** With the unit that it comes with, if it does. */
const measured = (language: Language, n: number, unit: Facts[string] | undefined) => {
	const text = number(language, n, Number.isInteger(n) ? 0 : 1);
	return unit === undefined ? text : `${text}${unit === "°" ? "" : " "}${unit}`;
};

/** A duration as people read it. */
export function timeText(language: Language, seconds: number): string {
	if (!Number.isFinite(seconds)) return "?";
	if (seconds < 90) return `${Math.ceil(seconds)} s`;
	if (seconds < 5400) return `${Math.ceil(seconds / 60)} min`;
	return `${number(language, seconds / 3600, 1)} h`;
}

/** `tank_140` reads as "Tank 140". */
export const readable = (id: string) => id.charAt(0).toUpperCase() + id.slice(1).replaceAll("_", " ");
