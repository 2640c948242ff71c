import type { Output } from "../plant/plant.ts";
import { type Instant, inSeconds, instant, minutes, type Seconds, since } from "../quantities/units.ts";
import type { Wall } from "../quantities/wall.ts";
import { fieldOf, isRecord } from "../untyped/untyped.ts";

/** The result of a silence test: whether a load beyond a network went off when its command was not renewed. */
export interface Proof {
	/**
	 * `unarmed`: the device later said that its timer does not run. `elsewhere`: the app has since joined another broker, where
	 * the same topics may be another device's.
	 */
	result: "passed" | "failed" | "unarmed" | "elsewhere";
	/** ISO date; that of the epoch while the clock was not set. */
	date: string;
	/** Seconds until the load was off. */
	took: number;
	/** What was tested, as its owner named it. */
	target: string;
	off_after: number;
	/** What that stood for. Absent in one of an earlier release, which counts no more. */
	reaches?: string | undefined;
	/** Of a device behind a broker: through which one it was tested. Absent in one of an earlier release, which counts no more. */
	broker?: string | undefined;
}

/** Days after which a test is made again, is overdue, and does not count any more. */
export const DUE = 30;
export const OVERDUE = 35;
export const LAPSES = 60;

type Tested = Pick<Output, "reaches" | "by_broker">;

/** The proof of this output, if it is one of this device with this time. The same name may stand for another bus or register now. */
export const isOf = (proof: Proof | undefined, { reaches, by_broker }: Tested): proof is Proof =>
	proof !== undefined &&
	reaches !== undefined &&
	proof.reaches === reaches &&
	(by_broker !== true || proof.broker !== undefined);

/** The same proof, or what is left of it behind this broker. Undefined is none yet, through which nothing can be switched. */
export const behind = (proof: Proof, broker: string | undefined): Proof =>
	proof.broker === undefined || broker === undefined || proof.broker === broker || proof.result === "elsewhere"
		? proof
		: { ...proof, result: "elsewhere" };

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
export function dayOf(date: string): number {
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

/** A person's request for the test of one output, in the memory of the rule `dead_man`. Times are running times. */
export interface Request {
	/** It is open until then. */
	asked_until?: number | undefined;
	/** The test can run now, so a heater without a proof may run for it until then; and whether it did. */
	permit?: { until: number; ran: boolean } | undefined;
	/** How often in a row it was broken off for something that a person can mend. */
	breaks?: number | undefined;
	/** Such a heater ran for its test, and does so again from then on. It belongs to what was tested. */
	ban?: { until: number; reaches: string } | undefined;
}

/** A request lasts so long. */
export const ASKED_FOR = inSeconds(minutes(15));
/** After a heater without a proof ran for its test it does not run for the next one before this time is over. */
export const BANNED_FOR = inSeconds(minutes(60));

/** Whether this time is still to come, and is one that could have been meant: an older database may come back. */
export const isAhead = (until: number | undefined, now: Instant, longest: Seconds): boolean =>
	until !== undefined && since(instant(until), now) < 0 && since(now, instant(until)) <= longest;

/** What a memory of the rule `dead_man` says of a request. */
export const requestIn = (memory: unknown): Request => (isRecord(memory) ? (memory as Request) : {});

export const isAsked = ({ asked_until, permit }: Request, now: Instant): boolean =>
	permit?.ran === true || isAhead(asked_until, now, ASKED_FOR);

/** Minutes until this output may be asked for again; undefined if it may be now. */
export function bannedFor({ ban }: Request, { reaches }: Pick<Output, "reaches">, now: Instant): number | undefined {
	if (ban === undefined || ban.reaches !== reaches || !isAhead(ban.until, now, BANNED_FOR)) return undefined;
	return Math.ceil(since(now, instant(ban.until)) / 60);
}
