/** So many of a list by a seed (mulberry32), in the order of the list. The same seed draws the same. */
export function draw<T>(all: readonly T[], count: number, seed: number): readonly T[] {
	let state = seed;
	const chance = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
	return all
		.map((one, nth) => ({ one, nth, lot: chance() }))
		.toSorted((a, b) => a.lot - b.lot)
		.slice(0, count)
		.toSorted((a, b) => a.nth - b.nth)
		.map(({ one }) => one);
}
