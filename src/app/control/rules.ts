import * as checks from "#checks/index.ts";
import type { AnyRule } from "#control/rule.ts";
import * as energy from "#energy/index.ts";
import * as rules from "#rules/index.ts";

/** All rules, counters and checks of a turn. */
export const ALL_RULES: readonly AnyRule[] = [
	...Object.values(rules),
	...Object.values(energy),
	...Object.values(checks),
];
