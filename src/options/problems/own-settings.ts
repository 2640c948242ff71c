import type * as z from "zod";
import { type Problem, problem } from "#model/findings/finding.ts";
import { remedyOf, seenFrom } from "#model/sentences/refusal.ts";
import type { Sentence } from "#model/sentences/sentence.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import * as rules from "#rules/index.ts";
import { type Own, ownIn } from "../entries/own-fields.ts";
import { isAbsurd } from "../entries/with-ids.ts";

/** Settings of a place that contradict one another, or those of the group that apply beside them. Both are named. */
export const ownProblems = (raw: unknown): readonly Problem[] =>
	isAbsurd(raw) ? [] : ownIn(raw).flatMap((own) => contradictions(raw, own));

function contradictions(raw: unknown, own: Own): readonly Problem[] {
	const rule = Object.values(rules).find(({ id }) => id === own.rule);
	const written = isRecord(raw) && Object.hasOwn(raw, own.rule) ? raw[own.rule] : {};
	const group = rule?.options.safeParse(written);
	if (rule === undefined || group?.success !== true) return [];
	const merged = rule.options.safeParse({ ...group.data, ...own.values });
	// What is wrong with a value alone is told by the schema of the list.
	return (merged.error?.issues ?? []).flatMap((issue) => (issue.code === "custom" ? [contradiction(own, issue)] : []));
}

/** Told about a field that is written at the place, even if the rule tells it about the other one. */
function contradiction(own: Own, issue: z.core.$ZodIssue): Problem {
	const { fields, rule, list, index, values } = own;
	const told = String(issue.path[0]);
	const said = remedyOf(issue, undefined);
	const other = String(said.facts["other"]);
	const turned = !fields.includes(told) && fields.includes(other);
	const [field, against] = turned ? [other, told] : [told, other];
	const remedy = turned ? seenFrom(told, said) : said;
	return problem(`${list}[${index}].${rule}_${field}`, values[field], naming(remedy, fields, rule, against));
}

const naming = (said: Sentence, fields: readonly string[], rule: string, against: string): Sentence => ({
	code: said.code,
	facts: { ...said.facts, other: fields.includes(against) ? `${rule}_${against}` : `${rule}.${against}` },
});
