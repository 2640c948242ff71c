import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { LOGIN, startBroker } from "../harness/broker.ts";
import { emulated } from "../harness/emulated.ts";
import { type Bar, type Bench, limit, type Row } from "../harness/figures.ts";
import { milestones } from "../harness/milestones.ts";
import { openHouse } from "../harness/plants.ts";
import { nodeWith, spent } from "../harness/processor.ts";
import { openTap } from "../harness/tap.ts";
import { tapped } from "../harness/tapped.ts";

/** Seconds of a processor in a day: one in a hundred. */
const MOST = 864;
/** The same for 1-Wire, each of whose readings is made by a process of its own. */
const MOST_1_WIRE = 2 * MOST;
const DAY = 86_400;
/** Seconds until all that is loaded late is loaded. */
const SETTLED = 20;
/** Seconds between two readings of each of 15 sensors on 1-Wire. The bus gives about one reading a second. */
const PACE = 12;

/** What the app takes of a processor while it does its daily work, extrapolated from a measured time. */
export const cpu: Bar = {
	id: "cpu",
	title: "Time of a processor in a day: 15 sensors whose values change, a turn each second, all shown at a broker",
	waits: true,
	run: async (bench) => [await onBoards(bench), await onOneWire(bench)],
};

async function measured(what: string, pid: number, { quick, tell }: Bench, most: number): Promise<Row> {
	const lasts = quick ? 30 : 120;
	tell(`${what}: measures for ${lasts} s`);
	const [from, began] = [spent(pid), performance.now()];
	await pause(lasts * 1000);
	const used = (spent(pid) - from) / ((performance.now() - began) / 1000);
	return limit(what, used * DAY, "s a day", most, { "% of a processor": used * 100 });
}

/** The owner's plant: the values of its boards flicker, and the collector is hot, so that the pump runs. */
async function onBoards(bench: Bench): Promise<Row> {
	const folder = mkdtempSync(join(tmpdir(), "bench-cpu-"));
	const broker = await startBroker();
	const tap = await openTap(broker.port);
	const file = join(folder, "options.json");
	const example = join(import.meta.dirname, "../../examples/options.sequent.json");
	const { mqtt: _, ...plant } = JSON.parse(readFileSync(example, "utf8"));
	writeFileSync(file, JSON.stringify({ ...plant, mqtt: { host: "127.0.0.1", port: tap.port, ...LOGIN } }), {
		mode: 0o600,
	});
	const [program = "", ...around] = await emulated(join(folder, "log"), bench.tell);
	const run = ["run", "--options", file, "--data", join(folder, "data"), "--http-port", "0"];
	const child = spawn(program, [...around, process.execPath, bench.app, ...run], {
		stdio: "ignore",
		env: { ...process.env, NODE_OPTIONS: "" },
	});
	try {
		await milestones(tap, 30_000);
		await pause(SETTLED * 1000);
		return await measured("boards over I2C", nodeWith(file) ?? 0, bench, MOST);
	} finally {
		const app = nodeWith(file);
		if (app !== undefined) process.kill(app, "SIGKILL");
		child.kill("SIGKILL");
		await tap.close();
		await broker.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function onOneWire(bench: Bench): Promise<Row> {
	const house = openHouse({ pace: PACE });
	let nth = 0;
	const changing = setInterval(() => {
		nth += 1;
		for (const [i, name] of house.names.entries()) {
			const scatter = (((nth * 7 + i * 3) % 5) - 2) / 16;
			house.set(name, (name === "collector" ? 60 : name.startsWith("tank") ? 40 : 20) + scatter);
		}
	}, 1000);
	try {
		return await tapped(
			bench.app,
			(port) => house.options(port),
			async ({ program, tap }) => {
				await milestones(tap, 60_000);
				await pause(SETTLED * 1000);
				return measured("1-Wire", program.pid, bench, MOST_1_WIRE);
			},
		);
	} finally {
		clearInterval(changing);
		house.close();
	}
}
