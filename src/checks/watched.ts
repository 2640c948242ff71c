import * as z from "zod";
import { type Instant, instant, since } from "#model/quantities/units.ts";

/** A fault that was found once it had lasted, with its evidence, and is over once the opposite has lasted. */
export const watching = z.object({
	/** Since when it looks wrong. */
	since: z.number().optional(),
	/** Since when it looks right again. */
	right: z.number().optional(),
	found: z.record(z.string(), z.union([z.number(), z.string()])).optional(),
});
export type Watching = z.output<typeof watching>;
const CALM: Watching = {};

/** Nothing was found, and nothing looks wrong so far. */
export const isCalm = ({ since: from, found }: Watching): boolean => from === undefined && found === undefined;

/** What is seen now. It can look neither wrong nor right: then nothing is known. */
export interface Look {
	readonly wrong: boolean;
	readonly right: boolean;
	/** Seconds that it has to last. */
	readonly found_after: number;
	readonly over_after: number;
	readonly evidence: () => Readonly<Record<string, number | string>>;
}

/** The memory after this look; the same object if nothing changed. */
export function watched(before: Watching, now: Instant, look: Look): Watching {
	if (before.found !== undefined) {
		if (!look.right) return unseen(before);
		const from = before.right ?? now;
		if (since(instant(from), now) >= look.over_after) return CALM;
		return before.right === undefined ? { found: before.found, right: now } : before;
	}
	if (!look.wrong) return unseen(before);
	const from = before.since ?? now;
	if (since(instant(from), now) >= look.found_after) return { found: { ...look.evidence() } };
	return before.since === undefined ? { since: now } : before;
}

/** The memory after a turn in which nothing is known: what had not lasted begins anew. The same object if nothing changed. */
export function unseen(before: Watching): Watching {
	if (before.since === undefined && before.right === undefined) return before;
	return before.found === undefined ? CALM : { found: before.found };
}

/** A number of the evidence. */
export const number = ({ found }: Watching, name: string): number => {
	const value = found?.[name];
	return typeof value === "number" ? value : Number.NaN;
};
