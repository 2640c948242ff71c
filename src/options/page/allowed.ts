import type { Json } from "./addon-schema.ts";

interface Words {
	readonly allowed: string;
	readonly initial: string;
	readonly between: (min: string, max: string) => string;
	readonly least: (min: string) => string;
	readonly most: (max: string) => string;
	readonly comma: boolean;
}
const WORDS = {
	en: {
		allowed: "Allowed:",
		initial: "default",
		between: (min, max) => `${min} to ${max}`,
		least: (min) => `${min} or more`,
		most: (max) => `at most ${max}`,
		comma: false,
	},
	sv: {
		allowed: "Tillåtet:",
		initial: "förval",
		between: (min, max) => `${min} till ${max}`,
		least: (min) => `minst ${min}`,
		most: (max) => `högst ${max}`,
		comma: true,
	},
	de: {
		allowed: "Erlaubt:",
		initial: "Vorgabe",
		between: (min, max) => `${min} bis ${max}`,
		least: (min) => `mindestens ${min}`,
		most: (max) => `höchstens ${max}`,
		comma: true,
	},
} as const satisfies Readonly<Record<string, Words>>;
export type PageLanguage = keyof typeof WORDS;

/**
 * What the form cannot show: the range and the default of a field, as the last sentence of its description. `Allowed: 1 to
 * 40 K; default 8 K.` Empty if there is nothing to say.
 */
export function allowed(json: Json, language: PageLanguage): string {
	const words: Words = WORDS[language];
	const range = rangeIn(json, words);
	const initial = json.properties ? undefined : initialIn(json, words);
	if (range === undefined) return initial === undefined ? "" : `${capital(words.initial)}: ${initial}.`;
	return `${words.allowed} ${range}${initial === undefined ? "" : `; ${words.initial} ${initial}`}.`;
}

function rangeIn({ minimum, maximum, maxItems, unit }: Json, words: Words): string | undefined {
	if (maxItems !== undefined) return words.most(String(maxItems));
	const measured = (n: number) => quantity(n, unit, words);
	if (minimum !== undefined && maximum !== undefined) return words.between(numeral(minimum, words), measured(maximum));
	if (minimum !== undefined) return words.least(measured(minimum));
	return maximum === undefined ? undefined : words.most(measured(maximum));
}

/** A switch shows its default, and an empty text has none worth naming. */
function initialIn(json: Json, words: Words): string | undefined {
	if (typeof json.default === "number") return quantity(json.default, json.unit, words);
	return typeof json.default === "string" && json.default !== "" ? json.default : undefined;
}

const quantity = (n: number, unit: string | undefined, words: Words) =>
	`${numeral(n, words)}${unit === undefined ? "" : `${unit === "°" ? "" : " "}${unit}`}`;
const numeral = (n: number, { comma }: Words) => {
	const text = String(n).replace("-", "−");
	return comma ? text.replace(".", ",") : text;
};
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
