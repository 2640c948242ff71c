import type { Effect } from "#control/machinery/settle.ts";
import { type Finding, finding } from "#model/findings/finding.ts";
import type { Device, Evidence } from "#model/plant/device.ts";
import { fault } from "#model/plant/fault.ts";
import type { Output, Plant } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import type { Percent, Seconds } from "#model/quantities/units.ts";
import { Board, type Bus, type Past } from "./board.ts";
import { deviceBug, Readings, type ReadPorts } from "./readings.ts";

export interface Devices {
	/** The newest sample of each sensor, in the plant's order. Returns at once, and what comes later does not change it. */
	samples(): readonly (Sample | undefined)[];
	/** True once every sensor has been tried. */
	tried(): boolean;
	/** Faults of whole devices. */
	findings(): readonly Finding[];
	/** Writes the image of each board where it changed or is due again. Effects are in the plant's order of outputs. */
	write(wants: readonly Percent[]): Promise<readonly Effect[]>;
	/**
	 * Drives every output of every board to its rest position, also where that was written before. Looks for a lost board
	 * once more. Takes at most 2.7 s.
	 */
	rest(): Promise<readonly Effect[]>;
	/** Boards without read-back go to rest. The others report the state of their outputs. */
	readInitialOutputs(): Promise<readonly Effect[]>;
	/** The state of the outputs that the boards report. Writes nothing. */
	look(): Promise<readonly Effect[]>;
	/** Commands to these outputs beyond a network are not renewed. By `index`. */
	silence(outputs: readonly number[]): void;
	/** What the device of an output beyond a network says about itself. */
	evidence(output: Output): Evidence;
	/** The running time was moved forward. Moves the times of samples and devices as well. */
	shift(by: Seconds): void;
	close(): Promise<void>;
}

export interface DevicesPorts extends ReadPorts, Past {}

/** Connects the plant to its devices: reads in the background and writes whole images. */
export function openDevices(plant: Plant, buses: readonly Bus[], ports: DevicesPorts): Devices {
	const readings = new Readings(plant, buses, ports);
	const boards = boardsOf(plant, buses, ports);
	const effects = (each: (board: Board) => Promise<readonly Effect[]>) => effectsOn(plant, boards, each);
	return {
		samples: () => [...readings.samples],
		tried: () => readings.samples.every((s) => s !== undefined),
		findings: () => [
			...buses.flatMap(({ id, device }) => lost(id, device)),
			...readings.findings(),
			...boards.flatMap((board) => board.findings()),
		],
		write: (wants) => effects((board) => board.write(wants)),
		// A bug in one board must not keep others from rest, nor end the wait for them.
		rest: () =>
			effects((board) =>
				board.lastRest().catch((bug) => {
					ports.tell(deviceBug(board.id, bug));
					return board.outputs.map(() => ({ fault: fault("bus") }));
				}),
			),
		readInitialOutputs: () => effects(async (board) => (await board.look()) ?? board.rest()),
		look: () => effects(async (board) => (await board.look()) ?? board.outputs.map(() => board.unseen())),
		silence(silent) {
			for (const { id, device } of buses) {
				const mine = plant.outputs.filter(({ bus, index }) => bus === id && silent.includes(index));
				device.deadMan?.silence(new Set(mine.map(({ channel }) => channel)));
			}
		},
		evidence({ bus, channel }) {
			const device = buses.find(({ id }) => id === bus)?.device;
			return device?.deadMan === undefined ? {} : { ...device.deadMan.evidence(channel), returns: device.returns };
		},
		shift(by) {
			for (const { device } of buses) device.shift?.(by);
			readings.shift(by);
		},
		async close() {
			await Promise.all([readings.close(), ...buses.map(({ device }) => device.close())]);
		},
	};
}

/** Those that hold an output. */
const boardsOf = (plant: Plant, buses: readonly Bus[], past: Past) =>
	buses.flatMap((bus) => {
		const outputs = plant.outputs.filter((output) => output.bus === bus.id);
		return outputs.length > 0 ? [new Board(bus, outputs, past)] : [];
	});

/** What each board reports, in the plant's order of outputs. */
async function effectsOn(
	{ outputs }: Plant,
	boards: readonly Board[],
	each: (board: Board) => Promise<readonly Effect[]>,
): Promise<readonly Effect[]> {
	const all: Effect[] = outputs.map(() => ({ fault: fault("missing") }));
	await Promise.all(
		boards.map(async (board) => {
			const told = await each(board);
			for (const [i, output] of board.outputs.entries()) all[output.index] = told[i] ?? { fault: fault("missing") };
		}),
	);
	return all;
}

const lost = (bus: string, device: Device): readonly Finding[] => {
	const why = device.health();
	return why === undefined
		? []
		: [finding("alarm", "device_lost", { bus, device: device.identity, fault: why.code, ...why.facts })];
};
