import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LcusBoard } from "../../test/fakes/lcus-board.ts";
import { FakeW1 } from "../../test/fakes/w1.ts";
import { LOGIN } from "./broker.ts";

/** A house with a solar plant of which the benchmark is the hardware: 1-Wire sensors and an LCUS relay board. */
export interface House {
	readonly board: LcusBoard;
	readonly names: readonly SensorName[];
	/** °C at a sensor: `collector`, `tank`, … */
	set(sensor: SensorName, celsius: number): void;
	/** Writes an options file for a broker on this port, and hands back what the app is started with. */
	options(port: number, changes?: { readonly password?: string }): Start;
	close(): void;
}
/** What the app is started with, each time on an empty data folder. */
export interface Start {
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string>>;
}

const SENSORS = [
	"collector",
	"tank",
	"return_line",
	"outdoor_air",
	"exhaust_air",
	"supply_air",
	"extract_air",
] as const;
const LAYERS = [0, 20, 40, 60, 80, 100, 120, 140].map((height) => `tank_${height}` as const);
type SensorName = (typeof SENSORS)[number] | (typeof LAYERS)[number];
const NAMES: readonly SensorName[] = [...SENSORS, ...LAYERS];

/** How often sensors are read and how often the loop turns, in seconds. */
export const PACE = 1;
export const TURN = 1;

/** The owner's plant, cold: tank 40 °C, collector 20 °C, so the pump rests. */
export function openHouse({ pace = PACE } = {}): House {
	const folder = mkdtempSync(join(tmpdir(), "bench-house-"));
	const board = new LcusBoard();
	const bus = new FakeW1();
	const set = (sensor: SensorName, celsius: number) => bus.set(address(sensor), celsius);
	for (const name of NAMES) set(name, name.startsWith("tank") ? 40 : 20);
	let starts = 0;
	return {
		board,
		names: NAMES,
		set,
		options: (port, { password = LOGIN.password } = {}) => {
			const file = join(folder, `options-${++starts}.json`);
			writeFileSync(file, JSON.stringify(plant(port, password, { root: bus.root, pace }, board.path)), { mode: 0o600 });
			return started(file, mkdtempSync(join(folder, "data-")));
		},
		close: () => {
			board.close();
			bus.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** A plant without hardware, whose outputs obey at once. */
export function simulatedHouse(port: number): Start & { close(): void } {
	const folder = mkdtempSync(join(tmpdir(), "bench-house-"));
	const file = join(folder, "options.json");
	const options = {
		mqtt: { host: "127.0.0.1", port, ...LOGIN },
		sensors: NAMES.map((name) => ({
			id: name,
			...placed(name),
			source: `simulated:${name.replace("tank_", "tank/")}`,
		})),
		outputs: [{ id: "pump", role: "pump", target: "simulated:pump", least_run: 0, least_rest: 0 }],
	};
	writeFileSync(file, JSON.stringify(options), { mode: 0o600 });
	return {
		...started(file, mkdtempSync(join(folder, "data-"))),
		close: () => rmSync(folder, { recursive: true, force: true }),
	};
}

const started = (options: string, data: string): Start => ({
	args: ["run", "--options", options, "--data", data, "--http-port", "0"],
	env: {},
});

const plant = (port: number, password: string, one_wire: object, board: string) => ({
	mqtt: { host: "127.0.0.1", port, username: LOGIN.username, password },
	turn: TURN,
	one_wire,
	sensors: NAMES.map((name) => ({ id: name, ...placed(name), source: `one_wire:${address(name)}` })),
	outputs: [
		{ id: "pump", role: "pump", target: `usb_relay:${board}/1`, least_run: 0, least_rest: 0 },
		{ id: "heater", role: "heater", target: `usb_relay:${board}/2`, least_run: 0, least_rest: 0 },
	],
});

const placed = (name: SensorName) =>
	name.startsWith("tank_") ? { role: "tank_layer", height: Number(name.slice("tank_".length)) } : { role: name };

const address = (name: SensorName) => `28-${(NAMES.indexOf(name) + 1).toString(16).padStart(12, "0")}`;
