/** What is asked of the history. */
export interface Range {
	/** ms since 1970-01-01 UTC; `to` is excluded. */
	readonly from: number;
	readonly to: number;
	/** Minutes per point. */
	readonly step: number;
}

/** Why a question was not understood: what is wrong with which parameter, and what helps. */
export interface Misasked {
	readonly error: string;
	readonly parameter: string;
	readonly value: string;
	readonly remedy: string;
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** A little more than three leap years, which is what is kept. */
const LONGEST = 1100 * DAY;
const STEPS = { least: 1, most: 7 * 1440 } as const;
const MOMENT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** @param now ms since 1970; the last 24 hours are told where nothing else is asked for */
export function rangeIn(query: Readonly<Record<string, unknown>>, now: number): Range | Misasked {
	const to = query["to"] === undefined ? now : momentIn(query["to"]);
	if (to === undefined) return misasked("to", query["to"], MOMENTS);
	const from = query["from"] === undefined ? to - DAY : momentIn(query["from"]);
	if (from === undefined) return misasked("from", query["from"], MOMENTS);
	if (from >= to) return misasked("from", query["from"], "Give a moment before `to`.");
	if (to - from > LONGEST) return misasked("from", query["from"], "Ask for three years at most.");
	const step = query["step"] === undefined ? 5 : wholeIn(query["step"]);
	if (step === undefined || step < STEPS.least || step > STEPS.most)
		return misasked("step", query["step"], `Give whole minutes from ${STEPS.least} to ${STEPS.most}.`);
	return { from, to, step };
}

const MOMENTS = "Give a date (2026-11-30, at midnight UTC), a moment (2026-11-30T12:00:00Z), or ms since 1970.";

function momentIn(value: unknown): number | undefined {
	const whole = wholeIn(value, 15);
	if (whole !== undefined) return whole;
	const moment = typeof value === "string" && MOMENT.test(value) ? Date.parse(value) : Number.NaN;
	return Number.isNaN(moment) ? undefined : moment;
}

const wholeIn = (value: unknown, digits = 6): number | undefined =>
	typeof value === "string" && new RegExp(`^\\d{1,${digits}}$`).test(value) ? Number(value) : undefined;

/** What was given is repeated in part only. A parameter that was given twice is a list. */
export const misasked = (parameter: string, value: unknown, remedy: string): Misasked => ({
	error: `\`${parameter}\` was not understood.`,
	parameter,
	value: String(value ?? "").slice(0, 60),
	remedy,
});
