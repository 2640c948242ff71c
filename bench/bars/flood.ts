import { setTimeout as pause } from "node:timers/promises";
import { LOGIN, startBroker } from "../harness/broker.ts";
import { type Commander, openCommander } from "../harness/commander.ts";
import { announced } from "../harness/echoes.ts";
import { type Bar, limit, percentile, type Row, told } from "../harness/figures.ts";
import { limitMemory, type MemoryLimit } from "../harness/memory-limit.ts";
import type { Commanded } from "../harness/milestones.ts";
import { openHouse, TURN } from "../harness/plants.ts";
import { type Flood, pour } from "../harness/pour.ts";
import { type Program, start } from "../harness/program.ts";
import { turnGaps } from "../harness/turn-gaps.ts";

/** What the app's image may take, in bytes. */
const MEMORY = 256 * 1024 * 1024;
/** Seconds of rubbish that follow the last command that means something. */
const RUBBISH = 0.2;
/** A value that the flood itself never sets. */
const LAST = "29.5";

export const flood: Bar = {
	id: "flood",
	title: "Commands flood the broker, the app in 256 MiB: turns keep their time, and the last valid command is obeyed",
	async run({ app, quick, tell }) {
		const house = openHouse();
		const broker = await startBroker();
		const { args, env } = house.options(broker.port);
		const program = start(app, args, env);
		const memory = limitMemory(program.pid, MEMORY);
		const [viewer, sender] = [
			await openCommander(broker.port, LOGIN, ["solar/#", "homeassistant/device/+/solar_heating/config"]),
			await openCommander(broker.port, LOGIN, ["nothing"]),
		];
		try {
			const { setting, pump } = await announced(viewer);
			viewer.close();
			const scene = {
				program,
				memory,
				sender,
				setting,
				pump,
				port: broker.port,
				data: args[args.indexOf("--data") + 1],
			};
			// What a process takes in its first seconds is not the flood's doing.
			await pause(10_000);
			const rows: Row[] = [];
			for (const course of courses(quick)) {
				rows.push(...(await flooded(scene, course)));
				tell(`${course.name} is over`);
			}
			return rows;
		} catch (failed) {
			throw new Error(`${failed instanceof Error ? failed.message : failed}\n${program.output()}`, { cause: failed });
		} finally {
			await program.end("SIGKILL");
			memory.remove();
			for (const one of [viewer, sender]) one.close();
			await broker.stop();
			house.close();
		}
	},
};

interface Course {
	readonly name: string;
	readonly rate?: number;
	readonly seconds: number;
	readonly calm: boolean;
}
const courses = (quick: boolean): readonly Course[] => [
	{ name: "10,000/s", rate: 10_000, seconds: quick ? 15 : 60, calm: true },
	{ name: "80,000/s", rate: 80_000, seconds: quick ? 10 : 20, calm: false },
	{ name: "all that goes", seconds: quick ? 10 : 20, calm: false },
];

interface Scene {
	readonly program: Program;
	readonly memory: MemoryLimit;
	readonly sender: Commander;
	readonly setting: Commanded;
	readonly pump: Commanded;
	readonly port: number;
	readonly data: string | undefined;
}

async function flooded(scene: Scene, { name, rate, seconds: lasting, calm }: Course): Promise<readonly Row[]> {
	const { program, memory, sender, setting, pump, port } = scene;
	const viewer = await openCommander(port, LOGIN, [setting.state]);
	let shown = "";
	let shownAt = 0;
	viewer.onMessage((_, payload) => {
		[shown, shownAt] = [payload, performance.now()];
	});
	const before = memory.used();
	const watch = turnGaps(scene.data ?? "", program);
	const rubbish: Flood["messages"] = [
		[setting.command, "rubbish"],
		[pump.command, "rubbish"],
	];
	const values: Flood["messages"] = Array.from({ length: 10 }, (_, n) => [setting.command, String(6 + n)]);
	const of = (messages: Flood["messages"], time: number) => ({ ...(rate && { rate }), seconds: time, messages });
	const reached = await pour(sender, of([...values, ...rubbish], lasting - RUBBISH));
	sender.publish(setting.command, LAST);
	await pour(sender, of(rubbish, RUBBISH));
	const ended = performance.now();
	while (shown !== LAST && performance.now() - ended < 20_000) await pause(10);
	const obeyed = shown === LAST ? Math.max(0, shownAt - ended) / 1000 : Number.NaN;
	const gaps = await watch.end();
	viewer.close();
	const grown = (program.runs() ? memory.used() - before : Number.NaN) / 1e6;
	const details = { reached: `${Math.round(reached)}/s`, turns: gaps.length, slowest: Math.max(...gaps) };
	return [
		calm
			? limit(`${name}: turns, p99`, percentile(gaps, 0.99), "s", 1.1 * TURN, details)
			: limit(`${name}: turns, slowest`, Math.max(...gaps), "s", 2 * TURN, details),
		limit(`${name}: last command obeyed`, obeyed, "s", calm ? TURN : 2),
		calm ? limit(`${name}: memory grown`, grown, "MB", 20) : told(`${name}: memory grown`, grown, "MB"),
		limit(`${name}: exits`, program.runs() ? 0 : 1, "", 0),
	];
}
