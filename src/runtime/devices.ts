import type { Effect } from "#control/settle.ts";
import { type Finding, finding } from "#model/findings/finding.ts";
import type { Device, Measured } from "#model/plant/device.ts";
import { fault } from "#model/plant/fault.ts";
import type { Output, Plant, Sensor } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import { after, type Instant, type Percent, type Seconds, seconds, since } from "#model/quantities/units.ts";
import { type Notice, notice, type Tell } from "#model/sentences/notice.ts";
import { Board, type Bus } from "./board.ts";

export interface Devices {
	/** The newest sample of each sensor, in the plant's order. Returns at once. */
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
	/** The running time was moved forward. Moves the times of samples and devices as well. */
	shift(by: Seconds): void;
	close(): Promise<void>;
}

export interface DevicesPorts {
	readonly now: () => Instant;
	readonly tell: Tell;
	readonly pause: (wait: Seconds, signal: AbortSignal) => Promise<void>;
	/** Seconds until the next turn, and seconds between turns. */
	readonly turns?: () => { readonly until: Seconds; readonly period: Seconds };
	/** The last known state of an output, for outputs that hold their state on boards that cannot tell. */
	readonly last?: (output: Output) => Percent | undefined;
}

/** Connects the plant to its devices: reads in the background and writes whole images. */
export function openDevices(plant: Plant, buses: readonly Bus[], ports: DevicesPorts): Devices {
	const { now, tell, last = () => undefined } = ports;
	const samples: (Sample | undefined)[] = plant.sensors.map(() => undefined);
	const boards = buses
		.map(
			(bus) =>
				new Board(
					bus,
					plant.outputs.filter((o) => o.bus === bus.id),
					now,
					last,
				),
		)
		.filter((b) => b.outputs.length > 0);
	const stop = new AbortController();
	const bugs: Bugs = new Map();
	const polls = buses.map((bus) => poll(bus, plant, { samples, bugs, ports, signal: stop.signal }));
	const effects = async (each: (board: Board) => Promise<readonly Effect[]>) => {
		const all: Effect[] = plant.outputs.map(() => ({ fault: fault("missing") }));
		await Promise.all(
			boards.map(async (board) => {
				const told = await each(board);
				for (const [i, output] of board.outputs.entries()) all[output.index] = told[i] ?? { fault: fault("missing") };
			}),
		);
		return all;
	};
	return {
		samples: () => samples,
		tried: () => samples.every((s) => s !== undefined),
		findings: () => [
			...buses.flatMap(({ id, device }) => lost(id, device)),
			...[...new Map([...bugs.values()].map((bug) => [bug.bus, bug])).values()].map((bug) =>
				finding("alarm", "device_bug", { ...bug }),
			),
		],
		write: (wants) => effects((board) => board.write(wants)),
		// A bug in one board must not keep others from rest, nor end the wait for them.
		rest: () =>
			effects((board) =>
				board.lastRest().catch((bug) => {
					tell(broke(board, bug));
					return board.outputs.map(() => ({ fault: fault("bus") }));
				}),
			),
		readInitialOutputs: () => effects(async (board) => (await board.look()) ?? board.rest()),
		look: () => effects(async (board) => (await board.look()) ?? board.outputs.map(() => board.unseen())),
		shift(by) {
			for (const { device } of buses) device.shift?.(by);
			for (const [i, sample] of samples.entries())
				if (sample?.at !== undefined) samples[i] = { ...sample, at: after(sample.at, by) };
		},
		async close() {
			stop.abort();
			await Promise.all([...polls, ...buses.map(({ device }) => device.close())]);
		},
	};
}

const lost = (bus: string, device: Device): readonly Finding[] => {
	const why = device.health();
	return why === undefined
		? []
		: [finding("alarm", "device_lost", { bus, device: device.identity, fault: why.code, ...why.facts })];
};
const broke = ({ id }: Pick<Bus, "id">, bug: unknown): Notice =>
	notice("error", "device_bug", { bus: id, error: String(bug) });

/** Bugs in the last reading, by sensor. */
type Bugs = Map<number, { readonly bus: string; readonly error: string }>;

interface Polling {
	readonly samples: (Sample | undefined)[];
	readonly bugs: Bugs;
	readonly ports: DevicesPorts;
	readonly signal: AbortSignal;
}

/**
 * Reads the sensors of one device again and again, timed so that values are fresh when a turn comes. A bug makes that one
 * reading a fault; the next round tries again.
 */
async function poll(bus: Bus, plant: Plant, { samples, bugs, ports, signal }: Polling) {
	const mine = plant.sensors.filter((s) => s.bus === bus.id);
	const { device } = bus;
	const { now, pause, turns, tell } = ports;
	const told = new Set<string>();
	const measure = async ({ index, channel }: Sensor): Promise<Measured> => {
		try {
			const measured = await device.read(channel);
			bugs.delete(index);
			return measured;
		} catch (bug) {
			const error = String(bug);
			if (!told.has(error)) tell(broke(bus, bug));
			told.add(error);
			bugs.set(index, { bus: bus.id, error });
			return { kind: "failed", fault: fault("bus") };
		}
	};
	const read = async (sensor: Sensor) => {
		const { index } = sensor;
		const measured = await measure(sensor);
		const { pace } = device;
		const { value, at } = samples[index] ?? {};
		const before = value === undefined || at === undefined ? undefined : { value, at };
		samples[index] =
			measured.kind === "value"
				? { value: measured.value, at: now(), pace }
				: { ...before, pace, fault: measured.fault };
	};
	while (mine.length > 0 && !signal.aborted) {
		const began = now();
		await Promise.all(mine.map(read));
		const took = since(began, now());
		const rest = seconds(Math.max(0, device.pace - took));
		await pause(turns === undefined ? rest : readyFor(turns(), rest, took, device.pace), signal);
	}
}

/** Seconds between the end of a read and the turn that uses it. The event loop may be late. */
const BEFORE_TURN = 0.03;

/** The wait after which a read as long as the last one ends just before a turn. */
function readyFor(
	{ until, period }: { readonly until: Seconds; readonly period: Seconds },
	rest: Seconds,
	took: Seconds,
	pace: Seconds,
): Seconds {
	// `rest + took` would not always be the pace, because of rounding.
	const apart = Math.max(pace, took);
	// If turns are further apart than reads, one read comes early, so that the sensor keeps its pace.
	if (period > apart) {
		const wait = until - took - BEFORE_TURN;
		return seconds(wait >= 0 && wait < rest ? wait : rest);
	}
	const late = (apart + BEFORE_TURN - until) % period;
	const shift = late > period / 2 ? period - late : late < -period / 2 ? -period - late : -late;
	const wait = rest + shift;
	return seconds(wait < 0 ? wait + period : wait);
}
