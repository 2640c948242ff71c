import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { forbid } from "#model/decision/claim.ts";
import { type Compare, type Gauge, gauge } from "#model/decision/condition.ts";
import { type Claim, reason } from "#model/decision/decision.ts";
import { into, isTank, strayingInto } from "#model/plant/circuit.ts";
import type { Output, Thermometer } from "#model/plant/plant.ts";
import { hottestOf, type Readings, temperature } from "#model/plant/reading.ts";
import { degrees, kelvins } from "#model/quantities/fields.ts";
import { type Celsius, celsius, kelvin, shifted } from "#model/quantities/units.ts";
import { refusedWith } from "#model/sentences/refusal.ts";

const TANK = gauge("tank", "°C");
const LAYER = gauge("layer", "°C");
const HOTTEST = gauge("hottest", "°C");
/** A tank that gets so much hotter than its maximum is still being heated. */
const BEYOND = kelvin(3);
/** Above this water boils before it gets that far. */
const HIGHEST = celsius(99);

/**
 * Two limits of the tank. At `target` charging stops (cooling the collector into it may go on). At `maximum`, judged by
 * the hottest valid sensor of the tank, all that heats it is forbidden for safety; with no valid one its heaters are. If it
 * gets hotter still, a valve may be stuck, so that all circuits of its pumps are forbidden.
 */
export const tankLimit = rule({
	id: "tank_limit",
	per: "part",
	where: isTank,
	needs: { circuits: into, straying: strayingInto },
	options: z
		.object({
			target: degrees(15, 90).default(celsius(75)),
			hysteresis: kelvins(0.5, 20).default(kelvin(2)),
			maximum: degrees(60, 98).default(celsius(95)),
		})
		.refine((s) => s.maximum > s.target, { path: ["maximum"], ...refusedWith("above_other", { other: "target" }) }),
	memory: z.object({
		full: z.boolean().default(false),
		too_hot: z.boolean().default(false),
		/** Sensors that were at or above the release limit while the maximum was in force, and have not been below it since. */
		reached: z.array(z.string()).optional(),
		/** It got hotter although its circuits were forbidden. Until the maximum is released. */
		beyond: z.boolean().optional(),
	}),
	propose({ at, circuits, straying }, { readings, settings, compare }, memory) {
		const { sensor, sensors, heaters } = at;
		if (sensors.length === 0) return heaters.length === 0 ? silent(memory) : claiming(memory, blind(heaters));
		const { target, hysteresis, maximum } = settings;
		const reference = temperature(readings, sensor);
		const hottest = hottestOf(readings, sensors);
		const full = latch(compare, TANK, memory.full, reference, target, shifted(target, kelvin(-hysteresis)), "target");
		const release = shifted(maximum, kelvin(-hysteresis));
		const hot = latch(compare, HOTTEST, memory.too_hot, hottest, maximum, release, "maximum");
		const reached = reachedBy(compare, sensors, readings, memory.reached, hot, release);
		const lost = lostOf(reached, sensors, readings);
		const too_hot = hot || lost !== undefined;
		const beyond = too_hot && straying.length > 0 && (memory.beyond === true || isBeyond(compare, hottest, maximum));
		const same =
			full === memory.full &&
			too_hot === memory.too_hot &&
			reached === memory.reached &&
			beyond === (memory.beyond ?? false);
		const remembered = same ? memory : { full, too_hot, ...(reached && { reached }), ...(beyond && { beyond }) };
		if (!full && !too_hot && hottest !== undefined) return silent(remembered);
		const claims: Claim[] = [];
		if (too_hot) {
			const because =
				lost === undefined || (hottest !== undefined && compare.atLeast(HOTTEST, hottest, release, "maximum"))
					? tooHot(hottest, maximum, release)
					: reason("tank_maximum_lost", { sensor: lost, maximum, release_below: release });
			for (const on of [...circuits, ...heaters]) claims.push(forbid(on, "safety", because, "tank_too_hot"));
			if (beyond) for (const on of straying) claims.push(forbid(on, "safety", strayed(at.id, release), "tank_too_hot"));
		} else if (hottest === undefined) claims.push(...blind(heaters));
		if (full) {
			const because = filledTo(reference, target, target - hysteresis);
			for (const circuit of circuits) claims.push(forbid(circuit, "normal", because, "tank_full"));
		}
		return claiming(remembered, claims);
	},
});

/** A latch stays while its sensor is lost, because the temperature is unknown. */
const tooHot = (tank: Celsius | undefined, maximum: Celsius, release_below: number) =>
	reason("tank_maximum", tank === undefined ? { maximum, release_below } : { tank, maximum, release_below });
const filledTo = (tank: Celsius | undefined, target: Celsius, release_below: number) =>
	reason("tank_full", tank === undefined ? { target, release_below } : { tank, target, release_below });

const isBeyond = (compare: Compare, hottest: Celsius | undefined, maximum: Celsius): boolean =>
	hottest !== undefined && compare.atLeast(HOTTEST, hottest, celsius(Math.min(shifted(maximum, BEYOND), HIGHEST)));
const strayed = (part: string, release_below: number) => reason("tank_still_heated", { part, release_below });

/** On at `at` or more, off strictly below `below`. Unchanged in between, and while the value is unknown. */
const latch = (
	compare: Compare,
	of: Gauge<"°C">,
	was: boolean,
	value: Celsius | undefined,
	at: Celsius,
	below: Celsius,
	setting: string,
) => (value === undefined ? was : compare.atLeast(of, value, was ? below : at, setting));

/**
 * A lost sensor is not a cool one: a sensor that was part of the maximum counts until it was measured below the release, or
 * is removed from the options. The same array while nothing changes.
 */
function reachedBy(
	compare: Compare,
	sensors: readonly Thermometer[],
	readings: Readings,
	before: string[] | undefined,
	hot: boolean,
	release: Celsius,
): string[] | undefined {
	// Nothing counts and nothing is added: so it is in nearly every turn.
	if (!hot && (before === undefined || before.length === 0)) return before;
	const now = sensors.flatMap((sensor) => {
		const was = before?.includes(sensor.id) === true;
		const value = temperature(readings, sensor);
		return (value === undefined ? was : (was || hot) && compare.atLeast(LAYER, value, release, "maximum"))
			? [sensor.id as string]
			: [];
	});
	const same = now.length === (before ?? []).length && now.every((id, nth) => id === before?.[nth]);
	return same ? before : now;
}

/** The first of these that is lost, by its id. */
const lostOf = (
	ids: readonly string[] | undefined,
	sensors: readonly Thermometer[],
	readings: Readings,
): string | undefined =>
	ids?.find((id) => {
		const sensor = sensors.find((one) => one.id === id);
		return temperature(readings, sensor) === undefined;
	});

const blind = (heaters: readonly Output[]): readonly Claim[] =>
	heaters.map((heater) => forbid(heater, "safety", reason("tank_unseen"), "fault"));
