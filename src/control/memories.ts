import type { Bound } from "./bind.ts";

/** What the rules remember, by rule id or `rule@place`; plain data that can be saved as JSON. */
export type Memories = Readonly<Record<string, unknown>>;

/** Each rule's saved memory where it still fits, its first memory where not. Where a rule rests it forgets. */
export const remembered = ({ instances, resting }: Pick<Bound, "instances" | "resting">, saved: Memories): Memories =>
	Object.fromEntries([
		...instances.map(({ rule: { memory }, key }) => {
			const old = memory.safeParse(saved[key] ?? {});
			return [key, old.success ? old.data : memory.parse({})];
		}),
		...resting.map(({ rule: { memory }, key }) => [key, memory.parse({})]),
	]);
