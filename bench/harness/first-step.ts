import { setTimeout as pause } from "node:timers/promises";
import type { House } from "./plants.ts";
import type { Program } from "./program.ts";

/** ms after which a first step counts as never done. */
const WITHIN = 15_000;
const PUMP = 1;
const HEATER = 2;

/**
 * A house in which the first turn must move both relays: the collector is hot and the pump is off, and the heater is on
 * without being wanted. So a first step is visible on the wire even if a board is only sent changes.
 */
export function wrongWay({ board, set }: House): void {
	set("collector", 70);
	board.coils.fill(false);
	board.coils[HEATER - 1] = true;
	board.take();
}

/** When the first control step had defined every output: the pump is on and the heater off. */
export async function defined({ board }: House, program: Program): Promise<number> {
	const set = (channel: number, on: boolean) =>
		board.heard.find(({ bytes }) => bytes[0] === 0xa0 && bytes[1] === channel && bytes[2] === Number(on))?.at;
	while (performance.now() - program.began < WITHIN) {
		const [pump, heater] = [set(PUMP, true), set(HEATER, false)];
		if (pump !== undefined && heater !== undefined) return Math.max(pump, heater);
		await pause(2);
	}
	throw new Error(`The relays were not set within ${WITHIN} ms.\n${program.output()}`);
}
