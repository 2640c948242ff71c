import { setTimeout as pause } from "node:timers/promises";
import { type Bar, limit, median, percentile } from "../harness/figures.ts";
import { milestones, pumpSwitch } from "../harness/milestones.ts";
import { type House, openHouse, PACE, TURN } from "../harness/plants.ts";
import { tapped } from "../harness/tapped.ts";

/** ms: a change meets a reading and then a turn, each within its own period. */
const PERIOD = (PACE + TURN) * 1000;
const HOT = 70;
const COLD = 20;

export const control: Bar = {
	id: "control",
	title: "From a changed sensor to the relay, and on to the published state",
	async run({ app, quick, tell }) {
		const house = openHouse();
		const changes = quick ? 20 : 100;
		const toRelay: number[] = [];
		const toState: number[] = [];
		const startAt = (port: number) => house.options(port);
		try {
			await tapped(app, startAt, async ({ tap }) => {
				await milestones(tap, 15_000);
				const state = pumpSwitch(tap.seen)?.state;
				if (state === undefined) throw new Error("No switch for the pump was announced.");
				for (let nth = 0; nth < changes; nth++) {
					await pause(Math.random() * PERIOD);
					const on = nth % 2 === 0;
					const began = performance.now();
					house.set("collector", on ? HOT : COLD);
					const relay = await moved(house, on);
					const published = await tap.until(
						(p) =>
							p.from === "client" && p.topic === state && p.at > began && String(p.payload) === (on ? "ON" : "OFF"),
						5000,
						"the state of the pump",
					);
					toRelay.push(relay - began);
					toState.push(Math.max(0, published.at - relay));
					if (nth % 20 === 19) tell(`change ${nth + 1} of ${changes}`);
				}
			});
		} finally {
			house.close();
		}
		return [
			limit("relay, median", median(toRelay), "ms", 0.6 * PERIOD),
			limit("relay, p99", percentile(toRelay, 0.99), "ms", PERIOD + 50),
			limit("state after the relay, p99", percentile(toState, 0.99), "ms", 20, { median: median(toState) }),
		];
	},
};

/** When the board got the frame that moved the pump's relay. */
async function moved({ board }: House, on: boolean): Promise<number> {
	board.take();
	const last = performance.now() + 2 * PERIOD;
	while (performance.now() < last) {
		const frame = board.heard.find(({ bytes }) => bytes[0] === 0xa0 && bytes[1] === 1 && bytes[2] === (on ? 1 : 0));
		if (frame !== undefined) return frame.at;
		await pause(1);
	}
	throw new Error(`The pump's relay did not go ${on ? "on" : "off"} within ${2 * PERIOD} ms.`);
}
