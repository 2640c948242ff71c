import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { seconds } from "#model/quantities/units.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { STORE_FILE } from "#store/files/files.ts";
import { type Bar, limit } from "../harness/figures.ts";
import { type Program, start } from "../harness/program.ts";

/** What an SD card is to bear in a day (MB). */
const MOST = 10;
const DAY = 86_400;
/** Seconds of the plant that pass in one, and between two turns: a day in half a minute, a turn in 7 ms. */
const SPEED = 2880;
const TURN = 20;
/** In memory there are no blocks to count; the checkout is on a disk. */
const ON_DISK = join(import.meta.dirname, "../../.cache");

export const writes: Bar = {
	id: "writes",
	title: "What a day writes to the disk, in the blocks that it dirties: 15 sensors, counters and history each minute",
	async run({ app, quick, tell }) {
		const days = quick ? 0.5 : 2;
		const rest = await lived(app, REST, days);
		tell(`writes: at rest ${rest.mb.toFixed(1)} MB a day`);
		const busy = await lived(app, BUSY, days);
		return [
			limit("a winter's day, the pump at rest", rest.mb, "MB", MOST, rest.details),
			limit("a day of sun and clouds, the pump switching", busy.mb, "MB", MOST, busy.details),
		];
	},
};

const REST = { day_of_year: 355, cloudiness: 100 };
const BUSY = { day_of_year: 172, cloudiness: 60 };

const LAYERS = [0, 20, 40, 60, 80, 100, 120, 140];
const AIR = ["outdoor_air", "exhaust_air", "supply_air", "extract_air"];
const ROLES = ["collector", "tank", "return_line", ...AIR];
/** Close limits and no least times, so that it switches as often as a plant may. */
const plant = (simulated: typeof REST) => ({
	turn: TURN,
	sensors: [
		...ROLES.map((role) => ({ id: role, role, source: `simulated:${role}` })),
		...LAYERS.map((height) => ({
			id: `tank_${height}`,
			role: "tank_layer",
			height,
			source: `simulated:tank/${height}`,
		})),
	],
	outputs: [{ id: "pump", role: "pump", target: "simulated:pump", least_run: 0, least_rest: 0 }],
	solar_charging: { start_at: 5, stop_at: 4 },
	simulated: { ...simulated, start_hour: 6 },
});

interface Lived {
	readonly mb: number;
	readonly details: Readonly<Record<string, number | string>>;
}

async function lived(app: string, simulated: typeof REST, days: number): Promise<Lived> {
	mkdirSync(ON_DISK, { recursive: true });
	const folder = mkdtempSync(join(ON_DISK, "writes-"));
	const options = join(folder, "options.json");
	writeFileSync(options, JSON.stringify(plant(simulated)));
	const data = join(folder, "data");
	const program = start(
		app,
		["run", "--options", options, "--data", data, "--http-port", "0", "--speed", `${SPEED}`],
		{},
	);
	try {
		const from = await seen(program, data, 0);
		const to = await seen(program, data, from.t + days * DAY);
		await program.end("SIGTERM");
		const passed = (to.t - from.t) / DAY;
		const mb = (to.blocks - from.blocks) / 1e6 / passed;
		// A disk that counts nothing has measured nothing.
		return { mb: mb > 0 ? mb : Number.NaN, details: { days: passed, switched: switchedIn(data) / passed } };
	} finally {
		await program.end("SIGKILL");
		rmSync(folder, { recursive: true, force: true });
	}
}

/** How often an output did, as the history has it. */
function switchedIn(data: string): number {
	const database = new DatabaseSync(join(data, STORE_FILE), { readOnly: true });
	const found = database.prepare("SELECT count(*) AS times FROM history_switch").get();
	database.close();
	return Number(found?.["times"]);
}

interface Seen {
	/** Seconds of the plant. */
	readonly t: number;
	/** Bytes of the blocks dirtied so far, as the kernel counts them. */
	readonly blocks: number;
}

/** As soon as the plant is as old as that. */
async function seen(program: Program, data: string, t: number): Promise<Seen> {
	for (let tries = 0; tries < 3000 && program.runs(); tries++) {
		const asked = await askControl(data, "snapshot", undefined, seconds(5));
		const snapshot = asked.kind === "answer" ? (asked.value as Shown) : undefined;
		if (snapshot?.sensors.length === 0) break;
		if (snapshot !== undefined && snapshot.t >= t) return { t: snapshot.t, blocks: blocksOf(program.pid) };
		await pause(100);
	}
	throw new Error(`The plant did not live.\n${program.output()}`);
}
interface Shown {
	readonly t: number;
	readonly sensors: readonly unknown[];
}

const blocksOf = (pid: number) =>
	Number(/^write_bytes: (\d+)/m.exec(readFileSync(`/proc/${pid}/io`, "utf8"))?.[1] ?? Number.NaN);
