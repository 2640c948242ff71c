import { type Compared, flipsAtLimit, overLimit } from "#model/decision/condition.ts";
import { KINDS } from "#model/quantities/quantity.ts";
import { type Seconds, seconds } from "#model/quantities/units.ts";
import type { Noted, Otherwise, Played, Turn } from "./what-if.ts";
import { played } from "./what-if.ts";

/** How the distance of a compared value from its limit follows a sensor, or time. */
export interface Slopes {
	/** Per unit of each sensor that matters, by its place in the plant. */
	readonly sensors: ReadonlyMap<number, number>;
	/** Per second. */
	readonly time: number;
}

const distance = ({ value, limit }: Compared) => value - limit;
const SECOND = seconds(1);

/** The slopes of all comparisons of a turn, by their keys: found by playing it with each sensor a little higher. */
export function slopesOf(turn: Turn, base: Played): ReadonlyMap<string, Slopes> {
	const { sensors } = turn.bound.plant;
	const moved = sensors.flatMap(({ index, quantity }) => {
		if (base.decision.state.readings[index]?.kind !== "ok") return [];
		const by = 10 ** (1 - KINDS[quantity].digits);
		const up = distances(played(turn, { shifts: new Map([[index, by]]) }));
		const down = distances(played(turn, { shifts: new Map([[index, -by]]) }));
		return [{ index, by, up, down }];
	});
	const afterwards = distances(played(turn, { later: SECOND }));
	const slopes = new Map<string, Slopes>();
	for (const [key, was] of distances(base)) {
		const found = moved.flatMap(({ index, by, up, down }) => {
			const [higher, lower] = [up.get(key), down.get(key)];
			const slope = higher !== undefined ? (higher - was) / by : lower !== undefined ? (was - lower) / by : 0;
			return Math.abs(slope) < 1e-6 ? [] : ([[index, slope]] as const);
		});
		slopes.set(key, { sensors: new Map(found), time: (afterwards.get(key) ?? was) - was });
	}
	return slopes;
}

function distances({ noted }: Played): ReadonlyMap<string, number> {
	const found = new Map<string, number>();
	for (const one of noted) if (one.condition.is !== "so") found.set(one.key, distance(one.condition));
	return found;
}

/** What would have to be otherwise so that a condition has the other outcome: several ways, the plainest first. */
export function crossings({ condition, key }: Noted, slopes: Slopes | undefined, turn: Turn): readonly Otherwise[] {
	// A setting changes nothing until a person changes it.
	if (condition.is === "so") return condition.setting === undefined ? [{ turned: key }] : [];
	if (slopes === undefined) return [];
	const ways: Otherwise[] = [];
	for (const [index, slope] of slopes.sensors) {
		const sensor = turn.bound.plant.sensors[index];
		const value = turn.input.samples[index]?.value;
		if (sensor === undefined || value === undefined) continue;
		const digit = 10 ** -KINDS[sensor.quantity].digits;
		const flips = (by: number) =>
			played(turn, { shifts: new Map([[index, by]]) }).noted.some(
				(one) => one.key === key && one.condition.met !== condition.met,
			);
		const by = tightened(needed(condition, slope, digit), digit, flips);
		const there = value + sensor.offset + by;
		if (there >= sensor.range.low && there <= sensor.range.high) ways.push({ shifts: new Map([[index, by]]) });
	}
	const wait = waitFor(condition, slopes.time);
	return wait === undefined ? ways : [...ways, { later: wait }];
}

/** No further than needed: of several sensors one may matter only from some value on. */
function tightened(by: number, digit: number, flips: (by: number) => boolean): number {
	const short = by - Math.sign(by) * digit;
	if (Math.sign(short) !== Math.sign(by) || !flips(short)) return by;
	let [low, high] = [0, short];
	while (Math.abs(high - low) > digit / 4) {
		const middle = (low + high) / 2;
		if (flips(middle)) high = middle;
		else low = middle;
	}
	return high;
}

/** How far a sensor must move, so that the outcome is the other one: to the limit, or a digit past it. */
function needed(condition: Compared, slope: number, digit: number): number {
	const way = -distance(condition);
	const past = digit * (overLimit(condition) ? 1 : -1);
	const [exact, beyond] = [way / slope, (way + past) / slope];
	const nudged = exact + Math.sign(past) * Math.sign(slope) * 1e-9;
	return flipsAtLimit(condition) ? nudged : beyond;
}

function waitFor(condition: Compared, perSecond: number): Seconds | undefined {
	if (Math.abs(perSecond) < 1e-6) return undefined;
	const wait = Math.ceil(-distance(condition) / perSecond) + (flipsAtLimit(condition) ? 0 : 1);
	return wait > 0 ? seconds(wait) : undefined;
}
