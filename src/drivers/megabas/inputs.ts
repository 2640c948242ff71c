import { type Fault, fault } from "#model/plant/fault.ts";
import type { I2cChip } from "../bus/i2c/chip.ts";
import { Jumps } from "../bus/i2c/jumps.ts";
import type { Measured } from "../driver.ts";
import type { Input } from "./address.ts";
import { Counters, MOST_BETWEEN } from "./counters.ts";
import { platinum, scaled, thermistor } from "./judge.ts";
import * as registers from "./registers.ts";

/** Times that a value is read which changed meanwhile. */
const TRIES = 3;

/** A block of registers, and what the inputs have to be set to for it: 0 is 0-10 V, 1 is 1 kohm, 2 is 10 kohm. */
interface Block {
	readonly register: number;
	readonly bytes: number;
	readonly set: 0 | 1 | 2;
}
const BLOCKS: Readonly<Record<Input["kind"], Block>> = {
	platinum: { register: registers.R_1K, bytes: 16, set: 1 },
	ntc: { register: registers.R_10K, bytes: 16, set: 2 },
	contact: { register: registers.CONTACTS, bytes: 1, set: 1 },
	counter: { register: registers.COUNTERS, bytes: 32, set: 1 },
	volts: { register: registers.IN, bytes: 16, set: 0 },
};
const SETTINGS = ["0-10 V", "1 kohm", "10 kohm"];

type Pair = readonly [Uint8Array, Uint8Array];

/** Inputs of a MegaBAS board. Each block of registers is read twice, for all channels that are asked for at once. */
export class Inputs {
	readonly #chip: I2cChip;
	readonly #address: number;
	readonly #name: string;
	readonly #beta: number;
	readonly #jumps: Jumps;
	/** Reads under way, by register. */
	readonly #pairs = new Map<number, Promise<Pair | Fault>>();
	/** What the inputs are set to: three masks; "switches" where switches on the board decide. */
	#selected: Uint8Array | "switches" | undefined;
	readonly #counters: Counters;
	#life = 0;
	#closed = false;

	/** @param manner the constant of thermistors (K), and seconds between two readings */
	constructor(
		chip: I2cChip,
		address: number,
		name: string,
		manner: { readonly ntc_beta: number; readonly pace: number },
	) {
		this.#chip = chip;
		this.#address = address;
		this.#name = name;
		this.#beta = manner.ntc_beta;
		this.#jumps = new Jumps(manner.pace);
		this.#counters = new Counters(chip, address, () => !this.#closed);
	}

	/** Nothing is written from now on. */
	close(): void {
		this.#closed = true;
	}

	async read(input: Input): Promise<Measured> {
		const facts = { board: this.#name, input: input.channel };
		const measured = await this.#measured(input, facts);
		if (input.kind !== "platinum" && input.kind !== "ntc") return measured;
		const sensor = `${input.kind} ${input.channel}`;
		if (measured.kind === "failed") this.#jumps.misses(sensor);
		else if (!this.#jumps.believed(sensor, measured.value))
			return failed(fault("unsteady", { ...facts, value: measured.value }));
		return measured;
	}

	async #measured(input: Input, facts: Fault["facts"]): Promise<Measured> {
		for (let tries = 0; tries < TRIES; tries++) {
			const pair = await this.#pair(BLOCKS[input.kind]);
			if ("code" in pair) return failed(pair);
			const judged = this.#judged(input, pair, facts);
			if (judged === "torn") continue;
			const why = await this.#wrongly(input);
			if (why !== undefined) return failed(why);
			if (input.kind !== "counter" || judged.kind === "failed") return judged;
			const total = await this.#counters.total(input.channel, judged.value);
			return typeof total === "number" ? { kind: "value", value: total } : failed(total);
		}
		return failed(fault("unsteady", facts));
	}

	/** The same block twice. A value of several bytes may change while it is read. */
	#pair({ register, bytes }: Block): Promise<Pair | Fault> {
		const read = async (): Promise<Pair | Fault> => {
			const first = await this.#chip.read(this.#address, register, bytes);
			if ("code" in first) return first;
			const second = await this.#chip.read(this.#address, register, bytes);
			return "code" in second ? second : [first, second];
		};
		const pair = this.#pairs.get(register) ?? read().finally(() => this.#pairs.delete(register));
		this.#pairs.set(register, pair);
		return pair;
	}

	#judged(input: Input, [first, second]: Pair, facts: Fault["facts"]): Measured | "torn" {
		const { channel } = input;
		const [a, b] = [registers.word(first, channel), registers.word(second, channel)];
		switch (input.kind) {
			case "platinum":
				return Math.abs(a - b) > 4 ? "torn" : platinum(b, facts);
			case "ntc":
				return Math.abs(a - b) > 4 + b / 50 ? "torn" : thermistor(b, this.#beta, facts);
			case "volts":
				return Math.abs(a - b) > 100 ? "torn" : scaled(b, input, facts);
			case "contact": {
				const bit = 1 << (channel - 1);
				const [before, after] = [(first[0] ?? 0) & bit, (second[0] ?? 0) & bit];
				return before === after ? { kind: "value", value: after === 0 ? 0 : 1 } : "torn";
			}
			case "counter": {
				const [before, after] = [registers.counter(first, channel), registers.counter(second, channel)];
				return after >= before && after - before <= MOST_BETWEEN ? { kind: "value", value: after } : "torn";
			}
		}
	}

	/** A fault where the board measures something else at this input. */
	async #wrongly({ channel, kind }: Input): Promise<Fault | undefined> {
		if (this.#life !== this.#chip.returns) {
			this.#life = this.#chip.returns;
			this.#selected = undefined;
		}
		const bit = 1 << (channel - 1);
		const { set } = BLOCKS[kind];
		const right = () => this.#selected === "switches" || ((this.#selected?.[set] ?? 0) & bit) !== 0;
		if (right()) return undefined;
		const version = await this.#chip.read(this.#address, registers.VERSION, 4);
		if ("code" in version) return version;
		if ((version[0] ?? 0) < registers.SELECTABLE_FROM) this.#selected = "switches";
		else {
			const selected = await this.#chip.read(this.#address, registers.SELECTED, 3);
			if ("code" in selected) return selected;
			this.#selected = selected;
		}
		if (right()) return undefined;
		const is = SETTINGS.find((_, i) => typeof this.#selected === "object" && ((this.#selected[i] ?? 0) & bit) !== 0);
		return fault("implausible", { board: this.#name, input: channel, set_to: is ?? "?", needs: SETTINGS[set] ?? "" });
	}
}

const failed = (why: Fault): Measured => ({ kind: "failed", fault: why });
