import type { Simulation } from "../simulation.ts";
import type { Runs } from "./runs.ts";

/** About so many points are enough for a picture. Of more days than these it has one point each. */
const POINTS = 1200;
const MOST_DAYS = 62;
const DAY = 86_400;

/** A point of the curves: the hottest collector in its time, the temperatures at its end, and what ran. */
export interface Point {
	/** Days since the start. */
	readonly day: number;
	readonly collector: number;
	readonly top: number;
	readonly bottom: number;
	readonly outdoor: number;
	/** Share of its time that a pump ran, and a heater. */
	readonly pump: number;
	readonly heater: number;
}

/** Temperatures over time, thinned out for a picture. */
export class Curves {
	readonly points: Point[] = [];
	private readonly every: number;
	private seen = 0;
	private pumped = 0;
	private heated = 0;
	private hottest = Number.NEGATIVE_INFINITY;

	/** @param seconds of the whole simulation, and of a turn */
	constructor(seconds: number, turn: number) {
		this.every = Math.max(1, Math.round((seconds > MOST_DAYS * DAY ? DAY : seconds / POINTS) / turn));
	}

	see({ house, passed }: Simulation, collector: number, pumps: readonly Runs[], heaters: readonly Runs[]): void {
		this.seen += 1;
		if (collector > this.hottest) this.hottest = collector;
		if (anyRuns(pumps)) this.pumped += 1;
		if (anyRuns(heaters)) this.heated += 1;
		if (this.seen < this.every) return;
		const [tank] = house.tanks;
		this.points.push({
			day: passed / DAY,
			collector: this.hottest,
			top: tank?.top ?? Number.NaN,
			bottom: tank?.layers[0] ?? Number.NaN,
			outdoor: house.outdoor_air,
			pump: this.pumped / this.seen,
			heater: this.heated / this.seen,
		});
		this.seen = this.pumped = this.heated = 0;
		this.hottest = Number.NEGATIVE_INFINITY;
	}
}

function anyRuns(all: readonly Runs[]): boolean {
	for (const { runs } of all) if (runs) return true;
	return false;
}
