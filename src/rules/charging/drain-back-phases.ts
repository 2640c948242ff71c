import * as z from "zod";
import { type Compare, gauge } from "#model/decision/condition.ts";
import {
	type Instant,
	inSeconds,
	type Kelvin,
	type Minutes,
	type Seconds,
	seconds,
	since,
} from "#model/quantities/units.ts";

/**
 * Of the collector: empty, to be filled if nothing forbids it, being filled, left in peace, and full of what charging decides
 * about.
 */
export const memory = z.object({
	phase: z.enum(["empty", "asking", "filling", "settling", "full"]).default("empty"),
	/** When the phase began. */
	from: z.number().default(0),
	/** Since when the gain is enough for a fill; -1 while it is not. */
	ready: z.number().default(-1),
	/** The pump was seen running since the fill began. */
	seen: z.boolean().default(false),
	/** Fills in a row that gained nothing. */
	failed: z.int().default(0),
	/** No fill before. */
	not_before: z.number().default(0),
	too_hot: z.boolean().default(false),
});
export type Memory = z.output<typeof memory>;

export interface Times {
	readonly start_at: Kelvin;
	readonly hold_for: Seconds;
	readonly fill_for: Minutes;
	readonly settle_for: Minutes;
	readonly attempts: number;
	readonly pause: Minutes;
}

/** Of the circuit in the last turn. */
export interface Way {
	readonly runs: boolean;
	/** The tank takes no more heat, or that is not known. */
	readonly full: boolean;
}

const GAIN = gauge("gain", "K");
/** A pump that was asked to run and is not seen running for so long is held back by something else. */
const HELD_BACK = seconds(120);
/** A fill after which charging goes on for less than this gained nothing. */
const GAINS = seconds(60);

/** The memory after this turn. The same object while nothing changed. */
export function next(m: Memory, now: Instant, gain: Kelvin, way: Way, times: Times, compare: Compare): Memory {
	const { runs, full } = way;
	const lasted = since(m.from as Instant, now);
	// Of another running time.
	if (m.phase !== "empty" && lasted < 0) return emptied(m);
	switch (m.phase) {
		case "empty":
			if (runs) return { ...m, phase: "filling", from: now, ready: -1, seen: true };
			return ready(m, now, gain, full, times, compare);
		case "asking":
			if (runs) return { ...m, phase: "filling", from: now, seen: true };
			if (!compare.atLeast(GAIN, gain, times.start_at, "start_at")) return emptied(m);
			return full ? { ...emptied(m), ready: Math.max(0, m.from - times.hold_for) } : m;
		case "filling":
		case "settling": {
			if (!runs && (m.seen || lasted >= HELD_BACK)) return emptied(m);
			const seen = runs === m.seen ? m : { ...m, seen: true };
			const { phase, until } = m.phase === "filling" ? SETTLES(times) : FULL(times);
			return lasted < until ? seen : { ...seen, phase, from: now };
		}
		case "full": {
			if (runs) return m;
			const failed = lasted < GAINS ? m.failed + 1 : 0;
			const paused = failed >= times.attempts;
			return emptied(paused ? { ...m, failed: 0, not_before: now + inSeconds(times.pause) } : { ...m, failed });
		}
	}
}

const SETTLES = (times: Times) => ({ phase: "settling" as const, until: inSeconds(times.fill_for) });
const FULL = (times: Times) => ({ phase: "full" as const, until: inSeconds(times.settle_for) });

/** The collector empties when the pump stops, whatever stopped it. */
export const emptied = (m: Memory): Memory =>
	m.phase === "empty" && m.ready < 0 && !m.seen ? m : { ...m, phase: "empty", ready: -1, seen: false };

/** No pause any more. */
export const unpaused = (m: Memory): Memory => (m.not_before === 0 ? m : { ...m, not_before: 0 });

function ready(
	m: Memory,
	now: Instant,
	gain: Kelvin,
	full: boolean,
	{ start_at, hold_for }: Times,
	compare: Compare,
): Memory {
	if (now < m.not_before || !compare.atLeast(GAIN, gain, start_at, "start_at"))
		return m.ready < 0 ? m : { ...m, ready: -1 };
	if (m.ready < 0) return { ...m, ready: now };
	if (full || since(m.ready as Instant, now) < hold_for) return m;
	return { ...m, phase: "asking", from: now, ready: -1, seen: false };
}
