/** Random numbers that repeat: the same seed gives the same series (mulberry32, public domain). */
export class Chance {
	private state: number;

	constructor(seed: number) {
		this.state = seed >>> 0;
	}

	/** From 0 to just below 1. */
	uniform(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	}

	/** Normal distribution, mean 0 and deviation 1 (Box and Muller). */
	normal(): number {
		const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
		return radius * Math.cos(2 * Math.PI * this.uniform());
	}
}
