import type { Intent } from "#model/decision/intent.ts";
import {
	ASKED_FOR,
	BANNED_FOR,
	bannedFor,
	isAhead,
	isAsked,
	type Proof,
	type Request,
} from "#model/decision/silence.ts";
import { type OutputState, running } from "#model/plant/output.ts";
import type { Output } from "#model/plant/plant.ts";
import { after, type Instant, type Seconds, seconds } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";

export interface Remembered extends Request {
	proof?: Proof | undefined;
}

/** Tests in a row that a person may break off, before a heater has to wait. */
const MOST_BREAKS = 3;
/** The longest time that a heater may run for its test. */
const LONGEST = seconds(15 * 60);

/** How long a heater may run for its test: a third of its time until the command was renewed, then its time, and a minute. */
const testLasts = ({ off_after = seconds(0) }: Output): Seconds => seconds(Math.min(LONGEST, (off_after * 4) / 3 + 60));

/** Whether a heater without a proof may run now, because a person asked for its test and this can be made. */
export const isPermitted = ({ permit }: Request, now: Instant): boolean => isAhead(permit?.until, now, LONGEST);

/** After what somebody asked for, or the test found. */
export function heard(memory: Remembered, intent: Intent, at: Output, now: Instant, wall: Wall): Remembered {
	switch (intent.kind) {
		case "job":
			// Asking again does not prolong it, or a heater could run without a proof for as long as somebody asks.
			return intent.name !== "silence_test" || isAsked(memory, now) || bannedFor(memory, at, now) !== undefined
				? memory
				: { ...memory, asked_until: after(now, ASKED_FOR) };
		case "permission":
			if (intent.output !== at.id) return memory;
			if (!intent.given) return ended(memory, at, now, intent.mendable);
			return isAsked(memory, now) && memory.permit === undefined
				? { ...memory, permit: { until: memory.asked_until ?? now, ran: false } }
				: memory;
		case "silence": {
			if (intent.output !== at.id) return memory;
			const ban = intent.result === "failed" && memory.permit?.ran ? banned(at, now) : {};
			return { proof: result(at, intent.result, intent.took, wall, intent.broker), ...ban };
		}
		case "mode":
			return intent.mode === "auto" ? memory : ended(memory, at, now, true);
		default:
			return memory;
	}
}

/** What time changes in it. */
export function passing(memory: Remembered, at: Output, state: OutputState | undefined, now: Instant): Remembered {
	let left = memory;
	if (left.permit?.ran === false && state !== undefined && running(state))
		left = { ...left, permit: { until: after(now, testLasts(at)), ran: true } };
	if (left.permit !== undefined && !isPermitted(left, now)) left = ended(left, at, now, false);
	if (left.asked_until !== undefined && !isAsked(left, now)) left = kept(left, ["asked_until", "permit"]);
	if (left.ban !== undefined && !isAhead(left.ban.until, now, BANNED_FOR)) left = kept(left, ["ban"]);
	return left;
}

/**
 * The heater may not run for its test any more. If it did, the request is over. A test that was broken off says nothing, and
 * an earlier proof stays.
 */
export function ended(memory: Remembered, at: Output, now: Instant, mendable: boolean): Remembered {
	const { permit, breaks = 0 } = memory;
	if (permit === undefined) return memory;
	if (!permit.ran) return kept(memory, ["permit"]);
	const over = kept(memory, ["asked_until", "permit", "breaks"]);
	return mendable && breaks + 1 < MOST_BREAKS ? { ...over, breaks: breaks + 1 } : { ...over, ...banned(at, now) };
}

const banned = ({ reaches = "" }: Output, now: Instant): Pick<Request, "ban"> => ({
	ban: { until: after(now, BANNED_FOR), reaches },
});

/** Without these. */
const kept = (memory: Remembered, gone: readonly (keyof Request)[]): Remembered =>
	Object.fromEntries(Object.entries(memory).filter(([key]) => !gone.some((one) => one === key)));

/** `broker`: where the output is behind one, the one that it was tested through. */
export const result = (
	output: Output,
	outcome: Proof["result"],
	took: number,
	{ date }: Wall,
	broker: string | undefined,
): Proof => ({
	result: outcome,
	date,
	took,
	target: output.target,
	off_after: output.off_after ?? 0,
	...(output.reaches !== undefined && { reaches: output.reaches }),
	...(output.by_broker === true && broker !== undefined && { broker }),
});
