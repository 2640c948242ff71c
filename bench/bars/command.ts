import { setTimeout as pause } from "node:timers/promises";
import { LOGIN, startBroker } from "../harness/broker.ts";
import { type Commander, openCommander } from "../harness/commander.ts";
import { type Bar, limit, median, percentile, type Row, ratio } from "../harness/figures.ts";
import { floorAt } from "../harness/floor.ts";
import { type Message, pumpSwitch } from "../harness/milestones.ts";
import { type Start, simulatedHouse } from "../harness/plants.ts";
import { start } from "../harness/program.ts";
import { interleaved } from "../harness/rounds.ts";

/** How the commands come: `gap` is the pause in ms before each. */
interface Course {
	readonly name: string;
	readonly noDelay: boolean;
	readonly gap: number;
	readonly commands: number;
}
interface Latency {
	readonly p50: number;
	readonly p99: number;
	readonly slowest: number;
	readonly lost: number;
}

/**
 * Back to back, a broker as it comes lets every second packet wait 40 ms for an acknowledgement of TCP, whoever the
 * client is; so there the commands come with a pause that is longer, and without one where the broker sends at once.
 */
const COURSES: readonly Course[] = [
	{ name: "house's broker", noDelay: false, gap: 50, commands: 100 },
	{ name: "back to back", noDelay: true, gap: 0, commands: 1000 },
];
const WARM_UP = 50;
/** ms after which a command counts as lost. */
const LOST = 2000;
const WITHIN = 15_000;

export const command: Bar = {
	id: "command",
	title: "Switch commands, one outstanding: from sent until its state is echoed",
	async run({ app, floor, quick, tell }) {
		const rows: Row[] = [];
		for (const course of COURSES) {
			const ours = async (port: number) => simulatedHouse(port);
			const floors = async (port: number) => ({ ...floorAt(port), close: () => {} });
			const targets = { app: () => echoes(app, ours, course), floor: () => echoes(floor, floors, course) };
			const found = await interleaved(targets, quick ? 3 : 5, tell);
			const of = (name: "app" | "floor", key: keyof Latency) => found[name].map((latency) => latency[key]);
			const lost = of("app", "lost").reduce((sum, one) => sum + one, 0);
			rows.push(
				ratio(`${course.name}, p50`, of("app", "p50"), of("floor", "p50"), 1.5),
				ratio(`${course.name}, p99`, of("app", "p99"), of("floor", "p99"), 2),
				// One slow moment is the machine's; a client that is slow shows it in most rounds.
				limit(`${course.name}, slowest`, median(of("app", "slowest")), "ms", 60, {
					floor: median(of("floor", "slowest")),
				}),
				limit(`${course.name}, lost`, lost, "", 0),
			);
		}
		return rows;
	},
};

type Opened = Start & { close(): void };

/** Straight to the broker: a tap would add its own time to both, and so hide the difference. */
async function echoes(script: string, open: (port: number) => Promise<Opened>, course: Course): Promise<Latency> {
	const broker = await startBroker(course);
	const house = await open(broker.port);
	const commander = await openCommander(broker.port, LOGIN, ["homeassistant/device/#", "solar/#", "floor/#"]);
	const program = start(script, house.args, house.env);
	try {
		const topics = await announced(commander);
		return await measured(commander, topics, course);
	} catch (error) {
		throw new Error(`${error instanceof Error ? error.message : error}\n${program.output()}`, { cause: error });
	} finally {
		await program.end("SIGKILL");
		commander.close();
		house.close();
		await broker.stop();
	}
}

/** Waits until the pump's switch is announced and has a state. */
const announced = (commander: Commander) =>
	new Promise<NonNullable<ReturnType<typeof pumpSwitch>>>((resolve, reject) => {
		const seen: Message[] = [];
		const timer = setTimeout(() => reject(new Error("The pump's switch was not announced.")), WITHIN);
		commander.onMessage((topic, payload) => {
			seen.push({ from: "client", topic, payload: Buffer.from(payload) });
			const found = pumpSwitch(seen);
			if (found === undefined || !seen.some((message) => message.topic === found.state)) return;
			clearTimeout(timer);
			resolve(found);
		});
	});

async function measured(
	commander: Commander,
	topics: { readonly state: string; readonly command: string },
	{ gap, commands }: Course,
): Promise<Latency> {
	const taken: number[] = [];
	let lost = 0;
	for (let nth = 0; nth < WARM_UP + commands; nth++) {
		const payload = nth % 2 === 0 ? "ON" : "OFF";
		if (gap > 0) await pause(gap);
		const sent = performance.now();
		const echoed = echo(commander, topics.state, payload);
		commander.publish(topics.command, payload);
		if (!(await echoed)) lost++;
		else if (nth >= WARM_UP) taken.push(performance.now() - sent);
	}
	return { p50: percentile(taken, 0.5), p99: percentile(taken, 0.99), slowest: Math.max(...taken), lost };
}

const echo = (commander: Commander, state: string, payload: string) =>
	new Promise<boolean>((resolve) => {
		const timer = setTimeout(() => resolve(false), LOST);
		commander.onMessage((topic, text) => {
			if (topic !== state || text !== payload) return;
			clearTimeout(timer);
			resolve(true);
		});
	});
