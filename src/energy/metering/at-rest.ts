import type { Circuit } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
import { type Instant, instant, since } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import type { HeatMemory } from "./memory.ts";
import { NIGHT, nightOver, seenTogether } from "./pair.ts";
import type { Seen } from "./reading.ts";
import type { Meter } from "./wiring.ts";

/** Seconds of rest after which both pipes are as warm as the cellar, and K that the tank beside them may be warmer. */
const RESTED = 4 * 3600;
const NEAR = 10;
const MINUTE = 60;

interface Rest {
	readonly now: Instant;
	readonly wall: Wall;
	readonly begun: Instant;
}

/** At night, while nothing flows, of a meter at the tank: compares the two sensors of pipes once a minute. The same object if nothing changed. */
export function atRest(circuit: Circuit, meter: Meter, before: HeatMemory, seen: Seen, { now, wall, begun }: Rest) {
	if (meter.return_estimated || !wall.trusted) return before;
	const { minute_of_day } = wall;
	if (minute_of_day < NIGHT.from || minute_of_day >= NIGHT.to) {
		const pair = nightOver(before.pair);
		return pair === before.pair ? before : { ...before, pair };
	}
	if (since(seen.since ?? begun, now) < RESTED) return before;
	if (before.at !== undefined && now >= before.at && since(instant(before.at), now) < MINUTE) return before;
	const hot = temperature(seen.readings, meter.hot);
	const cold = temperature(seen.readings, meter.cold);
	const tank = temperature(seen.readings, circuit.to_sensor);
	if (hot === undefined || cold === undefined || tank === undefined || Math.abs(tank - cold) > NEAR) return before;
	return { ...before, at: now, pair: seenTogether(before.pair, hot - cold) };
}
