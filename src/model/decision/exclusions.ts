import { ruleOf } from "./memory-key.ts";
import type { Settings } from "./settings.ts";

interface Excluding {
	readonly id: string;
	readonly excludes?: readonly string[];
}

/** Two functions that are switched on, by the keys of their settings, and must not be together. */
export interface Clash {
	readonly key: string;
	readonly other: string;
}

/** Functions that exclude each other and are both switched on at some place. */
export function clashes(rules: readonly Excluding[], settings: Settings): readonly Clash[] {
	const on = Object.keys(settings).filter((key) => settings[key]?.["enabled"] === true);
	return on.flatMap((key) => {
		const excluded = rules.find(({ id }) => id === ruleOf(key))?.excludes ?? [];
		return on
			.filter((other) => excluded.includes(ruleOf(other)) && meet(placeOf(key), placeOf(other)))
			.map((other) => ({ key, other }));
	});
}

/** Settings of two different places do not meet. Those of a group apply at every place that has none of its own. */
const meet = (here: string, there: string): boolean => here === there || here === "" || there === "";
const placeOf = (key: string): string => key.slice(ruleOf(key).length);
