import type { AnyRule } from "./rule.ts";

/** What the rules remember, by rule id; plain data that can be saved as JSON. */
export type Memories = Readonly<Record<string, unknown>>;

/** Each rule's saved memory where it still fits, its first memory where not. */
export const remembered = (rules: readonly AnyRule[], saved: Memories): Memories =>
	Object.fromEntries(
		rules.map((rule) => {
			const old = rule.memory.safeParse(saved[rule.id] ?? {});
			return [rule.id, old.success ? old.data : rule.memory.parse({})];
		}),
	);
