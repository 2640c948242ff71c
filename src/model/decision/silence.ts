import type { Output } from "../plant/plant.ts";
import type { Wall } from "../quantities/wall.ts";
import { fieldOf, isRecord } from "../untyped/untyped.ts";

/** The result of a silence test: whether a load beyond a network went off when its command was not renewed. */
export interface Proof {
	/** `unarmed`: the device later said that its timer does not run. */
	result: "passed" | "failed" | "unarmed";
	/** ISO date; that of the epoch while the clock was not set. */
	date: string;
	/** Seconds until the load was off. */
	took: number;
	/** What was tested. */
	target: string;
	off_after: number;
}

/** Days after which a test is made again, is overdue, and does not count any more. */
export const DUE = 30;
export const OVERDUE = 35;
export const LAPSES = 60;

type Tested = Pick<Output, "target" | "off_after">;

/** The proof of this output, if it is one of this device with this time. */
export const isOf = (proof: Proof | undefined, { target, off_after }: Tested): proof is Proof =>
	proof !== undefined && proof.target === target && proof.off_after === off_after;

/**
 * Days since the test; undefined while the clock is not set. One of the future was made with a wrong clock: its age is not
 * known, and it does not count any more. One of tomorrow may be due to another time zone.
 */
export function daysSince({ date }: Proof, wall: Wall): number | undefined {
	const days = dayOf(wall.date) - dayOf(date);
	if (!wall.trusted || !Number.isFinite(days)) return undefined;
	return days < -1 ? LAPSES : Math.max(0, days);
}

/** The number of a day of the Gregorian calendar; NaN for what is no ISO date. */
function dayOf(date: string): number {
	const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = date.split("-").map(Number);
	// Counted from March, so that the leap day is the last of its year.
	const y = month > 2 ? year : year - 1;
	const m = (month + 9) % 12;
	return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day;
}

/** Whether it is proven that this load goes off without the app. Without a clock an earlier proof counts. */
export const isProven = (proof: Proof | undefined, output: Tested, wall: Wall): boolean =>
	isOf(proof, output) && proof.result === "passed" && (daysSince(proof, wall) ?? 0) < LAPSES;

/** The proof in a memory of the rule `dead_man`, if it is one of this output as it is wired now. */
export function proofIn(memory: unknown, output: Tested): Proof | undefined {
	const proof = fieldOf(memory, "proof");
	// The rule's own schema has parsed it.
	return isRecord(proof) && isOf(proof as unknown as Proof, output) ? (proof as unknown as Proof) : undefined;
}
