/** One line of the result: a figure beside its bar. */
export interface Row {
	readonly what: string;
	readonly value: number;
	readonly unit: string;
	/** The most that `value` may be; absent where a figure is only told. */
	readonly bar?: number;
	readonly ok: boolean;
	/** What was measured behind the figure. */
	readonly details: Readonly<Record<string, number | string>>;
}

export interface Bar {
	readonly id: string;
	/** Says what is demanded, and which percentile the demand is held to. */
	readonly title: string;
	/** It mostly waits, by the clock of the world: such bars are measured beside each other, after all others. */
	readonly waits?: true;
	run(bench: Bench): Promise<readonly Row[]>;
}

/** What every bar works with. */
export interface Bench {
	/** The built app with what ships beside it, and the built floor; both run by this same Node. */
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

/** A figure that nothing is demanded of. */
export const told = (what: string, value: number, unit: string, details: Row["details"] = {}): Row => ({
	what,
	value,
	unit,
	ok: true,
	details,
});

/**
 * How many times the floor something takes. Noise of the machine can spoil the medians or the minima; so a bar fails
 * only where both miss it.
 */
export const ratio = (what: string, ours: readonly number[], floors: readonly number[], bar?: number, unit = "ms") =>
	compared(what, ours, floors, "x floor", bar, unit, (our, floor) => our / floor);

/** How much more than the floor something takes, judged as `ratio` is. */
export const over = (what: string, ours: readonly number[], floors: readonly number[], bar: number, unit = "ms") =>
	compared(what, ours, floors, `${unit} over`, bar, unit, (our, floor) => our - floor);

/** A figure of every round held to the same bar: it fails only where both the median and the least miss. */
export function steady(
	what: string,
	rounds: readonly number[],
	unit: string,
	bar: number,
	details: Row["details"] = {},
): Row {
	const [middle, best] = [median(rounds), least(rounds)];
	const value = Math.min(middle, best);
	return { what, value, unit, bar, ok: value <= bar, details: { median: middle, min: best, ...details } };
}

function compared(
	what: string,
	ours: readonly number[],
	floors: readonly number[],
	unit: string,
	bar: number | undefined,
	inner: string,
	compare: (our: number, floor: number) => number,
): Row {
	const medians = compare(median(ours), median(floors));
	const minima = compare(least(ours), least(floors));
	return {
		what,
		value: bar === undefined ? medians : Math.min(medians, minima),
		unit,
		...(bar === undefined ? {} : { bar }),
		ok: bar === undefined || medians <= bar || minima <= bar,
		details: {
			median: `${short(median(ours))} ${inner}`,
			floor: `${short(median(floors))} ${inner}`,
			min: `${short(least(ours))} ${inner}`,
			floor_min: `${short(least(floors))} ${inner}`,
			medians: short(medians),
			minima: short(minima),
		},
	};
}

/** Three significant digits. */
export const short = (value: number) => (Number.isFinite(value) ? String(Number(value.toPrecision(3))) : "-");
