import { type Compare, gauge } from "#model/decision/condition.ts";
import type { Thermometer } from "#model/plant/plant.ts";
import { hottestOf, type Readings, temperature } from "#model/plant/reading.ts";
import { type Celsius, celsius, type Kelvin, kelvin, shifted, warmerBy } from "#model/quantities/units.ts";

const TANK = gauge("tank", "°C");
const HOTTEST = gauge("hottest", "°C");
const SURPLUS = gauge("surplus", "K");

/** Minutes of the day between which tomorrow's sun is looked at, and until when a night lasts. */
export const EVENING = 17 * 60;
export const MORNING = 9 * 60;

/** Of a rule that cools a tank through a colder collector. */
export interface Limits {
	readonly tank_above: Celsius;
	readonly hysteresis: Kelvin;
	readonly colder_by: Kelvin;
	/** While it cools the collector may be colder by so little. Absent: by no less. */
	readonly ends_at?: Kelvin;
}

/**
 * A running pump fills the collector with the tank's water, so that its outlet is only a few kelvin colder: with the limit
 * of the start the pump would stop and start all night.
 */
export const ENDS_AT = kelvin(1);

/** Whether the tank gives heat back, and how much warmer it is; `cooling` is what was before. */
export function cools(compare: Compare, cooling: boolean, tank: Celsius, collector: Celsius, limits: Limits) {
	const { tank_above, hysteresis, colder_by, ends_at = colder_by } = limits;
	const surplus = warmerBy(tank, collector);
	const from = cooling ? shifted(tank_above, kelvin(-hysteresis)) : tank_above;
	const full = compare.atLeast(TANK, tank, from, "tank_above");
	const colder = compare.atLeast(SURPLUS, surplus, cooling ? ends_at : colder_by, "colder_by");
	return { surplus, cools: full && colder };
}

/** Of a rule that cools the part of a tank around its coil, as long as the tank is hot above it. */
export interface Depth extends Limits {
	/** So cold the water around the coil may become. */
	readonly cool_to: Celsius;
}

/**
 * As `cools`, but the hottest sensor says whether the tank is full, and the water around the coil is cooled further than
 * that: hot water stays above it, and what is cold there takes up the next day's sun. In a tank with one sensor both are
 * the same, so cooling ends at `tank_above` less the hysteresis.
 */
export function coolsDeep(compare: Compare, cooling: boolean, seen: Seen, limits: Depth) {
	const { hottest, tank, collector } = seen;
	const { tank_above, hysteresis, colder_by, cool_to } = limits;
	const surplus = warmerBy(tank, collector);
	const full = compare.atLeast(
		HOTTEST,
		hottest,
		cooling ? shifted(tank_above, kelvin(-hysteresis)) : tank_above,
		"tank_above",
	);
	const least = cooling ? cool_to : shifted(cool_to, hysteresis);
	const by = cooling ? ENDS_AT : colder_by;
	// Only the limit that the tank reaches first: the other one changes nothing.
	const gives =
		shifted(collector, by) > least
			? compare.atLeast(SURPLUS, surplus, by, "colder_by")
			: compare.above(TANK, tank, least, "cool_to");
	return { surplus, cools: full && gives };
}

/** °C of the hottest sensor of a tank, of the water around its coil, and of the collector. */
export interface Seen {
	readonly hottest: Celsius;
	readonly tank: Celsius;
	readonly collector: Celsius;
}

/** Undefined while the collector's or the coil's sensor is lost. */
export function seenOf(
	readings: Readings,
	collector: Thermometer,
	tank: Thermometer | undefined,
	sensors: readonly Thermometer[],
): Seen | undefined {
	const cold = temperature(readings, collector);
	const warm = temperature(readings, tank);
	if (cold === undefined || warm === undefined) return undefined;
	const hottest = hottestOf(readings, sensors) ?? warm;
	return { hottest: celsius(Math.max(hottest, warm)), tank: warm, collector: cold };
}
