import type * as z from "zod";
import type { Group, Override, Setting, Settings } from "#model/decision/settings.ts";
import { type Problem, problem } from "#model/findings/finding.ts";
import { remedyOf, seenFrom } from "#model/sentences/refusal.ts";
import { mend } from "#model/sentences/sentence.ts";
import type { AnyRule } from "./rule.ts";

export interface InForce {
	readonly settings: Settings;
	/** The overrides that still apply. The others were replaced on the options page, or are no longer valid. */
	readonly overrides: readonly Override[];
	readonly dropped: readonly Override[];
}

/** A value set at run time wins until that same field changes on the options page. */
export function inForce(rules: readonly AnyRule[], options: Settings, stored: readonly Override[]): InForce {
	let settings = options;
	const overrides: Override[] = [];
	const touched = (o: Override) => options[o.rule]?.[o.field] !== o.replaced;
	let waiting = stored.filter((o) => !touched(o));
	// Two fields that limit each other may only be valid in one order, so refused ones are tried again after the others.
	for (let tried = -1; tried !== waiting.length; ) {
		tried = waiting.length;
		waiting = waiting.filter((override) => {
			const changed = changeSetting(rules, settings, override.rule, override.field, override.value);
			if (changed.kind === "refused") return true;
			settings = changed.settings;
			overrides.push(override);
			return false;
		});
	}
	const dropped = stored.filter((o) => !overrides.includes(o));
	return { settings, overrides, dropped };
}

export type Changed =
	| { readonly kind: "changed"; readonly settings: Settings }
	| { readonly kind: "refused"; readonly problem: Problem };

/** One changed field, or why it is refused: unknown, of the wrong type, out of range, or in conflict with another field. */
export function changeSetting(
	rules: readonly AnyRule[],
	settings: Settings,
	ruleId: string,
	field: string,
	value: Setting,
): Changed {
	const path = `${ruleId}.${field}`;
	const rule = rules.find((r) => r.id === ruleId);
	const group = settings[ruleId];
	if (rule === undefined || group === undefined || !Object.hasOwn(rule.options.shape, field))
		return { kind: "refused", problem: problem(path, value, mend("no_such_setting")) };
	if (group[field] === value) return { kind: "changed", settings };
	const parsed = rule.options.safeParse({ ...group, [field]: value });
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		const said = issue === undefined ? mend("does_not_fit") : remedyOf(issue, value, unitOf(rule, field));
		// For two fields that limit each other, the schema may report the one that was not set.
		const limited = issue?.path[0];
		const remedy = typeof limited === "string" && limited !== field ? seenFrom(limited, said) : said;
		return { kind: "refused", problem: problem(path, value, remedy) };
	}
	return { kind: "changed", settings: { ...settings, [ruleId]: parsed.data as Group } };
}

/** The unit of a field with a default is inside it. */
function unitOf({ options }: AnyRule, field: string): string | undefined {
	const schema: z.ZodType | undefined = options.shape[field];
	const worn = schema?.def as { readonly innerType?: z.ZodType } | undefined;
	const unit = (worn?.innerType ?? schema)?.meta()?.["unit"];
	return typeof unit === "string" ? unit : undefined;
}
