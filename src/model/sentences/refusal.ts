import type { Key } from "#words/keys.ts";
import type { Facts, With } from "./facts.ts";
import { mend, type Sentence } from "./sentence.ts";

/** How a field refuses in our words: `.refine(test, { path, ...refusedWith("above_other", { other: "target" }) })`, `.regex(ID, refusedWith("id_form"))`. */
export const refusedWith = <K extends Key<"problem">>(code: K, ...[facts = {}]: With<"problem", K>) => ({
	error: code,
	params: facts,
});

/** The parts of zod's issues that are used. Its English messages are not. */
export interface Issue {
	readonly code: string;
	readonly message: string;
	readonly expected?: string;
	readonly origin?: string;
	readonly minimum?: number | bigint;
	readonly maximum?: number | bigint;
	readonly values?: readonly unknown[];
	readonly params?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * What to do about an issue of a field, as a code with facts.
 * @param found the value found
 * @param unit of the field, if it has one
 */
export function remedyOf(issue: Issue, found: unknown, unit?: string): Sentence {
	const { code, message, expected = "", origin, minimum = 0, maximum = 0, values = [], params = {} } = issue;
	const measured = unit === undefined ? {} : { unit };
	switch (code) {
		case "invalid_type":
			if (found === undefined) return mend("missing", { kind: expected });
			if (typeof found === "number" && !Number.isFinite(found)) return mend("does_not_fit");
			return (
				(expected === "number" || expected === "int" ? numberInText(found, unit) : undefined) ??
				mend("wrong_kind", { kind: expected, got: kindOf(found) })
			);
		case "too_small":
			return origin === "string" ? mend("empty") : mend("too_small", { min: Number(minimum), ...measured });
		case "too_big":
			if (origin === "string") return mend("too_long", { max: Number(maximum) });
			return origin === "array"
				? mend("too_many", { max: Number(maximum) })
				: mend("too_big", { max: Number(maximum), ...measured });
		case "invalid_value":
			return mend("no_choice", { choices: values.join(", ") });
		default:
			// Facts, as they come from `refusedWith`.
			return OURS.test(message) ? { code: message, facts: params as Facts } : mend("does_not_fit");
	}
}

/** A remedy for `other`, reversed for the field that limits it and was set. */
export function seenFrom(other: string, said: Sentence): Sentence {
	switch (said.code) {
		case "below_other":
			return mend("above_other", { other });
		case "above_other":
			return mend("below_other", { other });
		case "below_other_by":
			return mend("above_other_by", { other, by: said.facts["by"] ?? 0 });
		default:
			return said;
	}
}

/** As people write a number: `8,5`, `8.5 K`, `-3°C`. */
const WRITTEN = /^\s*(?<whole>[-+\u2212]?\d{1,9})(?:[.,](?<part>\d{1,6}))?\s*(?<unit>[^\s\d.,][^\d.,]{0,11})?$/;

/** What to do about a number that is written as a text. With another unit it is no number of this field. */
function numberInText(found: unknown, unit: string | undefined): Sentence | undefined {
	const { whole, part, unit: given } = (typeof found === "string" ? WRITTEN.exec(found)?.groups : undefined) ?? {};
	if (whole === undefined) return undefined;
	if (given !== undefined && given.trim() !== unit)
		return unit === undefined ? mend("number_alone") : mend("number_in", { unit });
	const number = `${whole.replace("\u2212", "-").replace("+", "")}${part === undefined ? "" : `.${part}`}`;
	return mend("number_so", { number });
}

/** A code, not a sentence. */
const OURS = /^[a-z][a-z_]*$/;

const kindOf = (found: unknown): string =>
	Array.isArray(found) ? "array" : found === null ? "null" : Number.isInteger(found) ? "int" : typeof found;
