import { ruleOf } from "#model/decision/memory-key.ts";
import type { Override } from "#model/decision/settings.ts";
import type { bind } from "../bind.ts";
import { marksIn } from "./places.ts";

/**
 * What was set at run time for a place, under the id that the same place has now.
 * @param saved the marks that were saved with the memories
 */
export function movedOverrides(
	stored: readonly Override[],
	{ instances }: ReturnType<typeof bind>,
	saved: unknown,
): readonly Override[] {
	const { keys } = marksIn(saved);
	return stored.map((override) => {
		const rule = ruleOf(override.rule);
		if (rule === override.rule) return override;
		// The memory of an only place has no place in its key.
		const mark = [override.rule, rule].map((key) => (Object.hasOwn(keys, key) ? keys[key] : undefined)).find(Boolean);
		const same = instances.filter((one) => one.rule.id === rule && one.settings !== rule && one.mark === mark);
		const [only, ...others] = same;
		return only === undefined || others.length > 0 ? override : { ...override, rule: only.settings };
	});
}
