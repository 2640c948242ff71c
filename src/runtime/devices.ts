import type { Effect } from "#control/settle.ts";
import { type Notice, notice, type Tell } from "#model/decision.ts";
import type { Device, Image, Written } from "#model/device.ts";
import { type Fault, fault } from "#model/fault.ts";
import { type Finding, finding } from "#model/finding.ts";
import { energised, loadOf, restOf } from "#model/output.ts";
import type { Output, Plant } from "#model/plant.ts";
import type { Sample } from "#model/reading.ts";
import { type Instant, OFF, type Percent, type Seconds, seconds, since } from "#model/units.ts";

/** An image that stands is written again this often, so that a board that lost it gets it back. */
const AGAIN = seconds(30);

/** An opened device with what hangs on it. */
export interface Bus {
	readonly id: string;
	readonly device: Device;
}

export interface Devices {
	/** The newest sample of each sensor, in the plant's order. Never waits. */
	samples(): readonly (Sample | undefined)[];
	/** True once every sensor has been tried. */
	tried(): boolean;
	/** What is wrong with whole devices. */
	findings(): readonly Finding[];
	/** Writes each board's whole image where it changed or is due again; in the plant's order of outputs. */
	write(wants: readonly Percent[]): Promise<readonly Effect[]>;
	/** Every output to its rest position, on every board, whatever was written before. */
	rest(): Promise<readonly Effect[]>;
	/** Boards that cannot be read back go to rest; the others tell how they stand. */
	adopt(): Promise<readonly Effect[]>;
	/** How the outputs stand, as far as the boards can tell. Writes nothing. */
	look(): Promise<readonly Effect[]>;
	close(): Promise<void>;
}

export interface DevicesPorts {
	readonly now: () => Instant;
	readonly tell: Tell;
	readonly pause: (wait: Seconds, signal: AbortSignal) => Promise<void>;
	/** How the loads stood when they were last known, for outputs that hold their state and boards that cannot tell. */
	readonly last?: (output: Output) => Percent | undefined;
}

/** The seam between the plant and its devices: reads in the background, writes whole images. */
export function openDevices(
	plant: Plant,
	buses: readonly Bus[],
	{ now, tell, pause, last = () => undefined }: DevicesPorts,
): Devices {
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
	const polls = buses.map((bus) =>
		poll(bus, plant, samples, now, pause, stop.signal).catch((bug) => tell(broke(bus, bug))),
	);
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
		findings: () => buses.flatMap(({ id, device }) => lost(id, device)),
		write: (wants) => effects((board) => board.write(wants)),
		rest: () => effects((board) => board.rest()),
		adopt: () => effects(async (board) => (await board.look()) ?? board.rest()),
		look: () => effects(async (board) => (await board.look()) ?? board.outputs.map(() => board.unseen())),
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
const broke = ({ id }: Bus, bug: unknown): Notice => notice("error", "device_bug", { bus: id, error: String(bug) });

async function poll(
	bus: Bus,
	plant: Plant,
	samples: (Sample | undefined)[],
	now: () => Instant,
	pause: DevicesPorts["pause"],
	signal: AbortSignal,
) {
	const mine = plant.sensors.filter((s) => s.bus === bus.id);
	while (mine.length > 0 && !signal.aborted) {
		await Promise.all(
			mine.map(async ({ index, channel }) => {
				const measured = await bus.device.read(channel);
				const { pace } = bus.device;
				const { value, at } = samples[index] ?? {};
				const before = value === undefined || at === undefined ? undefined : { value, at };
				samples[index] =
					measured.kind === "value"
						? { value: measured.value, at: now(), pace }
						: { ...before, pace, fault: measured.fault };
			}),
		);
		await pause(bus.device.pace, signal);
	}
}

/** One relay board: knows its last image, and when it was last written for sure. */
class Board {
	readonly outputs: readonly Output[];
	readonly #device: Device;
	readonly #now: () => Instant;
	#loads: readonly Percent[];
	#effects: readonly Effect[] = [];
	/** When the standing image was last written without fault, and to which of the device's lives. */
	#written: Instant | undefined;
	#life = 0;

	constructor(bus: Bus, outputs: readonly Output[], now: () => Instant, last: (output: Output) => Percent | undefined) {
		this.#device = bus.device;
		this.outputs = outputs;
		this.#loads = outputs.map((o) => last(o) ?? OFF);
		this.#now = now;
	}

	async write(wants: readonly Percent[]): Promise<readonly Effect[]> {
		const loads = this.outputs.map((o) => wants[o.index] ?? OFF);
		const same = loads.every((load, i) => load === this.#loads[i]);
		const healthy = this.#device.health() === undefined && this.#device.returns === this.#life;
		if (same && healthy && this.#written !== undefined && since(this.#written, this.#now()) < AGAIN)
			return this.#effects;
		return this.#drive(loads);
	}

	async rest(): Promise<readonly Effect[]> {
		const standing = this.outputs.some((o) => restOf(o) === undefined) ? await this.#device.coils() : undefined;
		return this.#drive(
			this.outputs.map((o, i) => {
				const coil = standing?.get(o.channel);
				return restOf(o) ?? (coil === undefined ? undefined : loadOf(o, coil)) ?? this.#loads[i] ?? OFF;
			}),
		);
	}

	/** How the loads stand; undefined where the board cannot tell. */
	async look(): Promise<readonly Effect[] | undefined> {
		const coils = await this.#device.coils();
		return (
			coils &&
			this.outputs.map((o) => {
				const coil = coils.get(o.channel);
				return coil === undefined ? {} : { actual: loadOf(o, coil) };
			})
		);
	}

	unseen(): Effect {
		const why = this.#device.health();
		return why === undefined ? {} : { fault: why };
	}

	async #drive(loads: readonly Percent[]): Promise<readonly Effect[]> {
		const image: Image = new Map(this.outputs.map((o, i) => [o.channel, energised(o, loads[i] ?? OFF)]));
		this.#loads = loads;
		this.#life = this.#device.returns;
		const written = await this.#device.write(image);
		this.#written = written.kind === "done" ? this.#now() : undefined;
		this.#effects = this.outputs.map((o, i) => effectOf(o, loads[i] ?? OFF, written));
		return this.#effects;
	}
}

/** What the board confirmed wins over what was written; a board that cannot tell is believed. */
function effectOf(output: Output, load: Percent, written: Written): Effect {
	if (written.kind === "failed") return { fault: written.fault };
	const coil = written.confirmed.get(output.channel);
	if (coil === undefined) return { actual: load };
	const running = loadOf(output, coil) > 0;
	const mismatch: Fault | undefined = running === load > 0 ? undefined : fault("not_verified", { wanted: load });
	return { actual: mismatch === undefined ? load : loadOf(output, coil), ...(mismatch && { fault: mismatch }) };
}
