import { type Bar, median, ratio, short } from "../harness/figures.ts";
import { floorAt } from "../harness/floor.ts";
import { type Milestones, milestones } from "../harness/milestones.ts";
import { simulatedHouse } from "../harness/plants.ts";
import { interleaved } from "../harness/rounds.ts";
import { tapped } from "../harness/tapped.ts";

const WITHIN = 15_000;

export const start: Bar = {
	id: "start",
	title: "From spawn until every entity is at the broker with its state",
	async run({ app, floor, rounds, tell }) {
		// Simulated: what hangs on a bus answers at its own pace, and that is no matter of the start.
		const houses: { close(): void }[] = [];
		const house = (port: number) => {
			const simulated = simulatedHouse(port);
			houses.push(simulated);
			return simulated;
		};
		const measured = (script: string, at: typeof floorAt) =>
			tapped(script, at, async ({ program, tap }) => since(program.began, await milestones(tap, WITHIN)));
		try {
			const found = await interleaved(
				{ app: () => measured(app, house), floor: () => measured(floor, floorAt) },
				rounds,
				tell,
			);
			const of = (name: "app" | "floor", key: keyof Milestones) => found[name].map((m) => m[key]);
			const all = ratio("all entities at the broker", of("app", "all"), of("floor", "all"), 1.5);
			const behind = {
				connack: `${short(median(of("app", "connack")))} ms`,
				floor_connack: `${short(median(of("floor", "connack")))} ms`,
				entities: found.app[0]?.entities ?? 0,
				floor_entities: found.floor[0]?.entities ?? 0,
			};
			return [{ ...all, details: { ...all.details, ...behind } }];
		} finally {
			for (const one of houses) one.close();
		}
	},
};

const since = (began: number, m: Milestones): Milestones => ({
	connack: m.connack - began,
	discovery: m.discovery - began,
	all: m.all - began,
	entities: m.entities,
});
