import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { startBroker } from "../harness/broker.ts";
import { type Bar, least, median, type Row, short, steady, told } from "../harness/figures.ts";
import { defined, wrongWay } from "../harness/first-step.ts";
import { type House, openHouse } from "../harness/plants.ts";
import { start } from "../harness/program.ts";
import { marked } from "../load/marked.ts";
import type { Marks } from "../load/marks.ts";

/** What costs less (ms) is left out of the table. */
const WORTH = 0.5;
const MOST = 60;
/** How long (ms) loading goes on after the first step: the broker's side, and the log's when the broker has answered. */
const AFTERWARDS = 1200;

export const load: Bar = {
	id: "load",
	title: "Import times of the built app by package; nothing over 60 ms before the first control step",
	async run({ app, quick, tell }) {
		const folder = join(dirname(app), "../load");
		const script = await marked(folder);
		const house = openHouse();
		const broker = await startBroker();
		const rounds: Round[] = [];
		const count = quick ? 3 : 9;
		try {
			// The first one warms the disk.
			for (let nth = 0; nth <= count; nth++) {
				const round = await loaded(script, house, broker.port, join(folder, `marks-${nth}.json`));
				if (nth > 0) rounds.push(round);
			}
			tell(`${count} rounds`);
		} finally {
			await broker.stop();
			house.close();
		}
		return table(rounds);
	},
};

interface Round {
	/** ms since the process began. */
	readonly firstStep: number;
	readonly marks: Marks;
}

async function loaded(script: string, house: House, port: number, file: string): Promise<Round> {
	wrongWay(house);
	const { args, env } = house.options(port);
	const program = start(script, args, { ...env, LOAD_MARKS: file });
	const at = await defined(house, program).catch(async (error: unknown) => {
		await program.end("SIGKILL");
		throw error;
	});
	// What comes after the first step is to be in the table as well.
	await new Promise((resolve) => setTimeout(resolve, AFTERWARDS));
	await program.end("SIGTERM");
	const marks: Marks = JSON.parse(await readFile(file, "utf8"));
	return { firstStep: performance.timeOrigin + at - marks.origin, marks };
}

/** The bundle as a whole first, then every package, the dearest first. */
function table(rounds: readonly Round[]): readonly Row[] {
	const names = new Set(rounds.flatMap(({ marks }) => marks.marks.map(({ name }) => name)));
	const packages = [...names]
		.map((name) => packaged(name, rounds))
		.filter(({ all }) => median(all) >= WORTH)
		.sort((a, b) => Number(b.before) - Number(a.before) || median(b.all) - median(a.all));
	return [
		told("Node itself", median(rounds.map(({ marks }) => marks.ready)), "ms"),
		steady(
			"reading the bundle",
			rounds.map(({ marks }) => marks.begun - marks.ready),
			"ms",
			MOST,
		),
		...packages.map(({ name, before, all, own, at }) => {
			const details = { own: `${short(median(own))} ms`, at: `${short(median(at))} ms` };
			return before
				? steady(name, all, "ms", MOST, details)
				: told(name, median(all), "ms", { min: least(all), ...details, loaded: "after the first step" });
		}),
		told("first control step", median(rounds.map(({ firstStep }) => firstStep)), "ms", { after: "the process began" }),
	];
}

function packaged(name: string, rounds: readonly Round[]) {
	const each = rounds.map(({ firstStep, marks }) => {
		const mine = marks.marks.filter((mark) => mark.name === name);
		const at = Math.min(...mine.map((mark) => mark.at));
		const early = mine.filter((mark) => mark.at < firstStep);
		// Of what begins before the first step only that part is held to the bar.
		const counted = early.length > 0 ? early : mine;
		const sum = (of: "own" | "all") => counted.reduce((total, mark) => total + mark[of], 0);
		return { at, before: early.length > 0, own: sum("own"), all: sum("all") };
	});
	return {
		name,
		before: each.some(({ before }) => before),
		all: each.map(({ all }) => all),
		own: each.map(({ own }) => own),
		at: each.map(({ at }) => at),
	};
}
