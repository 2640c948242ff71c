import type { Bound } from "./bind.ts";

/** Memories of the rules, by rule id or `rule@place`. Plain data that can be saved as JSON. */
export type Memories = Readonly<Record<string, unknown>>;

/** Each rule's saved memory if it is valid, otherwise its initial memory. A rule that rests loses its memory. */
export const remembered = ({ instances, resting }: Pick<Bound, "instances" | "resting">, saved: Memories): Memories =>
	Object.fromEntries([
		...instances.map(({ rule: { memory }, key }) => {
			const old = memory.safeParse(saved[key] ?? {});
			return [key, old.success ? old.data : memory.parse({})];
		}),
		...resting.map(({ rule: { memory }, key }) => [key, memory.parse({})]),
	]);
