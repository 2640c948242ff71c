/** Seeded dice: the same throws every time (mulberry32). */
export interface Dice {
	/** 0 to `below` - 1. */
	nat(below: number): number;
	/** True once in so many throws. */
	once(inThrows: number): boolean;
	of<T>(...from: readonly [T, ...T[]]): T;
	/** One of a list, or undefined if it is empty. */
	from<T>(list: readonly T[]): T | undefined;
	times<T>(count: number, each: (nth: number) => T): T[];
}

export function dice(seed: number): Dice {
	let a = seed;
	const next = () => {
		a = (a + 0x6d2b79f5) | 0;
		let t = Math.imul(a ^ (a >>> 15), a | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
	const nat = (below: number) => Math.floor(next() * below);
	return {
		nat,
		once: (inThrows) => nat(inThrows) === 0,
		of: (...from) => from[nat(from.length)] ?? from[0],
		from: (list) => list[nat(list.length)],
		times: (count, each) => Array.from({ length: count }, (_, nth) => each(nth)),
	};
}
