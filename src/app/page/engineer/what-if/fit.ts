import type { Plant } from "#model/plant/plant.ts";
import type { SolarLoop } from "./loop.ts";
import type { Series } from "./series.ts";

/** How the house answers to its pump, per second. */
export interface Answer {
	/** K that the tank gains per K between collector and tank. */
	readonly tank: number;
	/** K that the collector loses per K between them, while the pump runs. */
	readonly collector: number;
	/** Share of an excess of its temperature that the collector loses to the air. */
	readonly loss: number;
	/** Share of an excess of its temperature that the tank loses, mostly by what is drawn from it. */
	readonly use: number;
}

export interface Fitted {
	readonly likely: Answer;
	/** Others that fit as well: what is told has to hold for them too. */
	readonly others: readonly Answer[];
	/** How many runs and stops were measured. */
	readonly runs: number;
	readonly stops: number;
}

const MINUTE = 60;
/** Minutes and K of a run that says something. */
const LONG = 15;
const RISE = 1;
/** Runs and stops below which nothing is told. */
const ENOUGH = 5;
/** A collector of 8 kJ/m²K that loses 4 W/m²K. Its losses show in nothing that is recorded, so they are tried from half to twice that. */
const LOSS = 4 / 8000;

/** What the recorded runs and stops say. Undefined where there are too few. */
export function fitted(plant: Plant, series: Series, loop: SolarLoop): Fitted | undefined {
	const gains = tankAnswers(plant, series, loop);
	const stops = collectorAnswers(plant, series, loop);
	if (gains.length < ENOUGH || stops.length < ENOUGH) return undefined;
	const [low, tank, high] = [0.25, 0.5, 0.75].map((share) => quantile(gains, share));
	const [slow, collector, quick] = [0.25, 0.5, 0.75].map((share) => quantile(stops, share));
	if (!tank || !collector || !low || !high || !slow || !quick) return undefined;
	const use = useOf(plant, series, loop, tank);
	return {
		likely: { tank, collector, loss: LOSS, use },
		others: [
			{ tank: low, collector: quick, loss: LOSS / 2, use: 0 },
			{ tank: high, collector: slow * LAG, loss: LOSS * 2, use: use * 1.5 },
		],
		runs: gains.length,
		stops: stops.length,
	};
}

/** Pipes and sensors lag behind, so the collector answers more slowly within the first minutes than its means show. */
const LAG = 0.7;
/** Temperature of the water that comes in. */
const COLD = 10;

/** What comes in goes out again, in proportion to how warm the tank is. */
function useOf({ sensors, outputs }: Plant, { minutes, means, ran }: Series, loop: SolarLoop, tank: number): number {
	let [gained, warm, count] = [0, 0, 0];
	for (let n = 0; n < minutes.length; n += 1) {
		const at = (index: number) => means[n * sensors.length + index] ?? Number.NaN;
		const stored = loop.layers.reduce((sum, index) => sum + at(index), 0) / loop.layers.length;
		const gain = (ran[n * outputs.length + loop.pump] ?? 0) * (at(loop.collector) - at(loop.tank)) * tank * MINUTE;
		if (!Number.isFinite(stored) || !Number.isFinite(gain)) continue;
		gained += gain;
		warm += stored;
		count += 1;
	}
	return gained / (Math.max(1, warm / count - COLD) * count * MINUTE);
}

const quantile = (values: readonly number[], share: number) => {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.round(share * (sorted.length - 1))];
};

/** Of each long run: how much the tank gained, for the time and difference that it took. */
function tankAnswers({ sensors, outputs }: Plant, { minutes, means, ran }: Series, loop: SolarLoop): readonly number[] {
	const found: number[] = [];
	const at = (n: number, index: number) => means[n * sensors.length + index] ?? Number.NaN;
	const stored = (n: number) => loop.layers.reduce((sum, index) => sum + at(n, index), 0) / loop.layers.length;
	for (let n = 0; n < minutes.length; ) {
		let [end, sum] = [n, 0];
		while (runsAt(end) && (end === n || minutes[end] === (minutes[end - 1] ?? 0) + 1)) {
			sum += (at(end, loop.collector) - at(end, loop.tank)) * MINUTE;
			end += 1;
		}
		const rise = stored(end - 1) - stored(n);
		if (end - n >= LONG && rise >= RISE && sum > 0) found.push(rise / sum);
		n = Math.max(end, n + 1);
	}
	return found;

	function runsAt(n: number) {
		return (ran[n * outputs.length + loop.pump] ?? 0) > 0.99;
	}
}

/** Of each stop after a run: by how much faster the collector warmed, for the difference that the pump had used. */
function collectorAnswers(
	{ sensors, outputs }: Plant,
	{ minutes, means, ran }: Series,
	loop: SolarLoop,
): readonly number[] {
	const found: number[] = [];
	const at = (n: number, index: number) => means[n * sensors.length + index] ?? Number.NaN;
	const share = (n: number) => ran[n * outputs.length + loop.pump] ?? 0;
	const all = (from: number, to: number, is: (ran: number) => boolean) => {
		for (let n = from; n <= to; n += 1) if (!is(share(n))) return false;
		return true;
	};
	for (let n = 4; n + 4 < minutes.length; n += 1) {
		if ((minutes[n + 4] ?? 0) - (minutes[n - 4] ?? 0) !== 8) continue;
		if (!all(n - 3, n - 1, (ran) => ran > 0.99) || !all(n + 1, n + 4, (ran) => ran < 0.01)) continue;
		const before = (at(n - 1, loop.collector) - at(n - 3, loop.collector)) / 2;
		const after = (at(n + 4, loop.collector) - at(n + 1, loop.collector)) / 3;
		const gap = at(n - 1, loop.collector) - at(n - 1, loop.tank);
		const answer = (after - before) / gap / MINUTE;
		if (gap > 1 && answer > 0) found.push(answer);
	}
	return found;
}
