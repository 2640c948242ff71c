import type * as z from "zod";
import { clashes } from "#model/decision/exclusions.ts";
import { ruleOf } from "#model/decision/memory-key.ts";
import { isSetAt, ownKey, settingPath } from "#model/decision/own-settings.ts";
import type { Group, Override, Setting, Settings } from "#model/decision/settings.ts";
import { type Problem, problem } from "#model/findings/finding.ts";
import type { OwnSettings } from "#model/plant/plant.ts";
import { remedyOf, seenFrom } from "#model/sentences/refusal.ts";
import { inside, mend, type Sentence } from "#model/sentences/sentence.ts";
import type { AnyRule } from "./rule.ts";

export interface InForce {
	readonly settings: Settings;
	/** The overrides that still apply. The others were replaced on the options page, or are no longer valid. */
	readonly overrides: readonly Override[];
	readonly dropped: readonly Override[];
}

/** A value set at run time wins until that same field changes on the options page. */
export function inForce(
	rules: readonly AnyRule[],
	options: Settings,
	stored: readonly Override[],
	own: readonly OwnSettings[] = [],
): InForce {
	let settings = options;
	const overrides: Override[] = [];
	const touched = (o: Override) => options[o.rule]?.[o.field] !== o.replaced;
	let waiting = stored.filter((o) => !touched(o));
	// Two fields that limit each other may only be valid in one order, so refused ones are tried again after the others.
	for (let tried = -1; tried !== waiting.length; ) {
		tried = waiting.length;
		waiting = waiting.filter((override) => {
			const changed = changeSetting(rules, settings, override.rule, override.field, override.value, own);
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

/**
 * One changed field, or why it is refused: unknown, of the wrong type, out of range, or in conflict with another field. A
 * changed group has to fit wherever it applies.
 * @param key the rule's id, or `rule@place` for a field that the place has for itself
 * @param own what places have for themselves
 */
export function changeSetting(
	rules: readonly AnyRule[],
	settings: Settings,
	key: string,
	field: string,
	value: Setting,
	own: readonly OwnSettings[] = [],
): Changed {
	const refused = (remedy: Sentence): Changed => ({
		kind: "refused",
		problem: problem(settingPath(key, field), value, remedy),
	});
	const rule = rules.find((r) => r.id === ruleOf(key));
	const group = settings[key];
	if (rule === undefined || group === undefined || !Object.hasOwn(rule.options.shape, field))
		return refused(mend("no_such_setting"));
	if (!isSetAt({ own_settings: own }, key, field)) return refused(mend("no_such_setting"));
	if (group[field] === value) return { kind: "changed", settings };
	const changed = groupWith(rule, group, field, value);
	if (changed.kind === "refused") return refused(changed.why);
	let all: Settings = { ...settings, [key]: changed.group };
	for (const place of key === rule.id ? own : []) {
		const there = settings[ownKey(place)];
		if (place.rule !== rule.id || place.fields.includes(field) || there === undefined) continue;
		const merged = groupWith(rule, there, field, value);
		if (merged.kind === "refused")
			return refused(mend("not_at_place", { place: place.place, ...inside("why", merged.why) }));
		all = { ...all, [ownKey(place)]: merged.group };
	}
	const clash = value === true ? clashWith(rule.id, rules, all) : undefined;
	return clash === undefined ? { kind: "changed", settings: all } : refused(clash);
}

/** Why a function must not be switched on: one that it excludes is. */
function clashWith(id: string, rules: readonly AnyRule[], settings: Settings): Sentence | undefined {
	for (const { key, other } of clashes(rules, settings)) {
		if (ruleOf(key) === id) return mend("excluded_by", { other: settingPath(other, "enabled") });
		if (ruleOf(other) === id) return mend("excluded_by", { other: settingPath(key, "enabled") });
	}
	return undefined;
}

type With = { readonly kind: "fits"; readonly group: Group } | { readonly kind: "refused"; readonly why: Sentence };

function groupWith(rule: AnyRule, group: Group, field: string, value: Setting): With {
	const parsed = rule.options.safeParse({ ...group, [field]: value });
	if (parsed.success) return { kind: "fits", group: parsed.data as Group };
	const [issue] = parsed.error.issues;
	const said = issue === undefined ? mend("does_not_fit") : remedyOf(issue, value, unitOf(rule, field));
	// For two fields that limit each other, the schema may report the one that was not set.
	const limited = issue?.path[0];
	return { kind: "refused", why: typeof limited === "string" && limited !== field ? seenFrom(limited, said) : said };
}

/** The unit of a field with a default is inside it. */
function unitOf({ options }: AnyRule, field: string): string | undefined {
	const schema: z.ZodType | undefined = options.shape[field];
	const worn = schema?.def as { readonly innerType?: z.ZodType } | undefined;
	const unit = (worn?.innerType ?? schema)?.meta()?.["unit"];
	return typeof unit === "string" ? unit : undefined;
}
