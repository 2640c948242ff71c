import { type Compare, gauge } from "#model/decision/condition.ts";
import { type Reason, reason } from "#model/decision/decision.ts";
import { minutesUntil, timesIn } from "#model/quantities/times.ts";
import {
	after,
	type Celsius,
	type Instant,
	inSeconds,
	instant,
	type KelvinPerHour,
	kelvin,
	minutes,
	type Seconds,
	seconds,
	shifted,
	since,
} from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import { isWithin, windowsIn } from "#model/quantities/windows.ts";
import type { Settings } from "./heater-control-options.ts";

const TANK = gauge("tank", "°C");
const SPARE = gauge("spare", "s");

export type Why = "comfort" | "ready" | "surplus";

/** Heat that is wanted up to a temperature, or why none is. */
export type Demand = Heat | { readonly kind: "none"; readonly because: Reason };
export interface Heat {
	readonly kind: "heat";
	readonly why: Why;
	readonly target: Celsius;
	/** So long the sun may take for it. */
	readonly within: Seconds;
	/** It ends then. */
	readonly until?: Instant;
	readonly because: Reason;
}

export interface View {
	readonly now: Instant;
	readonly wall: Wall;
	readonly settings: Settings;
	readonly tank: Celsius;
	/** How fast the heater raises it. */
	readonly rate: KelvinPerHour;
	readonly surplus: boolean;
	/** What the heater is wanted for already. */
	readonly why: Why | undefined;
	readonly ready_until: number | undefined;
	readonly compare: Compare;
}

/** What heat is wanted for: surplus before the ready-by time before comfort. */
export function demandIn(view: View): Demand {
	const { settings, tank, surplus, compare } = view;
	const { surplus_target } = settings;
	if (compare.so("has_surplus", surplus) && goesTo(surplus_target, "surplus_target", view))
		return heat("surplus", surplus_target, seconds(0), reason("heater_surplus", { tank, target: surplus_target }));
	const ready = readyIn(view);
	if (ready?.kind === "heat") return ready;
	const comfort = settings.mode === "on" ? comfortIn(view) : undefined;
	if (comfort?.kind === "heat") return comfort;
	if (surplus) return none(reason("heater_full", { tank, target: surplus_target }));
	return ready ?? comfort ?? none(reason("heater_eco", { tank }));
}

const none = (because: Reason): Demand => ({ kind: "none", because });
const heat = (why: Why, target: Celsius, within: Seconds, because: Reason): Heat => ({
	kind: "heat",
	why,
	target,
	within,
	because,
});

/** Begins at the target less the hysteresis, and ends at the target. */
const goesTo = (target: Celsius, setting: string, { tank, why, settings, compare }: View): boolean =>
	why === undefined
		? compare.atMost(TANK, tank, startOf(target, settings), setting)
		: compare.below(TANK, tank, target, setting);
const startOf = (target: Celsius, { hysteresis }: Settings): Celsius => shifted(target, kelvin(-hysteresis));

function comfortIn(view: View): Demand {
	const { settings, wall, tank, compare } = view;
	const { comfort, windows, wait_for_sun } = settings;
	const read = windowsIn(windows);
	const within = read === undefined ? false : isWithin(read, wall);
	if (within === undefined) return none(reason("heater_clock"));
	if (!compare.so("within_hours", within, "windows")) return none(reason("heater_outside", { windows }));
	if (!goesTo(comfort, "comfort", view))
		return none(reason("heater_warm", { tank, start_at: startOf(comfort, settings) }));
	return heat("comfort", comfort, inSeconds(wait_for_sun), reason("heater_comfort", { tank, target: comfort }));
}

/** Undefined without a ready-by time. */
function readyIn(view: View): Demand | undefined {
	const { settings, wall, now, tank, rate, why, ready_until, compare } = view;
	const { ready_by, comfort, margin } = settings;
	const left = minutesUntil(timesIn(ready_by) ?? [], wall);
	const goes = why === "ready" && ready_until !== undefined && since(now, instant(ready_until)) > 0;
	if (goes && compare.below(TANK, tank, comfort, "comfort")) return readied(view, instant(ready_until));
	if (ready_by === "never") return undefined;
	if (left === undefined) return none(reason("heater_clock"));
	if (compare.above(TANK, tank, startOf(comfort, settings), "comfort"))
		return none(reason("heater_warm", { tank, start_at: startOf(comfort, settings) }));
	const takes = minutes(Math.ceil(((comfort - tank) / rate) * 60));
	const spare = left - takes - margin;
	if (left > 0 && compare.atMost(SPARE, inSeconds(minutes(spare)), seconds(0), "margin"))
		return readied(view, after(now, inSeconds(minutes(left))));
	return none(reason("heater_ready_later", { tank, target: comfort, left: inSeconds(minutes(Math.max(0, spare))) }));
}

function readied({ settings: { comfort }, tank, now }: View, until: Instant): Heat {
	const left = since(now, until);
	return { ...heat("ready", comfort, left, reason("heater_ready", { tank, target: comfort, left })), until };
}
