import { setTimeout as pause } from "node:timers/promises";
import { type Bar, limit, median } from "../harness/figures.ts";
import { milestones } from "../harness/milestones.ts";
import { openHouse } from "../harness/plants.ts";
import { tapped } from "../harness/tapped.ts";

export const stop: Bar = {
	id: "stop",
	title: "SIGTERM with the pump running: relays at rest, `offline` said, then the end",
	async run({ app, quick, tell }) {
		const times = quick ? 5 : 20;
		const taken: number[] = [];
		const flaws: string[] = [];
		for (let nth = 1; nth <= times; nth++) {
			const { ms, flaw } = await stopped(app);
			taken.push(ms);
			if (flaw !== undefined) flaws.push(flaw);
			tell(`stop ${nth} of ${times}`);
		}
		return [
			limit("slowest", Math.max(...taken), "ms", 1000, { median: median(taken) }),
			limit("not at rest, not said, or exit code not 0", flaws.length, "", 0, flaws[0] ? { first: flaws[0] } : {}),
		];
	},
};

async function stopped(app: string): Promise<{ ms: number; flaw: string | undefined }> {
	const house = openHouse();
	house.set("collector", 70);
	const startAt = (port: number) => house.options(port);
	try {
		return await tapped(app, startAt, async ({ program, tap }) => {
			await milestones(tap, 15_000);
			for (let tries = 0; !house.board.coils[0]; tries++) {
				if (tries > 1000) throw new Error("The pump did not start.");
				await pause(10);
			}
			const began = performance.now();
			const { code, at } = await program.end("SIGTERM", 10_000);
			// The relay of bytes to here may be a moment behind the end of the process.
			await pause(50);
			const said = tap.seen.some(
				(p) =>
					p.from === "client" && p.at > began && p.topic?.endsWith("/availability") && String(p.payload) === "offline",
			);
			const flaw = house.board.coils.some(Boolean) ? "a relay is on" : said ? undefined : "offline was not said";
			return { ms: at - began, flaw: flaw ?? (code === 0 ? undefined : `exit code ${code}`) };
		});
	} finally {
		house.close();
	}
}
