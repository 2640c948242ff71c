import { type Bar, ratio } from "../harness/figures.ts";
import { floorAt } from "../harness/floor.ts";
import { type Milestones, milestones } from "../harness/milestones.ts";
import { openHouse } from "../harness/plants.ts";
import { interleaved } from "../harness/rounds.ts";
import { tapped } from "../harness/tapped.ts";

const WITHIN = 15_000;

export const start: Bar = {
	id: "start",
	title: "From spawn until every entity and state is at the broker",
	async run({ app, floor, rounds, tell }) {
		const house = openHouse();
		const measured = (script: string, at: typeof floorAt) =>
			tapped(script, at, async ({ program, tap }) => since(program.began, await milestones(tap, WITHIN)));
		try {
			const found = await interleaved(
				{ app: () => measured(app, (port) => house.options(port)), floor: () => measured(floor, floorAt) },
				rounds,
				tell,
			);
			const of = (name: "app" | "floor", key: keyof Milestones) => found[name].map((m) => m[key]);
			const all = ratio("all published", of("app", "all"), of("floor", "all"), 1.5);
			return [
				ratio("connected", of("app", "connack"), of("floor", "connack"), 1.5),
				{ ...all, details: { ...all.details, entities: found.app[0]?.entities ?? 0 } },
			];
		} finally {
			house.close();
		}
	},
};

const since = (began: number, m: Milestones): Milestones => ({
	connack: m.connack - began,
	discovery: m.discovery - began,
	all: m.all - began,
	entities: m.entities,
});
