/** A valve of two positions: 0 is its relay at rest, 1 its relay energised. It moves evenly through its travel. */
export class Valve {
	/** Where it is to go: at rest at 0 %. */
	level = 0;
	/** Where it stands, 0 to 1. */
	position = 0;
	/** Seconds from one end to the other. */
	private readonly travel: number;

	constructor(travel: number) {
		this.travel = travel;
	}

	move(seconds: number): void {
		const target = this.level > 0 ? 1 : 0;
		const left = target - this.position;
		if (left === 0) return;
		const most = this.travel > 0 ? seconds / this.travel : 1;
		this.position = Math.abs(left) <= most ? target : this.position + Math.sign(left) * most;
	}

	/** How far the way is open that belongs to a position, 0 to 1. */
	opening(position: number): number {
		return position > 0 ? this.position : 1 - this.position;
	}
}
