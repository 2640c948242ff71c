import type { AnyRule } from "#control/rule.ts";
import * as energy from "#energy/index.ts";
import * as rules from "#rules/index.ts";

/** Everything that has a say or a count in a turn. */
export const ALL_RULES: readonly AnyRule[] = [...Object.values(rules), ...Object.values(energy)];
