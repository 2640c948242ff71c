import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { type Bar, limit } from "../harness/figures.ts";
import { milestones } from "../harness/milestones.ts";
import { openHouse } from "../harness/plants.ts";
import { tapped } from "../harness/tapped.ts";

/** Seconds of a processor in a day: two in a hundred. */
const MOST = 1728;
const DAY = 86_400;
/** Seconds until all that is loaded late is loaded. */
const SETTLED = 20;
/** Clock ticks of the kernel's times in a second. */
const TICKS = 100;

/** What the app takes of a processor while it does its daily work, extrapolated from a measured time. */
export const cpu: Bar = {
	id: "cpu",
	title: "Time of a processor in a day: 15 sensors that scatter, read and decided on each second, shown at a broker",
	waits: true,
	async run({ app, quick, tell }) {
		const house = openHouse();
		try {
			return await tapped(
				app,
				(port) => house.options(port),
				async ({ program, tap }) => {
					await milestones(tap, 15_000);
					await scattering(house, SETTLED);
					const lasts = quick ? 30 : 120;
					tell(`measures for ${lasts} s`);
					const [from, began] = [spent(program.pid), performance.now()];
					await scattering(house, lasts);
					const took = (performance.now() - began) / 1000;
					const used = (spent(program.pid) - from) / took;
					return [limit("while the pump runs", used * DAY, "s a day", MOST, { "% of a processor": used * 100 })];
				},
			);
		} finally {
			house.close();
		}
	},
};

/** The sun shines, and every sensor shows another value each second, as those of 1-Wire do. */
async function scattering(house: ReturnType<typeof openHouse>, lasts: number): Promise<void> {
	const until = performance.now() + lasts * 1000;
	for (let nth = 0; performance.now() < until; nth++) {
		for (const [i, name] of house.names.entries()) {
			const scatter = (((nth * 7 + i * 3) % 5) - 2) / 16;
			house.set(name, (name === "collector" ? 60 : name.startsWith("tank") ? 40 : 20) + scatter);
		}
		await pause(1000);
	}
}

/** Seconds that a process and those that it started have had of a processor. */
function spent(pid: number): number {
	const own = times(pid);
	if (own === undefined) return Number.NaN;
	const children = readdirSync("/proc").flatMap((name) => {
		const one = /^\d+$/.test(name) ? times(Number(name)) : undefined;
		return one?.parent === pid ? [spent(Number(name))] : [];
	});
	return own.seconds + children.reduce((sum, one) => sum + one, 0);
}

function times(pid: number) {
	try {
		// Its name, in brackets, may have blanks.
		const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
		const [parent = Number.NaN, ...ticks] = [1, 11, 12, 13, 14].map((field) => Number(fields[field]));
		return { parent, seconds: ticks.reduce((sum, one) => sum + one, 0) / TICKS };
	} catch {
		return undefined;
	}
}
