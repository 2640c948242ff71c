import { setTimeout as pause } from "node:timers/promises";
import { type House, TURN } from "./plants.ts";

/** The collector became hot or cold, and the relay of the pump followed; ms on the clock of `performance.now`. */
export interface Change {
	readonly on: boolean;
	readonly changed: number;
	readonly relay: number;
}

export const PERIOD = TURN * 1000;
/** The most that the median from a changed sensor to the relay may take (ms). */
export const RELAY_MEDIAN = 0.6 * PERIOD;
const HOT = 70;
const COLD = 20;
/** ms after which a relay counts as never moved. */
const PATIENCE = 15_000;

/**
 * Changes the collector, waits for the relay, and so on while `more` says so. The moments of the changes are spread
 * evenly over the period of the loop (by the golden ratio, which does so for any number of them): at random, twenty
 * changes could not tell a median of half a period from one of 0.6.
 */
export async function changes(
	house: House,
	more: (done: number) => boolean,
	followed: (change: Change) => Promise<void> = async () => {},
): Promise<readonly Change[]> {
	const all: Change[] = [];
	for (let nth = 0; more(nth); nth++) {
		const phase = ((nth * 0.618_033_988_75) % 1) * PERIOD;
		await pause((phase - (performance.now() % PERIOD) + PERIOD) % PERIOD);
		const on = !house.board.coils[0];
		house.board.take();
		const changed = performance.now();
		house.set("collector", on ? HOT : COLD);
		const change = { on, changed, relay: await moved(house, on) };
		all.push(change);
		await followed(change);
	}
	house.set("collector", COLD);
	return all;
}

export const toRelay = (all: readonly Change[]): readonly number[] => all.map(({ changed, relay }) => relay - changed);

/** When the board got the frame that moved the pump's relay. */
export async function moved({ board }: House, on: boolean, within = PATIENCE): Promise<number> {
	const last = performance.now() + within;
	while (performance.now() < last) {
		const frame = board.heard.find(({ bytes }) => bytes[0] === 0xa0 && bytes[1] === 1 && bytes[2] === Number(on));
		if (frame !== undefined) return frame.at;
		await pause(2);
	}
	throw new Error(`The pump's relay did not go ${on ? "on" : "off"} within ${within} ms.`);
}
