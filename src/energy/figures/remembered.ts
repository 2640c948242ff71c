import type * as z from "zod";
import { memoryAt } from "#model/decision/memory-key.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";

/**
 * While the store cannot be read, what was counted before is not known, and a count from 0 on is none. While nothing can be
 * saved, what would be shown could fall after a kill.
 */
const UNSURE: ReadonlySet<string> = new Set(["store_awaited", "store_unread", "store_unavailable"]);
export const isCounted = ({ findings }: Snapshot): boolean => !findings.some(({ code }) => UNSURE.has(code));

/** What a counter remembers of a place; undefined where it does not run. */
export function rememberedAt<M extends z.ZodObject>(
	{ memories }: Snapshot,
	counter: { readonly id: string; readonly memory: M },
	place: string,
): z.output<M> | undefined {
	const memory = memoryAt(memories, counter.id, place);
	return memory === undefined ? undefined : counter.memory.safeParse(memory).data;
}
