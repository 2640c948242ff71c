import type { Language } from "./language.ts";

/** Swedish and German write a decimal comma. What rounds to nothing has no sign, and what is no number is unknown. */
export const number = (language: Language, n: number, digits: number): string => {
	if (!Number.isFinite(n)) return "?";
	const text = n.toFixed(digits).replace(/^-(?=[0.]+$)/, "");
	return decimal(language, text);
};
export const decimal = (language: Language, text: string): string =>
	language === "en" ? text : text.replace(".", ",");
