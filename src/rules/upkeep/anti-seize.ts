import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { exactly } from "#model/decision/claim.ts";
import { type Compare, gauge } from "#model/decision/condition.ts";
import { reason } from "#model/decision/decision.ts";
import { isValve } from "#model/plant/output.ts";
import type { Output } from "#model/plant/plant.ts";
import { duration } from "#model/quantities/fields.ts";
import { FULL, type Instant, instant, OFF, percent, type Seconds, seconds, since } from "#model/quantities/units.ts";
import { hasRested, isAllowed, isHarmless, used, usedIn } from "./anti-seize-candidates.ts";

const memory = z.object({
	/** The last day on which all that rested has been moved. */
	date: z.string().max(10).default(""),
	/** Moved on the day `day`, by id. */
	moved: z.array(z.string()).optional(),
	/** A date, or where the clock is not known the nth day of this controller. */
	day: z.string().max(10).optional(),
	/** What is being moved, since when, and how a valve stood. */
	now: z.object({ output: z.string(), from: z.number(), stood: z.number() }).optional(),
	used,
});
type Memory = z.output<typeof memory>;

/**
 * Moves pumps and valves that have rested for a day, once a day, one after the other, so that they do not seize: a pump runs for
 * a moment, a valve goes through its travel and back. It waits while that would move dangerous heat, and any other rule is
 * stronger. Off by default.
 */
export const antiSeize = rule({
	id: "anti_seize",
	per: "plant",
	where: (_, { outputs }) => outputs.some(({ role }) => role === "pump" || role === "valve"),
	needs: {},
	options: z.object({
		enabled: z.boolean().default(false),
		hour: z.int().min(0).max(23).default(12),
		run_for: duration(1, 30).default(seconds(10)),
	}),
	off: ({ enabled }) => !enabled,
	memory,
	propose({ at: plant }, { now, begun, wall, mode, settings, outputs, circuits, readings, compare }, known) {
		if (!compare.so("enabled", settings.enabled, "enabled"))
			return silent(Object.keys(known).length === 1 && known.date === "" ? known : { date: "" });
		const moves = usedIn(known.used, plant.outputs, outputs);
		const before = moves === known.used ? known : { ...known, used: moves };
		// In other modes nothing moves, so nothing counts as moved.
		if (mode !== "auto") return silent(without(before));
		const { date, minute_of_day, trusted } = wall;
		const today = trusted ? date : `+${Math.floor(since(begun, now) / DAY)}`;
		const moving = plant.outputs.find(({ id }) => id === before.now?.output);
		if (before.now !== undefined && moving !== undefined) {
			const claim = motion(before.now, moving, now, settings.run_for, compare);
			return claim === undefined || !isHarmless(moving, plant, readings)
				? silent(without(before, { output: moving, today }))
				: claiming(before, [claim]);
		}
		const at_hour = seconds(settings.hour * 3600);
		if (trusted && before.date === date) return silent(without(before));
		if (trusted && !compare.atLeast(TIME_OF_DAY, seconds(minute_of_day * 60), at_hour, "hour"))
			return silent(without(before));
		const moved = movedOn(today, before);
		// Without a clock "once a day" is told by nothing else.
		const counted_from = trusted ? undefined : begun;
		const rested = plant.outputs.filter(
			(one) => hasRested(one, outputs, before.used, now, counted_from) && !moved.includes(one.id),
		);
		if (!compare.so("rested", rested.length > 0))
			return silent(trusted ? { date, ...(before.used && { used: before.used }) } : without(before));
		// Its own claim on a valve forbids circuits, so that is only asked before it.
		const next = rested.find((one) => isHarmless(one, plant, readings) && isAllowed(one, plant, circuits, outputs));
		if (!compare.so("harmless", next !== undefined) || next === undefined) return silent(without(before));
		// No negative zero: memories are saved as JSON, which has none.
		const started = { output: next.id, from: now, stood: (outputs[next.index]?.actual ?? OFF) + 0 };
		const claim = motion(started, next, now, settings.run_for, compare);
		return claiming({ ...without(before), now: started }, claim === undefined ? [] : [claim]);
	},
});

const DAY = 24 * 3600;
const TIME_OF_DAY = gauge("time_of_day", "s");
const MOVED = gauge("moved_for", "s");

/** What was moved on another day may be moved again, even if something else could not be moved since. */
const movedOn = (today: string, { moved = [], day }: Memory): readonly string[] => (day === today ? moved : []);

/** What the output is to do now; undefined when it is done. A valve goes to its other end, and one that holds goes back. */
function motion(
	{ from, stood }: NonNullable<Memory["now"]>,
	output: Output,
	now: Instant,
	run_for: Seconds,
	compare: Compare,
) {
	const way = Math.max(run_for, output.travel ?? 0);
	const returns = isValve(output) && output.rest === "hold";
	const lasted = since(instant(from), now);
	const whole = seconds(way * (returns ? 2 : 1));
	const left = Math.ceil(whole - lasted);
	// What began later than now is of another running time.
	if (compare.atLeast(MOVED, lasted, whole, "run_for") || lasted < 0) return undefined;
	const aside = isValve(output) && stood > 0 ? OFF : FULL;
	const level = returns && lasted >= way ? percent(stood) : aside;
	return exactly(output, level, "upkeep", reason("kept_loose", { left }), "upkeep");
}

/** Nothing is being moved any more. The same object if nothing was. */
function without(memory: Memory, moved?: { readonly output: Output; readonly today: string }): Memory {
	if (memory.now === undefined) return memory;
	const { now: _, ...rest } = memory;
	if (moved === undefined) return rest;
	const { output, today } = moved;
	return { ...rest, moved: [...movedOn(today, memory), output.id], day: today };
}
