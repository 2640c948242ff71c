/** In any unit of time. */
type Run = readonly [from: number, to: number];

/**
 * The parts of runs in which something was recorded: between two records nobody knows whether an output ran, as the app did not.
 * @param times begins of points, in order @param step from a point to the next one
 */
export function knownRuns(runs: readonly Run[], times: readonly number[], step: number, until: number): readonly Run[] {
	const known: [number, number][] = [];
	for (const at of times) {
		const last = known.at(-1);
		if (last !== undefined && at - last[1] < step / 2) last[1] = at + step;
		else known.push([at, at + step]);
	}
	// The newest point is written a little later.
	const newest = known.at(-1);
	if (newest !== undefined && until - newest[1] < 2 * step) newest[1] = until;
	return runs.flatMap(([from, to]) =>
		known.flatMap(([begin, end]): readonly Run[] => {
			const [a, b] = [Math.max(from, begin), Math.min(to, end)];
			return b > a ? [[a, b]] : [];
		}),
	);
}
