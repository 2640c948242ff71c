// Taken once: looked up on the global object in each of millions of steps, they would cost more than the physics.
const floor = Math.floor;
const max = Math.max;
const min = Math.min;

/**
 * Warm water rises: equal nodes, bottom first, are mixed wherever a lower one is warmer. Keeps the sum. (Pool adjacent
 * violators, the least mixing that gives order.)
 */
export const settle = (temperatures: Float64Array): void => {
	let top = 0;
	while (top + 1 < temperatures.length) {
		if ((temperatures[top + 1] ?? 0) >= (temperatures[top] ?? 0)) top++;
		else top = mix(temperatures, top);
	}
};

/** Mixes around the inversion above `index` until it is in order. Gives the top node of the mixed part. */
const mix = (temperatures: Float64Array, index: number) => {
	let low = index;
	let high = index + 1;
	let sum = (temperatures[low] ?? 0) + (temperatures[high] ?? 0);
	for (;;) {
		const mean = sum / (high - low + 1);
		const below = low > 0 ? (temperatures[low - 1] ?? 0) : mean;
		const above = high + 1 < temperatures.length ? (temperatures[high + 1] ?? 0) : mean;
		if (below > mean) {
			sum += below;
			low--;
		} else if (above < mean) {
			sum += above;
			high++;
		} else {
			temperatures.fill(mean, low, high + 1);
			return high;
		}
	}
};

/** The temperature at this height, interpolated between the middles of equal nodes. All lengths in one unit. */
export const atHeight = (temperatures: Float64Array, height: number, total: number): number => {
	const last = temperatures.length - 1;
	const place = min(max((height / total) * temperatures.length - 0.5, 0), last);
	const below = min(floor(place), last);
	const above = min(below + 1, last);
	const share = place - below;
	return (temperatures[below] ?? 0) * (1 - share) + (temperatures[above] ?? 0) * share;
};
