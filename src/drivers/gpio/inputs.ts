import type { Fault } from "#model/plant/fault.ts";
import { type Instant, type Seconds, seconds } from "#model/quantities/units.ts";
import type { Refusal } from "../bus/native/file.ts";
import type { Channel, Shown } from "./address.ts";
import { type Chip, offsetOf } from "./chip.ts";
import { type Bias, InputLine } from "./line.ts";
import { Pulses } from "./pulses.ts";

/** Settings for all inputs of a chip. */
export interface Manner {
	readonly bias: Bias;
	/** Milliseconds. */
	readonly debounce: number;
	readonly pulse_debounce: number;
	readonly pulses_per_litre: number;
	readonly pulses_per_kwh: number;
}

export type Sensor = Exclude<Channel, { kind: "relay" }>;

/** Without a pulse for so long nothing flows. A meter of 1 litre a pulse still shows 1 L/min. */
const NO_FLOW = seconds(60);
/** A meter of 1,000 pulses per kWh still shows 6 W. */
const NO_POWER = seconds(600);

/** Contacts and pulse counters. Sensors of one line share it. */
export class Inputs {
	readonly #manner: Manner;
	readonly #now: () => Instant;
	/** Of each line that counts; it outlives the chip. */
	readonly #counters: ReadonlyMap<string, Pulses>;
	readonly #lines = new Map<string, Promise<InputLine | Fault | Refusal>>();

	constructor(channels: readonly Channel[], manner: Manner, now: () => Instant) {
		this.#manner = manner;
		this.#now = now;
		const counting = channels.filter(({ kind }) => kind !== "relay" && kind !== "contact");
		this.#counters = new Map(counting.map(({ line }) => [line, new Pulses()]));
	}

	/** The value of a sensor; or its fault, or what the kernel answered instead. */
	async read(chip: Chip, sensor: Sensor): Promise<number | Fault | Refusal> {
		const line = await this.#line(chip, sensor.line);
		if ("code" in line) return line;
		const counter = this.#counters.get(sensor.line);
		if (sensor.kind === "contact" || counter === undefined) {
			const closed = await line.isClosed();
			return typeof closed === "boolean" ? Number(closed) : closed;
		}
		const edges = line.edges();
		if ("code" in edges) return edges;
		counter.hears(edges, this.#now());
		return this.#value(sensor.kind, counter, "per" in sensor ? sensor.per : undefined);
	}

	/** Gives one line back. */
	async leave(line: string): Promise<void> {
		const opening = this.#lines.get(line);
		this.#lines.delete(line);
		const opened = await opening;
		if (opened !== undefined && !("code" in opened)) await opened.close();
	}

	close(): void {
		for (const line of [...this.#lines.keys()]) void this.leave(line);
	}

	/** One that was refused is asked for again at the next read. */
	#line(chip: Chip, line: string): Promise<InputLine | Fault | Refusal> {
		const known = this.#lines.get(line);
		if (known !== undefined) return known;
		const opening = this.#open(chip, line);
		this.#lines.set(line, opening);
		void opening.then((opened) => {
			if ("code" in opened && this.#lines.get(line) === opening) this.#lines.delete(line);
		});
		return opening;
	}

	async #open(chip: Chip, line: string): Promise<InputLine | Fault | Refusal> {
		const offset = await offsetOf(chip, line);
		if (typeof offset !== "number") return offset;
		const { bias, debounce, pulse_debounce } = this.#manner;
		const counter = this.#counters.get(line);
		counter?.begins();
		const counts = counter !== undefined;
		return InputLine.opened(chip, offset, { bias, debounce: counts ? pulse_debounce : debounce, counts });
	}

	#value(shown: Shown, counter: Pulses, per: number | undefined): number {
		const { pulses_per_litre, pulses_per_kwh } = this.#manner;
		const rate = (still: Seconds) => counter.perSecond(this.#now(), still);
		switch (shown) {
			case "pulses":
				return counter.total;
			case "flow":
				return (rate(NO_FLOW) * 60) / (per ?? pulses_per_litre);
			case "volume":
				return counter.total / (per ?? pulses_per_litre);
			case "power":
				return (rate(NO_POWER) * 3_600_000) / (per ?? pulses_per_kwh);
			case "energy":
				return counter.total / (per ?? pulses_per_kwh);
		}
	}
}
