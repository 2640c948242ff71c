// Taken once: looked up on the global object in each of millions of steps, they would cost more than the physics.
const max = Math.max;

/** Least share of its speed at which a pump turns. */
const SLOWEST = 0.3;

/** A circulation pump. In pipes and coils its flow grows as its speed does (affinity laws). */
export class Pump {
	/** 0 to 100 %. */
	level = 0;
	/** Share of its flow that it moves: less with air in the pipes or a clogged filter, nothing when it is broken. */
	moves = 1;
	/** L/h at full speed. */
	readonly litres: number;

	constructor(litres: number) {
		this.litres = litres;
	}

	/** Share of the full flow: 0 while it rests, never slower than it can turn. */
	get turning(): number {
		const speed = this.level / 100;
		return speed > 0 ? max(speed, SLOWEST) * this.moves : 0;
	}
}
