import { KINDS, type Quantity } from "#model/quantities/quantity.ts";
import { type Language, textsIn } from "./language.ts";
import { number } from "./number.ts";

/** What a sensor measures as people read it, with its unit: `57.9 °C`, `3,5 L/min`, `1.20 bar`, `open`. */
export function valueText(language: Language, value: number, quantity: Quantity): string {
	if (quantity === "contact") return textsIn(language).contact[value >= 0.5 ? "closed" : "open"];
	const { unit, digits } = KINDS[quantity];
	const text = number(language, value, digits);
	return unit === "" ? text : `${text} ${unit}`;
}

/** The quantity that a fact names. Facts about temperatures do not name theirs. */
export const quantityIn = (fact: unknown): Quantity =>
	typeof fact === "string" && Object.hasOwn(KINDS, fact) ? (fact as Quantity) : "temperature";
