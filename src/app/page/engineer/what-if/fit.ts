import type { Plant } from "#model/plant/plant.ts";
import type { Line, SolarPlant } from "./lines.ts";
import { gapOf, type Run, runsOf, stopsOf, warmthOf } from "./runs.ts";
import type { Series } from "./series.ts";

/** How the house answers to its pumps, per second. */
export interface Answer {
	/** Of each line: K that its store gains per K between the two at full speed. */
	readonly lines: readonly number[];
	/** Of each field: K that it loses per K between it and the store, at full speed. */
	readonly fields: readonly number[];
	/** Share of an excess of its temperature that a field loses to the air. */
	readonly loss: number;
	/** Of each store: share of an excess of its temperature that it loses, mostly by what is drawn from it. */
	readonly use: readonly number[];
	/** A pump at the share v of its speed moves v to this power of the heat. */
	readonly slow: number;
}

export interface Fitted {
	readonly likely: Answer;
	/** Others that fit as well: what is told has to hold for them too. */
	readonly others: readonly Answer[];
	/** How many runs and stops were measured. */
	readonly runs: number;
	readonly stops: number;
	/** What the runs of one half say of the heat of the other half: its share of what was measured. */
	readonly checked: number;
}

/** Runs and stops below which nothing is told. */
const ENOUGH = 5;
/** A collector of 8 kJ/m²K that loses 4 W/m²K. Its losses show in nothing that is recorded, so they are tried from half to twice that. */
const LOSS = 4 / 8000;
/** Pipes and sensors lag behind, so the collector answers more slowly within the first minutes than its means show. */
const LAG = 0.7;
/** How much of its heat a slow pump moves: less flow leaves the coil colder, so it is more than in proportion. */
const SLOW = { likely: 0.6, most: 0.35, least: 0.9, each: [0.2, 0.35, 0.5, 0.65, 0.8, 1] } as const;
/** What the spreads of two powers have to differ by to tell them apart. */
const APART = 0.03;

/** What the recorded runs and stops say. Undefined where there are too few. */
export function fitted(plant: Plant, series: Series, solar: SolarPlant): Fitted | undefined {
	const slow = slowOf(plant, series, solar);
	const measured = (power: number, quarter: Quarter, stop: Quarter) =>
		answersOf(plant, series, solar, power, quarter, stop);
	const likely = measured(slow.likely, 0.5, 0.5);
	const low = measured(slow.least, 0.25, 0.75);
	const high = measured(slow.most, 0.75, 0.25);
	if (likely === undefined || low === undefined || high === undefined) return undefined;
	const { lines, fields } = likely;
	const use = usesOf(plant, series, solar, { lines, slow: slow.likely });
	return {
		likely: { lines, fields, loss: LOSS, use, slow: slow.likely },
		others: [
			{ ...low, loss: LOSS / 2, use: use.map(() => 0), slow: slow.least },
			{
				...{ lines: high.lines, fields: high.fields.map((one) => one * LAG) },
				...{ loss: LOSS * 2, use: use.map((one) => one * 1.5), slow: slow.most },
			},
		],
		runs: likely.runs,
		stops: likely.stops,
		checked: checkedOf(plant, series, solar, slow.likely),
	};
}

type Quarter = 0.25 | 0.5 | 0.75;

interface Answers extends Pick<Answer, "lines" | "fields"> {
	readonly runs: number;
	readonly stops: number;
}

function answersOf(
	plant: Plant,
	series: Series,
	solar: SolarPlant,
	slow: number,
	quarter: Quarter,
	stop: Quarter,
): Answers | undefined {
	const runs = solar.lines.map((line) => runsOf(plant, series, solar, line, slow));
	const own = runs.map((all) => (all.length < ENOUGH ? undefined : weighted(all, quarter)));
	const stops = solar.fields.map((_, field) => stopsOf(plant, series, solar, field, slow));
	const told = stops.map((all) => (all.length < ENOUGH ? undefined : quantile(all, stop)));
	const lines = solar.lines.map((line, n) => own[n] ?? likeAnother(solar, line, own));
	// A field that seldom stops alone answers like the others.
	const known = told.filter((one) => one !== undefined);
	const fields = told.map((one) => one ?? quantile(known, 0.5));
	if (!lines.every(isKnown) || !fields.every(isKnown)) return undefined;
	const count = (all: readonly (readonly unknown[])[]) => all.reduce((sum, { length }) => sum + length, 0);
	return { lines, fields, runs: count(runs.filter((_, n) => !solar.lines[n]?.between)), stops: count(stops) };
}
const isKnown = (one: number | undefined): one is number => one !== undefined;
const ratio = ({ rise, sum }: Run) => rise / sum;

/**
 * A line that seldom runs moves about what others from the same pump do, into what its store holds. What only goes from store to
 * store and was not measured is left out.
 */
function likeAnother(
	{ lines, stores }: SolarPlant,
	line: Line,
	own: readonly (number | undefined)[],
): number | undefined {
	if (line.between) return 0;
	const volume = (one: Line) => stores[one.to]?.volume ?? 0;
	const solar = lines.map((one, n) => ({ one, answer: own[n] })).filter(({ one, answer }) => !one.between && answer);
	const same = solar.find(({ one }) => one.pump === line.pump) ?? solar[0];
	return same?.answer && (same.answer * volume(same.one)) / volume(line);
}

/** What a run says counts by what flowed in it. */
function weighted(runs: readonly Run[], share: number): number | undefined {
	const sorted = runs.toSorted((a, b) => ratio(a) - ratio(b));
	let left = share * runs.reduce((all, { sum }) => all + sum, 0);
	for (const run of sorted) {
		left -= run.sum;
		if (left <= 0) return ratio(run);
	}
	return undefined;
}

const quantile = (values: readonly number[], share: number) => {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.round(share * (sorted.length - 1))];
};

/** The power with which runs at different speeds agree best, where that can be seen. Others that agree about as well are tried too. */
function slowOf(plant: Plant, series: Series, solar: SolarPlant) {
	if (!solar.lines.some(({ speeds, between }) => speeds && !between)) return { likely: 1, least: 1, most: 1 };
	const spreads = SLOW.each.map((power) => {
		const all = solar.lines
			.filter(({ speeds, between }) => speeds && !between)
			.map((line) => runsOf(plant, series, solar, line, power).map(ratio))
			.filter(({ length }) => length >= ENOUGH);
		const spread = all.map(
			(one) => ((quantile(one, 0.75) ?? 0) - (quantile(one, 0.25) ?? 0)) / (quantile(one, 0.5) ?? 1),
		);
		return { power, spread: spread.length === 0 ? 0 : Math.max(...spread) };
	});
	const best = spreads.reduce((one, other) => (other.spread < one.spread ? other : one));
	const near = spreads.filter(({ spread }) => spread < best.spread + APART).map(({ power }) => power);
	if (near.length > 3) return SLOW;
	return { likely: best.power, least: Math.min(1, Math.max(...near) + 0.1), most: Math.min(...near) - 0.1 };
}

/** Each other run is foretold from those between them. */
function checkedOf(plant: Plant, series: Series, solar: SolarPlant, slow: number): number {
	let [foretold, measured] = [0, 0];
	for (const line of solar.lines) {
		if (line.between) continue;
		const runs = runsOf(plant, series, solar, line, slow);
		const weight = solar.stores[line.to]?.volume || 1;
		if (runs.length < ENOUGH) continue;
		for (const odd of [0, 1]) {
			const answer =
				weighted(
					runs.filter((_, n) => n % 2 !== odd),
					0.5,
				) ?? 0;
			for (const { sum, rise } of runs.filter((_, n) => n % 2 === odd)) {
				foretold += answer * sum * weight;
				measured += rise * weight;
			}
		}
	}
	return measured === 0 ? 1 : foretold / measured;
}

/** Temperature of the water that comes in. */
const COLD = 10;

/** What comes in from the sun goes out again, in proportion to how warm the store is. */
function usesOf(
	plant: Plant,
	series: Series,
	solar: SolarPlant,
	{ lines, slow }: Pick<Answer, "lines" | "slow">,
): readonly number[] {
	return solar.stores.map((store, nth) => {
		let [gained, warm, count] = [0, 0, 0];
		for (let n = 0; n < series.minutes.length; n += 1) {
			const stored = warmthOf(plant, series, store.sensors, n);
			if (!Number.isFinite(stored)) continue;
			warm += stored;
			count += 1;
			for (const [at, line] of solar.lines.entries()) {
				if (line.to !== nth || line.between) continue;
				const gain = gapOf(plant, series, line, n, slow) * (lines[at] ?? 0) * 60;
				if (Number.isFinite(gain)) gained += gain;
			}
		}
		return count === 0 ? 0 : Math.max(0, gained) / (Math.max(1, warm / count - COLD) * count * 60);
	});
}
