import { clashes } from "#model/decision/exclusions.ts";
import { ownKey, settingPath } from "#model/decision/own-settings.ts";
import type { Group, Settings } from "#model/decision/settings.ts";
import { type Problem, problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import * as rules from "#rules/index.ts";
import { ownIn } from "../entries/own-fields.ts";
import { isAbsurd } from "../entries/with-ids.ts";

/** Functions that are switched on together and exclude each other. On raw options with their ids. */
export function exclusionProblems(raw: unknown): readonly Problem[] {
	if (isAbsurd(raw)) return [];
	return clashes(Object.values(rules), settingsIn(raw)).map(({ key, other }) =>
		problem(settingPath(key, "enabled"), true, mend("excluded_by", { other: settingPath(other, "enabled") })),
	);
}

/** The groups that are valid, and those of places. What is wrong with the others is told by their schemas. */
function settingsIn(raw: unknown): Settings {
	const groups: Settings = Object.fromEntries(
		Object.values(rules).flatMap(({ id, options }) => {
			const parsed = options.safeParse(isRecord(raw) && Object.hasOwn(raw, id) ? raw[id] : {});
			return parsed.success ? [[id, parsed.data as Group]] : [];
		}),
	);
	const own = ownIn(raw).map((one) => [ownKey(one), { ...groups[one.rule], ...(one.values as Group) }] as const);
	return { ...groups, ...Object.fromEntries(own) };
}
