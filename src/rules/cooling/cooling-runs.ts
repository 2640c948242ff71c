import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { atLeast } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { reason } from "#model/decision/decision.ts";
import { fromField, fromSensor, toSensor } from "#model/plant/circuit.ts";
import { temperature } from "#model/plant/reading.ts";
import { minutesField } from "#model/quantities/fields.ts";
import {
	type Celsius,
	celsius,
	FULL,
	type Instant,
	inSeconds,
	instant,
	kelvin,
	minutes,
	OFF,
	type Percent,
	since,
	warmerBy,
} from "#model/quantities/units.ts";

const COLLECTOR = gauge("collector", "°C");
const GAIN = gauge("gain", "K");
const RAN = gauge("cooling_ran", "s");
/** A run that begins so soon after the last one ended is one of a row. */
const SOON = inSeconds(minutes(30));
/** From so many in a row on they are made longer. */
const OFTEN = 2;
/** Less gain than this is not worth it. */
const WORTH = kelvin(4);

/** Of runs that began while charging was forbidden; without a number: none yet. */
const memory = z.object({
	/** While it rested last, running was forbidden. */
	forbidden: z.boolean().default(false),
	/** The present run: since when, and how hot the collector was then. */
	run: z.object({ from: z.number(), hot: z.number() }).optional(),
	ended: z.number().optional(),
	/** How many in a row began soon after the one before. */
	again: z.int().min(0).default(0),
});
type Memory = z.output<typeof memory>;

/**
 * Over a tank that is full, but hardly warmer than its target, a running pump cools the collector within minutes, and
 * without it the collector is hot again as fast: the pump would start a dozen times in an afternoon. So after a few short
 * runs the next ones last longer, while the collector stays colder than it was at the start and still heats the tank.
 */
export const coolingRuns = rule({
	id: "cooling_runs",
	per: "circuit",
	where: fromField,
	needs: { collector: fromSensor, tank: toSensor },
	options: z.object({
		enabled: z.boolean().default(false),
		run_for: minutesField(5, 60).default(minutes(30)),
	}),
	off: ({ enabled }) => !enabled,
	memory,
	propose({ at, collector, tank }, { now, readings, settings, circuits, compare }, before) {
		const hot = temperature(readings, collector);
		const cold = temperature(readings, tank);
		if (!settings.enabled) return silent(ended(before, now));
		const { runs = false, most = OFF } = circuits[at.index] ?? {};
		const known = rested(before, runs, most);
		if (hot === undefined || cold === undefined) return silent(ended(known, now));
		// A tank that is cooled at night is no such case.
		const counts = runs && known.forbidden && compare.atLeast(GAIN, warmerBy(hot, cold), WORTH);
		const after = counts ? begun(known, now, hot) : ended(known, now);
		const { run, again } = after;
		if (run === undefined || again < OFTEN) return silent(after);
		const ran = since(instant(run.from), now);
		const short = ran >= 0 && compare.below(RAN, ran, inSeconds(settings.run_for), "run_for");
		if (!short || !compare.below(COLLECTOR, hot, celsius(run.hot))) return silent(after);
		const because = reason("cooling_runs_on", { collector: hot, left: Math.ceil(inSeconds(settings.run_for) - ran) });
		return claiming(after, [atLeast(at, FULL, "protection", because, "collector_cooling")]);
	},
});

/** A running circuit does not say whether charging would be forbidden. */
const rested = (before: Memory, runs: boolean, most: Percent): Memory =>
	runs || before.forbidden === (most === OFF) ? before : { ...before, forbidden: most === OFF };

const ended = (before: Memory, now: Instant): Memory =>
	before.run === undefined ? before : { forbidden: before.forbidden, ended: now, again: before.again };

function begun(before: Memory, now: Instant, hot: Celsius): Memory {
	if (before.run !== undefined) return before;
	const pause = before.ended === undefined ? -1 : since(instant(before.ended), now);
	// An end that is still to come is of another running time.
	const soon = pause >= 0 && pause < SOON;
	return { forbidden: before.forbidden, run: { from: now, hot }, again: soon ? before.again + 1 : 0 };
}
