import { changes, PERIOD, RELAY_MEDIAN, toRelay } from "../harness/changes.ts";
import { type Bar, limit, median, percentile, steady } from "../harness/figures.ts";
import { milestones, pumpSwitch } from "../harness/milestones.ts";
import { openHouse } from "../harness/plants.ts";
import { tapped } from "../harness/tapped.ts";

/** Changes in a round; the p99 of each is held to the bar. */
const ROUND = 20;
/** Changes before, which are thrown away: the code is compiled by them. */
const WARM_UP = 5;

export const control: Bar = {
	id: "control",
	title: `Turns of ${PERIOD / 1000} s: a changed sensor moves the relay (median), and its state is at the broker (p99 of a round)`,
	async run({ app, quick, tell }) {
		const house = openHouse();
		const count = ROUND * (quick ? 1 : 5);
		const toState: number[] = [];
		try {
			const all = await tapped(
				app,
				(port) => house.options(port),
				async ({ tap }) => {
					await milestones(tap, 15_000);
					const state = pumpSwitch(tap.seen)?.state;
					if (state === undefined) throw new Error("No switch for the pump was announced.");
					return changes(
						house,
						(done) => done < WARM_UP + count,
						async ({ on, changed, relay }) => {
							const published = await tap.until(
								(p) =>
									p.from === "client" &&
									p.topic === state &&
									p.at > changed &&
									String(p.payload) === (on ? "ON" : "OFF"),
								5000,
								"the state of the pump",
							);
							toState.push(Math.max(0, published.at - relay));
							if (toState.length % ROUND === 0) tell(`change ${toState.length} of ${WARM_UP + count}`);
						},
					);
				},
			);
			const taken = toRelay(all).slice(WARM_UP);
			const states = toState.slice(WARM_UP);
			const rounds = Array.from({ length: count / ROUND }, (_, n) => states.slice(n * ROUND, (n + 1) * ROUND));
			return [
				limit("sensor to relay, median", median(taken), "ms", RELAY_MEDIAN, {
					p99: percentile(taken, 0.99),
					min: Math.min(...taken),
				}),
				steady(
					"relay to state, p99",
					rounds.map((round) => percentile(round, 0.99)),
					"ms",
					20,
					{ p50: median(states), p99_of_all: percentile(states, 0.99) },
				),
			];
		} finally {
			house.close();
		}
	},
};
