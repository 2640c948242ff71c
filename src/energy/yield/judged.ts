import { median } from "../counting/median.ts";
import { BEST, gainAt, lossAt } from "./collector.ts";
import type { FullHour, WhyNot, YieldMemory } from "./memory.ts";

/** How a day compares, and what is remembered of it; or why it tells nothing. */
export type Compared =
	| { readonly why: WhyNot; readonly learnt?: Partial<YieldMemory> }
	| {
			/** Of what is usual. */
			readonly share: number;
			/** For each kWh of that day. */
			readonly expected: number;
			readonly learnt: Partial<YieldMemory>;
	  };

/** Days in a row after which it is told, and after which it is over. */
export interface Limits {
	readonly low: number;
	readonly high: number;
	readonly low_days: number;
	readonly high_days: number;
	/** From the first to the second it is right again. */
	readonly right: readonly [number, number];
	readonly right_days: number;
}

/**
 * With a light sensor. In 20 simulated years of healthy plants a sunny day was within -15 and +9 % of the usual one.
 */
export const BY_LIGHT: Limits = { low: 0.75, high: 1.35, low_days: 3, high_days: 3, right: [0.83, 1.2], right_days: 2 };
/** kW per m² that an hour has to promise, and what a day has to, in kWh: less is a cloud. */
const HOUR = 0.15;
const DAY = 0.8;
const LIT_HOURS = 3;
/** Sunny days until the usual ratio is known, and those that it is known by. */
const RATIOS = 6;
const KEPT = 20;

export function byLight({ ratios }: YieldMemory, hours: readonly FullHour[], usual: boolean): Compared {
	if (hours.length === 0) return { why: "ran_little" };
	const lit = hours.flatMap(({ kw, over, light }) => (light === undefined ? [] : [{ kw, gain: gainAt(light, over) }]));
	if (lit.length === 0) return { why: "light_lost" };
	const bright = lit.filter(({ gain }) => gain >= HOUR);
	const gain = sum(bright, (one) => one.gain);
	if (bright.length < LIT_HOURS || gain < DAY) return { why: "little_light" };
	const ratio = sum(bright, ({ kw }) => kw) / gain;
	const more = { ratios: [...ratios, rounded(ratio)].slice(-KEPT) };
	if (ratios.length < RATIOS) return { why: "learning", learnt: more };
	const share = ratio / median(ratios);
	// What is wrong is not to become the usual.
	return { share, expected: 1 / share, learnt: usual && isWithin(share, BY_LIGHT) ? more : {} };
}

/**
 * Without a light sensor: by the best two hours in a row of a day in which it ran for four. In 20 simulated years of healthy plants
 * five such days in a row at most were without clear hours, and no two hours were 1.44 times as good as the best before.
 */
export const BY_OWN: Limits = { low: 0.7, high: 1.5, low_days: 8, high_days: 2, right: [0.85, 1.3], right_days: 1 };
const FULL_HOURS = 4;
const LEARNT = 10;
/** A day later the sun is lower, or was another one: what is kept of the best, and by how much the most may grow. */
const KEEPS = 0.995;
const GROWS = 1.03;

export function byOwn(
	before: YieldMemory,
	hours: readonly FullHour[],
	area: number | undefined,
	usual: boolean,
): Compared {
	if (hours.length < FULL_HOURS) return { why: "ran_little" };
	const known = before.learnt >= LEARNT;
	const top = Math.max(...hours.map(({ kw }) => kw));
	const most = known ? before.most : Math.max(before.most, top);
	const m2 = area ?? most / BEST;
	if (m2 <= 0) return { why: "little_light" };
	const taken = hours.map(({ hour, kw, over }) => ({ hour, kw, over, takes: kw / m2 + lossAt(over) }));
	const share = bestOf(taken, before.best);
	const isHigh = share !== undefined && share > BY_OWN.high;
	const learnt =
		known && (isHigh || !usual)
			? {}
			: {
					best: better(before.best, taken),
					most: rounded(known ? Math.max(most, Math.min(top, most * GROWS)) : most),
					learnt: before.learnt + 1,
				};
	if (!known || share === undefined) return { why: "learning", learnt };
	const compared = taken.filter(({ hour }) => (before.best[hour] ?? 0) > 0);
	const clear = sum(compared, ({ hour, over }) => Math.max(0, ((before.best[hour] ?? 0) - lossAt(over)) * m2));
	const gave = sum(compared, ({ kw }) => kw);
	return { share, expected: gave > 0 ? clear / gave : 1, learnt };
}

/** The best two hours in a row, compared with the best of these hours before. */
function bestOf(taken: readonly { readonly hour: number; readonly takes: number }[], best: readonly number[]) {
	const shares = taken.flatMap(({ hour, takes }) => {
		const next = taken.find((one) => one.hour === hour + 1);
		const [first, second] = [best[hour] ?? 0, best[hour + 1] ?? 0];
		return next === undefined || first <= 0 || second <= 0 ? [] : [(takes + next.takes) / (first + second)];
	});
	return shares.length === 0 ? undefined : Math.max(...shares);
}

function better(
	best: readonly number[],
	taken: readonly { readonly hour: number; readonly takes: number }[],
): number[] {
	const after = Array.from({ length: 24 }, (_, hour) => rounded((best[hour] ?? 0) * KEEPS));
	for (const { hour, takes } of taken) after[hour] = rounded(Math.max(after[hour] ?? 0, takes));
	return after;
}

const isWithin = (share: number, { low, high }: Limits) => share >= low && share <= high;
const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0);
const rounded = (value: number) => Math.round(value * 1000) / 1000;
