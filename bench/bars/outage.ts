import { setTimeout as pause } from "node:timers/promises";
import { type Change, changes, RELAY_MEDIAN, toRelay } from "../harness/changes.ts";
import { type Bar, least, limit, median } from "../harness/figures.ts";
import { accepted, kept, milestones } from "../harness/milestones.ts";
import { type House, openHouse } from "../harness/plants.ts";
import { type Tapped, tapped } from "../harness/tapped.ts";

/** How long the broker is away (ms). */
const AWAY = 20_000;
const PATIENCE = 120_000;
/** ms after the CONNACK in which everything has to be there again. */
const COMPLETE = 10_000;

export const outage: Bar = {
	id: "outage",
	title: "The broker killed for 20 s: soon connected again (slowest run), everything said anew, control as ever",
	waits: true,
	async run({ app, quick, tell }) {
		const runs: Run[] = [];
		const count = quick ? 2 : 5;
		while (runs.length < count) {
			const house = openHouse();
			try {
				runs.push(
					await tapped(
						app,
						(port) => house.options(port),
						(watched) => outlived(watched, house),
					),
				);
			} finally {
				house.close();
			}
			const { connack = Number.NaN, missing } = runs.at(-1) ?? { missing: [] };
			tell(`outage ${runs.length} of ${count}: CONNACK after ${connack.toFixed(0)} ms, ${missing.length} missing`);
		}
		const waits = runs.map(({ connack }) => connack / 1000);
		const complete = runs.map(({ all }) => all);
		const relays = runs.flatMap(({ control }) => toRelay(control));
		const missing = runs.filter((run) => run.missing.length > 0);
		return [
			limit("CONNACK after it is back, slowest", Math.max(...waits), "s", 2, {
				median: median(waits),
				min: least(waits),
				runs: count,
			}),
			limit("runs with something not said anew", missing.length, "", 0, {
				topics: Math.min(...runs.map(({ topics }) => topics)),
				after_connack: `${median(complete).toFixed(0)} ms`,
				...(missing[0] ? { missing: missing[0].missing.join(" ") } : {}),
			}),
			limit("sensor to relay meanwhile, median", median(relays), "ms", RELAY_MEDIAN, {
				slowest: Math.max(...relays),
				changes: relays.length,
			}),
		];
	},
};

interface Run {
	/** ms from when the broker took connections again. */
	readonly connack: number;
	/** ms from then until the last of what was kept before was there again. */
	readonly all: number;
	/** How many topics were kept before, and which of them did not come again. */
	readonly topics: number;
	readonly missing: readonly string[];
	readonly control: readonly Change[];
}

async function outlived({ tap, broker }: Tapped, house: House): Promise<Run> {
	await milestones(tap, 15_000);
	const before = kept(tap.seen);
	const killed = performance.now();
	await Promise.all([tap.cut(), broker.kill9()]);
	const control = await changes(house, () => performance.now() < killed + AWAY - 2000);
	await pause(killed + AWAY - performance.now());
	await broker.restart();
	await tap.mend();
	const back = performance.now();
	const { at } = await tap.until((p) => accepted(p) && p.at > back, PATIENCE, "connected after the outage");
	for (;;) {
		const again = tap.seen.filter((p) => p.at > at);
		const said = kept(again);
		const missing = [...before].filter((topic) => !said.has(topic));
		if (missing.length > 0 && performance.now() < at + COMPLETE) {
			await pause(20);
			continue;
		}
		const last = again.findLast((p) => p.from === "client" && p.retain === true);
		return { connack: at - back, all: (last?.at ?? at) - at, topics: before.size, missing, control };
	}
}
