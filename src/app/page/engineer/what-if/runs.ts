import type { Plant } from "#model/plant/plant.ts";
import type { Line, SolarPlant } from "./lines.ts";
import type { Series } from "./series.ts";

const MINUTE = 60;
/** Minutes and K of a run that says something. */
const LONG = 15;
const RISE = 1;
/** In a large store a run is long where it is not warm. */
const LARGE = { minutes: 60, rise: 0.3 };

/** A run of a line alone. */
export interface Run {
	/** K by which its store became warmer. */
	readonly rise: number;
	/** K between field and store, times seconds, as if at full speed. */
	readonly sum: number;
}

export const meanAt = ({ sensors }: Plant, { means }: Series, n: number, sensor: number): number =>
	means[n * sensors.length + sensor] ?? Number.NaN;

/** Mean of what measures a store. NaN where one has no value. */
export const warmthOf = (plant: Plant, series: Series, sensors: readonly number[], n: number): number =>
	sensors.reduce((sum, index) => sum + meanAt(plant, series, n, index), 0) / sensors.length;

/** For which part of a minute heat flowed in a circuit, as if at full speed. */
export function fullFlow(
	{ circuits }: Plant,
	{ flowed, moved }: Series,
	n: number,
	circuit: number,
	slow: number,
): number {
	const time = flowed[n * circuits.length + circuit] ?? 0;
	if (time === 0) return 0;
	const level = (moved[n * circuits.length + circuit] ?? 0) / time;
	return level >= 1 || slow === 1 ? time * level : time * level ** slow;
}

/** K between the two ends of a line, by what flowed in a minute. */
export function gapOf(plant: Plant, series: Series, { ways }: Line, n: number, slow: number): number {
	let sum = 0;
	for (const { circuit, hot, cold, share } of ways) {
		const flow = fullFlow(plant, series, n, circuit.index, slow);
		if (flow > 0) sum += flow * share * (meanAt(plant, series, n, hot) - meanAt(plant, series, n, cold));
	}
	return sum;
}

/** Each long run in which nothing else heats the store. */
export function runsOf(plant: Plant, series: Series, solar: SolarPlant, line: Line, slow: number): readonly Run[] {
	const { minutes, ran, flowed } = series;
	const { circuits, outputs } = plant;
	const store = solar.stores[line.to];
	if (store === undefined) return [];
	const own = line.ways.map(({ circuit }) => circuit.index);
	const others = circuits.filter(
		({ index, to, from }) => !own.includes(index) && (to === store.part || from === store.part),
	);
	const heaters = store.part.heaters.map(({ index }) => index);
	const runs = (n: number) => own.some((index) => (flowed[n * circuits.length + index] ?? 0) > 0.99);
	const alone = (n: number) =>
		heaters.every((index) => (ran[n * outputs.length + index] ?? 0) === 0) &&
		others.every(({ index }) => (flowed[n * circuits.length + index] ?? 0) === 0);
	const found: Run[] = [];
	for (let n = 0; n < minutes.length; ) {
		let [end, sum] = [n, 0];
		while (runs(end) && alone(end) && (end === n || minutes[end] === (minutes[end - 1] ?? 0) + 1)) {
			sum += gapOf(plant, series, line, end, slow) * MINUTE;
			end += 1;
		}
		const rise =
			end > n ? warmthOf(plant, series, store.sensors, end - 1) - warmthOf(plant, series, store.sensors, n) : 0;
		const says = rise >= RISE || (end - n >= LARGE.minutes && rise >= LARGE.rise);
		if (end - n >= LONG && says && sum > 0) found.push({ rise, sum });
		n = Math.max(end, n + 1);
	}
	return found;
}

/** Of each stop of a field after a run: by how much faster it warmed, for the difference that the pump had used. */
export function stopsOf(
	plant: Plant,
	series: Series,
	solar: SolarPlant,
	field: number,
	slow: number,
): readonly number[] {
	const { minutes, flowed } = series;
	const ways = solar.lines.flatMap(({ ways, between }) => (between ? [] : ways.filter(({ from }) => from === field)));
	const share = (n: number) => {
		let sum = 0;
		for (const { circuit } of ways) sum += flowed[n * plant.circuits.length + circuit.index] ?? 0;
		return sum;
	};
	const all = (from: number, to: number, is: (ran: number) => boolean) => {
		for (let n = from; n <= to; n += 1) if (!is(share(n))) return false;
		return true;
	};
	const found: number[] = [];
	for (let n = 4; n + 4 < minutes.length; n += 1) {
		if ((minutes[n + 4] ?? 0) - (minutes[n - 4] ?? 0) !== 8 || share(n - 1) < 0.99) continue;
		if (!all(n - 3, n - 1, (ran) => ran > 0.99) || !all(n + 1, n + 4, (ran) => ran < 0.01)) continue;
		const way = ways.find(({ circuit }) => (flowed[(n - 1) * plant.circuits.length + circuit.index] ?? 0) > 0.5);
		if (way === undefined) continue;
		const at = (minute: number) => meanAt(plant, series, minute, way.hot);
		const [before, after] = [(at(n - 1) - at(n - 3)) / 2, (at(n + 4) - at(n + 1)) / 3];
		const gap = at(n - 1) - meanAt(plant, series, n - 1, way.cold);
		const answer = (after - before) / (gap * fullFlow(plant, series, n - 1, way.circuit.index, slow)) / MINUTE;
		if (gap > 1 && answer > 0) found.push(answer);
	}
	return found;
}
