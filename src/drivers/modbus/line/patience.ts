import { withinMs } from "../../bus/deadline.ts";
import type { Rank, Turns } from "../../bus/turns.ts";

/** ms. Within 1.3 s a write has to wait for the request under way, be answered, and be read back. */
export const URGENT_WITHIN = 400;

/** How long an answer is waited for. */
export interface Patience {
	/** ms that a unit may take. */
	readonly timeout: number;
	/** ms that a unit may take for an urgent request. */
	readonly urgent?: number | undefined;
	/** ms that the bytes take. */
	readonly wire: number;
	readonly rank: Rank;
	readonly turns: Turns;
}

/**
 * The answer, or undefined where it comes too late. An urgent request is given up sooner than others, and so is any other one as
 * soon as an urgent one waits.
 */
export async function answerWithin<T extends object>(
	{ timeout, urgent = URGENT_WITHIN, wire, rank, turns }: Patience,
	answered: Promise<T>,
): Promise<T | undefined> {
	const first = Math.min(timeout, rank === "urgent" ? urgent : URGENT_WITHIN);
	const soon = await withinMs<T | undefined>(first + wire, answered, undefined);
	if (soon !== undefined || rank === "urgent" || timeout <= first) return soon;
	const hurried = turns.hurried().then(() => undefined);
	return withinMs<T | undefined>(timeout - first, Promise.race([answered, hurried]), undefined);
}
