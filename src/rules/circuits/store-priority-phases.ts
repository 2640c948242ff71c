import * as z from "zod";
import { type Compare, gauge } from "#model/decision/condition.ts";
import {
	type Celsius,
	celsius,
	type Instant,
	inSeconds,
	instant,
	type Kelvin,
	type Minutes,
	seconds,
	since,
	warmerBy,
} from "#model/quantities/units.ts";

/** How far the charging of a tank is that could wait for an earlier one. */
export const phases = z.object({
	/** `free`: nothing that could wait is charged. `charging`: it is charged for its time. `pausing`: it waits. */
	phase: z.enum(["free", "charging", "pausing"]).default("free"),
	/** When that began, or was prolonged. */
	from: z.number().optional(),
	/** The collector then, in °C. */
	base: z.number().optional(),
	/** A second pump charges too, because the collector is far above the first tank. */
	spreading: z.boolean().optional(),
});
export type Phases = z.output<typeof phases>;
const CHARGED = gauge("charged_for", "s");
const PAUSED = gauge("paused_for", "s");
const RISE = gauge("rise", "K");
const FREE: Phases = { phase: "free" };

export interface Times {
	readonly run_for: Minutes;
	readonly pause_for: Minutes;
	readonly rise: Kelvin;
}

/** What is charged that could wait: something that runs, something that is not running now, or nothing at all. */
export type Patient = "runs" | "rests" | "none";

/** The phase after this turn; the same object if nothing changed. */
export function next(
	before: Phases,
	now: Instant,
	hot: Celsius,
	times: Times,
	patient: Patient,
	compare: Compare,
): Phases {
	switch (before.phase) {
		case "free":
			return patient === "runs" ? { phase: "charging", from: now } : before;
		case "charging":
			if (patient !== "runs") return FREE;
			return compare.atLeast(CHARGED, lasted(before, now), inSeconds(times.run_for), "run_for")
				? { phase: "pausing", from: now, base: hot }
				: before;
		case "pausing":
			if (patient === "none") return FREE;
			if (compare.atLeast(RISE, warmerBy(hot, celsius(before.base ?? hot)), times.rise, "rise"))
				return { phase: "pausing", from: now, base: hot };
			return compare.atLeast(PAUSED, lasted(before, now), inSeconds(times.pause_for), "pause_for") ? FREE : before;
	}
}

/** Seconds of the phase so far. */
export const lasted = ({ from }: Phases, now: Instant) => (from === undefined ? seconds(0) : since(instant(from), now));

/** Without a phase, or as it was if it had none. */
export const freed = (before: Phases): Phases =>
	before.phase === "free" && before.spreading === undefined ? before : FREE;

export const spread = (after: Phases, spreading: boolean): Phases => {
	if (spreading === (after.spreading ?? false)) return after;
	const { spreading: _, ...rest } = after;
	return spreading ? { ...rest, spreading } : rest;
};
