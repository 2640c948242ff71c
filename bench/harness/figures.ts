/** One line of the result: a figure beside its bar. */
export interface Row {
	readonly what: string;
	readonly value: number;
	readonly unit: string;
	/** The most that `value` may be. */
	readonly bar: number;
	readonly ok: boolean;
	/** What was measured behind the figure. */
	readonly details: Readonly<Record<string, number | string>>;
}

export interface Bar {
	readonly id: string;
	readonly title: string;
	run(bench: Bench): Promise<readonly Row[]>;
}

/** What every bar works with. */
export interface Bench {
	/** The built app and the built floor, both run by this same Node. */
	readonly app: string;
	readonly floor: string;
	/** What the build of the app came to. */
	readonly made: readonly { readonly file: string; readonly bytes: number }[];
	/** Measured rounds, after one that is thrown away. */
	readonly rounds: number;
	readonly quick: boolean;
	tell(line: string): void;
}

export const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
/** The value that `share` of all do not exceed (nearest rank). */
export const percentile = (values: readonly number[], share: number): number => {
	const all = sorted(values);
	return all[Math.max(0, Math.ceil(share * all.length) - 1)] ?? Number.NaN;
};
export const least = (values: readonly number[]) => Math.min(...values);
export const median = (values: readonly number[]): number => {
	const all = sorted(values);
	const half = all.length / 2;
	const upper = all[Math.floor(half)] ?? Number.NaN;
	return Number.isInteger(half) ? ((all[half - 1] ?? Number.NaN) + upper) / 2 : upper;
};

export const limit = (what: string, value: number, unit: string, bar: number, details: Row["details"] = {}): Row => ({
	what,
	value,
	unit,
	bar,
	ok: value <= bar,
	details,
});

/**
 * How many times the floor something takes. Noise of the machine can spoil the medians or the minima; so a bar fails
 * only where both miss it.
 */
export function ratio(what: string, ours: readonly number[], floors: readonly number[], bar: number, unit = "ms"): Row {
	const medians = median(ours) / median(floors);
	const minima = least(ours) / least(floors);
	return {
		what,
		value: Math.min(medians, minima),
		unit: "x floor",
		bar,
		ok: medians <= bar || minima <= bar,
		details: {
			median: `${short(median(ours))} ${unit}`,
			floor: `${short(median(floors))} ${unit}`,
			min: `${short(least(ours))} ${unit}`,
			floor_min: `${short(least(floors))} ${unit}`,
			medians: short(medians),
			minima: short(minima),
		},
	};
}

/** Three significant digits. */
export const short = (value: number) => (Number.isFinite(value) ? String(Number(value.toPrecision(3))) : "-");
