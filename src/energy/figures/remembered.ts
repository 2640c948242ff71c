import type * as z from "zod";
import { memoryAt } from "#model/decision/memory-key.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";

/** While the store cannot be read, what was counted before is not known, and a count from 0 on is none. */
const UNREAD: ReadonlySet<string> = new Set(["store_awaited", "store_unread"]);
export const isCounted = ({ findings }: Snapshot): boolean => !findings.some(({ code }) => UNREAD.has(code));

/** What a counter remembers of a place; undefined where it does not run. */
export function rememberedAt<M extends z.ZodObject>(
	{ memories }: Snapshot,
	counter: { readonly id: string; readonly memory: M },
	place: string,
): z.output<M> | undefined {
	const memory = memoryAt(memories, counter.id, place);
	return memory === undefined ? undefined : counter.memory.safeParse(memory).data;
}
