import { type Compare, gauge } from "#model/decision/condition.ts";
import { type Celsius, type Kelvin, kelvin, shifted, warmerBy } from "#model/quantities/units.ts";

const TANK = gauge("tank", "°C");
const SURPLUS = gauge("surplus", "K");

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
