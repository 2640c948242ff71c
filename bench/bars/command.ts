import { setTimeout as pause } from "node:timers/promises";
import type { Mosquitto } from "../../test/fakes/mosquitto.ts";
import { LOGIN, startBroker } from "../harness/broker.ts";
import { moved } from "../harness/changes.ts";
import { type Commander, openCommander } from "../harness/commander.ts";
import { announced, echoed } from "../harness/echoes.ts";
import { type Bar, type Bench, limit, median, over, percentile, type Row, steady } from "../harness/figures.ts";
import { floorAt } from "../harness/floor.ts";
import type { Commanded } from "../harness/milestones.ts";
import { type House, openHouse, type Start } from "../harness/plants.ts";
import { start } from "../harness/program.ts";
import { interleaved } from "../harness/rounds.ts";

/** How the commands come: `gap` is the pause in ms before each. */
interface Course {
	readonly name: string;
	readonly noDelay: boolean;
	readonly gap: number;
	readonly commands: number;
	readonly rounds: number;
}

/**
 * Without pauses, a broker's default settings delay every second packet by 40 ms, waiting for a TCP acknowledgement, for
 * any client. So commands come with a longer pause, and without one where the broker sends at once.
 */
const courses = (quick: boolean): readonly Course[] => [
	{ name: "back to back", noDelay: true, gap: 0, commands: quick ? 500 : 1000, rounds: quick ? 2 : 5 },
	{ name: "house's broker", noDelay: false, gap: 50, commands: quick ? 30 : 60, rounds: quick ? 2 : 5 },
];
/** ms between two commands to the relay, of which each is carried out before the next. */
const RELAY_GAP = 100;

export const command: Bar = {
	id: "command",
	title:
		"A setting until its state is echoed (p50, p99), and a switch until its relay is written (slowest), one at a time",
	async run(bench) {
		const house = openHouse();
		try {
			const rows: Row[] = [];
			for (const course of courses(bench.quick)) rows.push(...(await settings(bench, house, course)));
			return [...rows, await relay(bench, house)];
		} finally {
			house.close();
		}
	},
};

async function settings({ app, floor, tell }: Bench, house: House, course: Course): Promise<readonly Row[]> {
	const { name, commands, gap, rounds } = course;
	const broker = await startBroker(course);
	const apps = await opened(app, broker, house.options(broker.port), APP);
	const floors = await opened(floor, broker, floorAt(broker.port), FLOOR);
	const target = ({ commander, setting }: Opened) => {
		let sent = 0;
		// Within what solar_charging.start_at may be, and never the same twice in a row.
		const values = () => Array.from({ length: commands }, () => String(6 + (sent++ % 60) / 2));
		return () => echoed(commander, setting, values(), gap);
	};
	try {
		const found = await interleaved({ app: target(apps), floor: target(floors) }, rounds, tell);
		const of = (who: "app" | "floor", share: number) =>
			found[who].map((round) =>
				percentile(
					round.filter((ms) => ms !== "lost"),
					share,
				),
			);
		const lost = found.app.flat().filter((ms) => ms === "lost").length;
		return [
			over(`${name}: a setting, p50`, of("app", 0.5), of("floor", 0.5), 5),
			over(`${name}: a setting, p99`, of("app", 0.99), of("floor", 0.99), 25),
			limit(`${name}: lost`, lost, "", 0, { of: rounds * commands }),
		];
	} finally {
		for (const one of [apps, floors]) await one.close();
		await broker.stop();
	}
}

/** From the command of the pump's switch to the frame on the wire. */
async function relay({ app, quick }: Bench, house: House): Promise<Row> {
	const broker = await startBroker();
	const { commander, pump, close } = await opened(app, broker, house.options(broker.port), APP);
	const perRound = quick ? 20 : 50;
	const rounds: number[][] = [];
	try {
		for (let round = 0; round < (quick ? 3 : 5); round++) {
			const taken: number[] = [];
			for (let nth = 0; nth < perRound; nth++) {
				await pause(RELAY_GAP);
				const on = !house.board.coils[0];
				house.board.take();
				const sent = performance.now();
				commander.publish(pump.command, on ? "ON" : "OFF");
				taken.push((await moved(house, on, 2000)) - sent);
			}
			rounds.push(taken);
		}
	} finally {
		await close();
		await broker.stop();
	}
	const slowest = rounds.map((taken) => Math.max(...taken));
	return steady("a switch to the relay, slowest", slowest, "ms", 50, { p50: median(rounds.flat()) });
}

interface Opened {
	readonly commander: Commander;
	readonly setting: Commanded;
	readonly pump: Commanded;
	close(): Promise<void>;
}

/** Straight to the broker: a tap would add its own time to both, and so hide the difference. */
async function opened(script: string, broker: Mosquitto, { args, env }: Start, house: Topics): Promise<Opened> {
	const commander = await openCommander(broker.port, LOGIN, house);
	const program = start(script, args, env);
	const close = async () => {
		await program.end("SIGKILL");
		commander.close();
	};
	try {
		return { commander, ...(await announced(commander)), close };
	} catch (error) {
		await close();
		throw new Error(`${error instanceof Error ? error.message : error}\n${program.output()}`, { cause: error });
	}
}

/** Each commander only hears its own program. */
type Topics = readonly string[];
const APP: Topics = ["solar/#", "homeassistant/device/+/solar_heating/config"];
const FLOOR: Topics = ["floor/#", "homeassistant/device/floor/bench/config"];
