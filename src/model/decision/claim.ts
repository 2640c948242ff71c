import type { Subject } from "../plant/plant.ts";
import { FULL, OFF, type Percent } from "../quantities/units.ts";
import type { Activity, Claim, Rank, Reason } from "./decision.ts";

/** It runs, at this level or above. */
export const atLeast = (on: Subject, level: Percent, rank: Rank, because: Reason, activity: Activity): Claim =>
	bounds(on, level, FULL, rank, because, activity);
/** It runs no faster, if anybody asks for it at all. */
export const atMost = (on: Subject, level: Percent, rank: Rank, because: Reason, activity: Activity): Claim =>
	bounds(on, OFF, level, rank, because, activity);
export const exactly = (on: Subject, level: Percent, rank: Rank, because: Reason, activity: Activity): Claim =>
	bounds(on, level, level, rank, because, activity);
/** It stays off. */
export const forbid = (on: Subject, rank: Rank, because: Reason, activity: Activity): Claim =>
	bounds(on, OFF, OFF, rank, because, activity);

const bounds = (
	on: Subject,
	at_least: Percent,
	at_most: Percent,
	rank: Rank,
	because: Reason,
	activity: Activity,
): Claim => ({ on, at_least, at_most, rank, urgent: false, because, activity });

/** The level that a claim is shown with: what it asks for, or else what it forbids to exceed. */
export const levelOf = ({ at_least, at_most }: Claim): Percent => (at_least > 0 ? at_least : at_most);
