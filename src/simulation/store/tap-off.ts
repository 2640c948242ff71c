import type { Source } from "../flow/source.ts";
import type { Tank } from "./tank.ts";

/** The top of a tank that heats another part: water leaves there and comes back at the bottom. */
export class TapOff implements Source {
	readonly through = 0;
	readonly blocked = false;
	/** Its tank holds the heat. */
	readonly heat = 0;
	outletAtZero = 0;
	private readonly tank: Tank;
	private seconds = 0;
	private carried = 0;

	constructor(tank: Tank) {
		this.tank = tank;
	}

	get outlet(): number {
		return this.outletAtZero;
	}

	begin(seconds: number, carried: number): void {
		this.outletAtZero = this.tank.top;
		this.seconds = seconds;
		this.carried = carried;
	}

	flow(inlet: number): void {
		if (this.carried > 0) this.tank.give(this.seconds, this.carried, inlet);
	}
}
