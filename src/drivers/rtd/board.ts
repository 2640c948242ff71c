import { type Fault, fault } from "#model/plant/fault.ts";
import type { Seconds } from "#model/quantities/units.ts";
import { withinMs } from "../bus/deadline.ts";
import { I2cChip } from "../bus/i2c/chip.ts";
import type { I2cBus } from "../bus/i2c/i2c.ts";
import { Jumps } from "../bus/i2c/jumps.ts";
import type { Device, DevicePorts, Measured, Written } from "../driver.ts";
import { Converter } from "./converter.ts";
import { judged } from "./judge.ts";
import * as registers from "./registers.ts";

/** Milliseconds for one reading of all channels. It takes 15. */
const READ_WITHIN = 1200;
/** Times that values are read which changed meanwhile. */
const TRIES = 3;

/** Which board it is. */
export interface NamedBoard {
	readonly identity: string;
	readonly stack: number;
	readonly pace: Seconds;
}

interface Round {
	readonly temperatures: readonly number[];
	readonly before: readonly number[];
	readonly after: readonly number[];
	readonly types: Uint8Array;
	/** The last block as it came. */
	readonly block: Uint8Array;
}

/** One RTD board: eight sensors PT100 or PT1000, measured by two converters. All channels are read together. */
export class RtdBoard implements Device {
	readonly identity: string;
	readonly pace: Seconds;
	readonly verify = "none";
	readonly onCrash = "holds";
	readonly #bus: I2cBus;
	readonly #chip: I2cChip;
	readonly #address: number;
	#converters: readonly [Converter, Converter];
	readonly #jumps: Jumps;
	#restarts: number | undefined;
	#lives = 0;
	/** The reading under way. */
	#round: Promise<readonly Measured[]> | undefined;

	constructor({ identity, stack, pace }: NamedBoard, { tell }: Pick<DevicePorts, "tell">, bus: I2cBus) {
		this.#bus = bus;
		this.#address = registers.address(stack);
		this.identity = identity;
		this.pace = pace;
		this.#chip = new I2cChip(bus, this.identity, tell);
		this.#converters = [new Converter(pace), new Converter(pace)];
		this.#jumps = new Jumps(pace);
	}

	get returns(): number {
		return this.#chip.returns;
	}

	async read(channel: string): Promise<Measured> {
		this.#round ??= this.#readAll().finally(() => {
			this.#round = undefined;
		});
		const late = [failed(fault("no_answer", { board: this.identity, within: READ_WITHIN / 1000 }))];
		const all = await withinMs(READ_WITHIN, this.#round, late);
		return all[Number(channel) - 1] ?? all[0] ?? failed(fault("missing", { channel }));
	}

	async write(): Promise<Written> {
		return failed(fault("no_write", { device: this.identity }));
	}

	async readBack(): Promise<undefined> {
		return undefined;
	}

	health(): Fault | undefined {
		return this.#chip.fault;
	}

	async close(): Promise<void> {
		this.#bus.leave();
	}

	/** Every channel: its value, or why it has none. */
	async #readAll(): Promise<readonly Measured[]> {
		let all: readonly (Measured | "torn")[] = [];
		let round: Round | Fault | undefined;
		for (let tries = 0; tries < TRIES && (all.length === 0 || all.includes("torn")); tries++) {
			round = await this.#values();
			if ("code" in round) return this.#without(round);
			const { temperatures, before, after, types } = round;
			// What was steady once is settled. Only the others are read again.
			all = after.map((value, i) => {
				const known = all[i];
				if (known !== undefined && known !== "torn") return known;
				const said = { temperature: temperatures[i] ?? Number.NaN, before: before[i] ?? Number.NaN, after: value };
				return judged(said, { board: this.identity, channel: i + 1, set_to: `PT${registers.typeSet(types, i)}` });
			});
		}
		if (round === undefined || "code" in round) return this.#without(fault("bus"));
		const unsteady = (i: number) => failed(fault("unsteady", { board: this.identity, channel: i + 1 }));
		const steady = all.map((one, i) => (one === "torn" ? unsteady(i) : one));
		return this.#living(steady, round);
	}

	async #values(): Promise<Round | Fault> {
		const block = (register: number) => this.#chip.read(this.#address, register, registers.BLOCK);
		const before = await block(registers.RESISTANCES);
		if ("code" in before) return before;
		const temperatures = await block(registers.TEMPERATURES);
		if ("code" in temperatures) return temperatures;
		const after = await block(registers.RESISTANCES);
		if ("code" in after) return after;
		const types = await this.#chip.read(this.#address, registers.TYPES, registers.TYPES_COUNT);
		if ("code" in types) return types;
		return {
			types,
			before: registers.values(before),
			temperatures: registers.values(temperatures),
			after: registers.values(after),
			block: after,
		};
	}

	/** The same, without those whose converter does not measure. */
	async #living(all: readonly Measured[], { block }: Round): Promise<readonly Measured[]> {
		const read = await this.#chip.read(this.#address, registers.HEALTH, registers.HEALTH_COUNT);
		if ("code" in read) return this.#without(read);
		const { restarts, rates } = registers.converters(read);
		if (this.#lives !== this.#chip.returns) this.#begin();
		// The firmware started a converter again: its values of this moment may be of before.
		const restarted = this.#restarts !== undefined && this.#restarts !== restarts;
		this.#restarts = restarts;
		const alive = this.#converters.map((converter, group) => {
			const from = 4 * registers.GROUP * group;
			const bits = Buffer.from(block.subarray(from, from + 4 * registers.GROUP)).toString("hex");
			return converter.alive(bits, rates[group] ?? 0) && !restarted;
		});
		const measuring = all.map((measured, i) => {
			const group = Math.floor(i / registers.GROUP);
			if (alive[group] || measured.kind === "failed") return measured;
			const facts = { board: this.identity, channel: i + 1, converter: group + 1, per_second: rates[group] ?? 0 };
			return failed(fault(restarted ? "unsteady" : "no_answer", facts));
		});
		return measuring.map((measured, i) => this.#believed(measured, i));
	}

	#believed(measured: Measured, i: number): Measured {
		const sensor = String(i);
		if (measured.kind === "failed") this.#jumps.misses(sensor);
		else if (!this.#jumps.believed(sensor, measured.value))
			return failed(fault("unsteady", { board: this.identity, channel: i + 1, value: measured.value }));
		return measured;
	}

	/** After a loss its converters begin anew. */
	#begin() {
		this.#lives = this.#chip.returns;
		this.#converters = [new Converter(this.pace), new Converter(this.pace)];
		this.#restarts = undefined;
	}

	#without(why: Fault): readonly Measured[] {
		return Array.from({ length: registers.CHANNELS }, () => failed(why));
	}
}

const failed = (why: Fault) => ({ kind: "failed", fault: why }) as const;
