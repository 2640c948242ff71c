import { setTimeout as pause } from "node:timers/promises";
import { moved } from "../harness/changes.ts";
import { type Bar, limit, median } from "../harness/figures.ts";
import { milestones } from "../harness/milestones.ts";
import { type House, openHouse } from "../harness/plants.ts";
import { tapped } from "../harness/tapped.ts";

export const stop: Bar = {
	id: "stop",
	title: "SIGTERM with the pump running: outputs at rest and `offline` said within 1 s, exit code 0, every time of 20",
	async run({ app, quick, tell }) {
		const times = quick ? 6 : 20;
		const all: Stop[] = [];
		const house = openHouse();
		try {
			while (all.length < times) {
				all.push(await stopped(app, house));
				if (all.length % 2 === 0) tell(`stop ${all.length} of ${times}`);
			}
		} finally {
			house.close();
		}
		const flaws = all.flatMap(({ flaw }) => flaw ?? []);
		const taken = all.map(({ ms }) => ms);
		return [
			limit("rest and `offline`, slowest", Math.max(...taken), "ms", 1000, {
				median: median(taken),
				ended: median(all.map(({ ended }) => ended)),
				times,
			}),
			limit("not at rest, not said, or not 0", flaws.length, "", 0, flaws[0] ? { first: flaws[0] } : {}),
		];
	},
};

interface Stop {
	/** From the signal until both were done, and until the process was gone. */
	readonly ms: number;
	readonly ended: number;
	readonly flaw?: string;
}

async function stopped(app: string, house: House): Promise<Stop> {
	const { board } = house;
	board.coils.fill(false);
	house.set("collector", 70);
	return tapped(
		app,
		(port) => house.options(port),
		async ({ program, tap }) => {
			await milestones(tap, 15_000);
			await until(() => board.coils[0] === true);
			board.take();
			const began = performance.now();
			const { code, at } = await program.end("SIGTERM", 10_000);
			// The relay of bytes to here may be a moment behind the end of the process.
			await pause(20);
			const rest = await moved(house, false, 100).catch(() => undefined);
			const offline = tap.seen.find(
				(p) =>
					p.from === "client" && p.at > began && p.topic?.endsWith("/availability") && String(p.payload) === "offline",
			);
			const flaw = board.coils.some(Boolean)
				? "a relay is on"
				: offline === undefined
					? "`offline` was not said"
					: code !== 0
						? `exit code ${code}`
						: undefined;
			const ms = Math.max(rest ?? at, offline?.at ?? at) - began;
			return { ms, ended: at - began, ...(flaw === undefined ? {} : { flaw }) };
		},
	);
}

async function until(done: () => boolean): Promise<void> {
	for (let tries = 0; !done(); tries++) {
		if (tries > 1000) throw new Error("The pump did not start.");
		await pause(10);
	}
}
