import * as z from "zod";

/**
 * Hours in which a tank was left alone: nothing brought heat, nothing took any, and its stored heat falls in a straight line.
 * Sums of a linear regression of stored heat (`e`, kWh) on time (`t`, hours), and of how much warmer it is than around it.
 */
export const spell = z.object({
	since: z.number(),
	/** When it was looked at last, and kWh then. */
	at: z.number(),
	kwh: z.number(),
	n: z.int().min(0).default(0),
	t: z.number().default(0),
	e: z.number().default(0),
	tt: z.number().default(0),
	te: z.number().default(0),
	/** K. */
	warmer: z.number().default(0),
});
export type Spell = z.output<typeof spell>;

/** Hours: until a tank is calm after something ran, and of a spell that tells something. */
const CALM = 0.5;
const ENOUGH = 3;
const LONGEST = 24;
/** K of the whole tank within ten minutes. More is no standing loss: water was drawn. */
const DRAWN = 0.2;
/** K of the whole tank: a smaller fall in a spell is that of noise. And the least K by which the tank is warmer than around it. */
const FALL = 0.15;
const WARMER = 10;

export const begun = (now: number, kwh: number): Spell => spell.parse({ since: now, at: now, kwh });

/** Whether the heat fell as that of a tank that is left alone. @param kelvin kWh of the whole tank in a kelvin */
export const goesOn = ({ since, kwh: before }: Spell, now: number, kwh: number, kelvin: number): boolean =>
	Math.abs(kwh - before) < DRAWN * kelvin && hours(since, now) <= LONGEST;

/** The spell with one more look. */
export function lookedAt(before: Spell, now: number, kwh: number, warmer: number): Spell {
	const t = hours(before.since, now);
	if (t < CALM) return { ...before, at: now, kwh };
	return {
		...before,
		at: now,
		kwh,
		n: before.n + 1,
		t: before.t + t,
		e: before.e + kwh,
		tt: before.tt + t * t,
		te: before.te + t * kwh,
		warmer: before.warmer + warmer,
	};
}

/** W that are lost for each K by which the tank is warmer than around it; undefined where the spell tells nothing. */
export function lossOf({ since, at, n, t, e, tt, te, warmer }: Spell, kelvin: number): number | undefined {
	const lasted = hours(since, at) - CALM;
	const spread = n * tt - t * t;
	if (lasted < ENOUGH || n < 3 || spread <= 0) return undefined;
	const kw = -(n * te - t * e) / spread;
	return kw * lasted < FALL * kelvin || warmer / n < WARMER ? undefined : (1000 * kw) / (warmer / n);
}

/** Spells that are remembered, those that have to agree, and how far above the least they may be. */
const SPELLS = 7;
const AGREE = 3;
const WITHIN = 1.3;

export const withLoss = (before: readonly number[], loss: number): number[] => [...before, loss].slice(-SPELLS);

/** W/K of standing loss, and how far it may be wrong. */
export interface Standing {
	readonly w_per_k: number;
	/** Relative. */
	readonly unsure: number;
}
/** Relative: of the tank's volume, its layers, and the temperature around it. */
const UNSURE = 0.15;

/**
 * What spells tell together; undefined until three agree. Water that is drawn a little at a time only adds to what a spell shows, so
 * the lowest ones count.
 */
export function standingOf(losses: readonly number[]): Standing | undefined {
	const least = Math.min(...losses);
	const near = losses.filter((loss) => loss <= WITHIN * least);
	if (near.length < AGREE) return undefined;
	const mean = near.reduce((sum, loss) => sum + loss, 0) / near.length;
	return { w_per_k: mean, unsure: Math.hypot(UNSURE, (Math.max(...near) - least) / 2 / mean) };
}

const hours = (from: number, to: number) => (to - from) / 3600;
