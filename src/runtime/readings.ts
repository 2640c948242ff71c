import { type Finding, finding } from "#model/findings/finding.ts";
import { type Measured, paceOf } from "#model/plant/device.ts";
import { fault } from "#model/plant/fault.ts";
import type { Plant, Sensor } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import { after, type Instant, type Seconds, seconds, since } from "#model/quantities/units.ts";
import { type Notice, notice, type Tell } from "#model/sentences/notice.ts";
import type { Bus } from "./board.ts";
import { Rounds } from "./rounds.ts";

export interface ReadPorts {
	readonly now: () => Instant;
	readonly tell: Tell;
	readonly pause: (wait: Seconds, signal: AbortSignal) => Promise<void>;
	/** Seconds until the next turn, and seconds between turns. */
	readonly turns?: () => Turns;
}

interface Turns {
	readonly until: Seconds;
	readonly period: Seconds;
}

/**
 * Reads the sensors of each device again and again, timed so that values are fresh when a turn comes. A bug makes that one
 * reading a fault; the next round tries again.
 */
export class Readings {
	/** The newest of each sensor, in the plant's order. */
	readonly samples: (Sample | undefined)[];
	readonly #ports: ReadPorts;
	readonly #stop = new AbortController();
	readonly #polls: readonly Promise<void>[];
	/** Bugs in the last reading, by sensor. */
	readonly #bugs = new Map<number, { readonly bus: string; readonly error: string }>();
	readonly #told = new Set<string>();

	constructor(plant: Plant, buses: readonly Bus[], ports: ReadPorts) {
		this.#ports = ports;
		this.samples = plant.sensors.map(() => undefined);
		this.#polls = buses.map((bus) =>
			this.#poll(
				bus,
				plant.sensors.filter((sensor) => sensor.bus === bus.id),
			),
		);
	}

	/** One of each device whose last readings had a bug. */
	findings(): readonly Finding[] {
		const byBus = new Map([...this.#bugs.values()].map((bug) => [bug.bus, bug]));
		return [...byBus.values()].map((bug) => finding("alarm", "device_bug", { ...bug }));
	}

	shift(by: Seconds): void {
		for (const [i, sample] of this.samples.entries())
			if (sample?.at !== undefined) this.samples[i] = { ...sample, at: after(sample.at, by) };
	}

	/** Comes back when the reads that have begun are done. */
	async close(): Promise<void> {
		this.#stop.abort();
		await Promise.all(this.#polls);
	}

	async #poll(bus: Bus, sensors: readonly Sensor[]): Promise<void> {
		const { now, pause, turns } = this.#ports;
		const { signal } = this.#stop;
		const rounds = new Rounds(bus.device, sensors);
		/** Reads without an answer yet. */
		const asked = new Map<Sensor, Promise<void>>();
		while (sensors.length > 0 && !signal.aborted) {
			const began = now();
			// What is still being read is not asked for twice.
			const reads = rounds.due
				.filter((sensor) => !asked.has(sensor))
				.map((sensor) => {
					const read = this.#read(bus, sensor).finally(() => asked.delete(sensor));
					asked.set(sensor, read);
					return read;
				});
			await this.#answered(reads, rounds.pace);
			const took = since(began, now());
			const rest = seconds(Math.max(0, rounds.pace - took));
			const next = rounds.over(took);
			await pause(turns === undefined ? rest : readyFor(turns(), rest, next, rounds.pace), signal);
		}
		await Promise.all(asked.values());
	}

	/**
	 * Waits for all of these. One that hangs must not delay the others: once the pace has passed, the first answer is enough,
	 * and after twice the pace none is waited for.
	 */
	async #answered(reads: readonly Promise<void>[], pace: Seconds): Promise<void> {
		const over = new AbortController();
		const signal = AbortSignal.any([this.#stop.signal, over.signal]);
		const late = async () => {
			await this.#ports.pause(pace, signal);
			await Promise.race([...reads, this.#ports.pause(pace, signal)]);
		};
		await Promise.race([Promise.all(reads), late()]);
		over.abort();
	}

	async #read(bus: Bus, sensor: Sensor): Promise<void> {
		const { index } = sensor;
		const measured = await this.#measure(bus, sensor);
		const pace = paceOf(bus.device, sensor.channel);
		const { value, at } = this.samples[index] ?? {};
		const before = value === undefined || at === undefined ? undefined : { value, at };
		this.samples[index] =
			measured.kind === "value"
				? { value: measured.value, at: measured.at ?? this.#ports.now(), pace, ...lasting(measured) }
				: { ...before, pace, fault: measured.fault };
	}

	async #measure({ id, device }: Bus, { index, channel }: Sensor): Promise<Measured> {
		try {
			const measured = await device.read(channel);
			this.#bugs.delete(index);
			return measured;
		} catch (bug) {
			const error = String(bug);
			const text = `${id} ${error}`;
			if (!this.#told.has(text)) this.#ports.tell(deviceBug(id, bug));
			this.#told.add(text);
			this.#bugs.set(index, { bus: id, error });
			return { kind: "failed", fault: fault("bus") };
		}
	}
}

const lasting = ({ lasts }: { readonly lasts?: Seconds }) => (lasts === undefined ? {} : { lasts });

export const deviceBug = (bus: string, bug: unknown): Notice =>
	notice("error", "device_bug", { bus, error: String(bug) });

/** Seconds between the end of a read and the turn that uses it. The event loop may be late. */
const BEFORE_TURN = 0.03;

/** The wait after which a round that takes so long ends just before a turn. */
function readyFor({ until, period }: Turns, rest: Seconds, took: Seconds, pace: Seconds): Seconds {
	// Rounded, because `rest + took` would not always be the pace.
	const apart = Math.max(pace, Math.round((rest + took) * 1e6) / 1e6);
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
