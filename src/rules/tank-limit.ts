import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { forbid } from "#model/decision/claim.ts";
import { type Claim, reason } from "#model/decision/decision.ts";
import { into, isTank } from "#model/plant/circuit.ts";
import type { Output, Thermometer } from "#model/plant/plant.ts";
import { type Readings, temperature } from "#model/plant/reading.ts";
import { degrees, kelvins } from "#model/quantities/fields.ts";
import { type Celsius, celsius, kelvin, shifted } from "#model/quantities/units.ts";
import { refusedWith } from "#model/sentences/refusal.ts";

/**
 * Two limits of the tank. At `target` charging stops (cooling the collector into it may go on). At `maximum`, judged by
 * the hottest valid sensor of the tank, all that heats it is forbidden for safety; with no valid one its heaters are.
 */
export const tankLimit = rule({
	id: "tank_limit",
	per: "part",
	where: isTank,
	needs: { circuits: into },
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
	}),
	propose({ at, circuits }, { readings, settings }, memory) {
		const { sensor, sensors, heaters } = at;
		if (sensors.length === 0) return heaters.length === 0 ? silent(memory) : claiming(memory, blind(heaters));
		const { target, hysteresis, maximum } = settings;
		const reference = temperature(readings, sensor);
		const hottest = hottestOf(sensors, readings);
		const full = latch(memory.full, reference, target, shifted(target, kelvin(-hysteresis)));
		const release = shifted(maximum, kelvin(-hysteresis));
		const hot = latch(memory.too_hot, hottest, maximum, release);
		const reached = reachedBy(sensors, readings, memory.reached, hot, release);
		const lost = reached?.find((id) => temperatureOf(sensors, readings, id) === undefined);
		const too_hot = hot || lost !== undefined;
		const same = full === memory.full && too_hot === memory.too_hot && reached === memory.reached;
		const remembered = same ? memory : { full, too_hot, ...(reached && { reached }) };
		if (!full && !too_hot && hottest !== undefined) return silent(remembered);
		const claims: Claim[] = [];
		if (too_hot) {
			const because =
				lost === undefined || (hottest !== undefined && hottest >= release)
					? tooHot(hottest, maximum, release)
					: reason("tank_maximum_lost", { sensor: lost, maximum, release_below: release });
			for (const on of [...circuits, ...heaters]) claims.push(forbid(on, "safety", because, "tank_too_hot"));
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

/** On at `at` or more, off strictly below `below`. Unchanged in between, and while the value is unknown. */
const latch = (was: boolean, value: Celsius | undefined, at: Celsius, below: Celsius) =>
	value === undefined ? was : was ? value >= below : value >= at;

/**
 * A lost sensor is not a cool one: a sensor that was part of the maximum counts until it was measured below the release, or
 * is removed from the options. The same array while nothing changes.
 */
function reachedBy(
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
		return (value === undefined ? was : value >= release && (was || hot)) ? [sensor.id as string] : [];
	});
	const same = now.length === (before ?? []).length && now.every((id, nth) => id === before?.[nth]);
	return same ? before : now;
}

const temperatureOf = (sensors: readonly Thermometer[], readings: Readings, id: string): Celsius | undefined =>
	temperature(
		readings,
		sensors.find((sensor) => sensor.id === id),
	);

function hottestOf(sensors: readonly Thermometer[], readings: Readings): Celsius | undefined {
	let hottest: Celsius | undefined;
	for (const sensor of sensors) {
		const value = temperature(readings, sensor);
		if (value !== undefined && (hottest === undefined || value > hottest)) hottest = value;
	}
	return hottest;
}

const blind = (heaters: readonly Output[]): readonly Claim[] =>
	heaters.map((heater) => forbid(heater, "safety", reason("tank_unseen"), "fault"));
