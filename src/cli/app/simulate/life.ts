import { setImmediate as breathe } from "node:timers/promises";
import type { Curves } from "./figures/curves.ts";
import { type DayFigures, type Figures, Tally } from "./figures/tally.ts";
import { type Simulated, Simulation } from "./simulation.ts";

const DAY = 86_400;

/** What came of a simulation. */
export interface Life {
	readonly figures: Figures;
	readonly days: readonly DayFigures[];
	readonly points: Curves["points"];
}

/**
 * Runs a simulation for so many days.
 * @param passed told after each day, with the share that is done; returns true to end at once
 */
export async function lived(
	simulated: Simulated,
	days: number,
	passed: (done: number) => boolean = () => false,
): Promise<Life | undefined> {
	const simulation = new Simulation(simulated);
	const seconds = days * DAY;
	const tally = new Tally(simulation, seconds, simulated.turn);
	for (let day = 1; simulation.passed < seconds; day++) {
		const until = Math.min(day * DAY, seconds);
		while (simulation.passed < until) {
			simulation.turn();
			tally.see(simulation);
		}
		if (passed(simulation.passed / seconds)) return undefined;
		await breathe();
	}
	return { figures: tally.figures(simulation), days: tally.days, points: tally.curves.points };
}
