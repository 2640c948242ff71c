import type { Subject } from "../plant/plant.ts";
import { FULL, OFF, type Percent } from "../quantities/units.ts";
import type { Activity, Claim, Rank, Reason } from "./decision.ts";

/** The output runs at this level or above. */
export const atLeast = (on: Subject, level: Percent, rank: Rank, because: Reason, activity: Activity): Claim =>
	bounds(on, level, FULL, rank, because, activity);
/** The output runs no faster than this, if it runs. */
export const atMost = (on: Subject, level: Percent, rank: Rank, because: Reason, activity: Activity): Claim =>
	bounds(on, OFF, level, rank, because, activity);
export const exactly = (on: Subject, level: Percent, rank: Rank, because: Reason, activity: Activity): Claim =>
	bounds(on, level, level, rank, because, activity);
/** The output stays off. */
export const forbid = (on: Subject, rank: Rank, because: Reason, activity: Activity): Claim =>
	bounds(on, OFF, OFF, rank, because, activity);

const bounds = (
	on: Subject,
	at_least: Percent,
	at_most: Percent,
	rank: Rank,
	because: Reason,
	activity: Activity,
): Claim => ({ on, at_least, at_most, rank, urgent: rank === "safety", because, activity });

/** The same, and no least run delays a stop. */
export const urgently = (claim: Claim): Claim => ({ ...claim, urgent: true });

/** The level to show for a claim: what it asks for, otherwise its upper limit. */
export const levelOf = ({ at_least, at_most }: Claim): Percent => (at_least > 0 ? at_least : at_most);
