import { type Fault, fault } from "#model/plant/fault.ts";
import { percent } from "#model/quantities/units.ts";
import type { I2cChip } from "../bus/i2c/chip.ts";
import { hex } from "../bus/i2c/i2c.ts";
import type { Registers } from "../bus/i2c/image-turn.ts";
import { isVersion } from "../bus/i2c/version.ts";
import type { Drive, Image, Written } from "../driver.ts";
import { type Driven, outputAt } from "./address.ts";
import { type Curve, levelAt, millivolts } from "./curves.ts";
import * as registers from "./registers.ts";

/** What the board's outputs are set to: the bits of the triacs with those of the lamps, and millivolts of 0-10 V. */
interface State {
	readonly triacs: number;
	readonly out: readonly number[];
}

/** Triacs and 0-10 V outputs of a MegaBAS board. Those that the options do not name keep their state. */
export class Outputs implements Registers {
	readonly #chip: I2cChip;
	readonly #address: number;
	readonly #name: string;
	readonly #curves: readonly Curve[];
	/** For which life of the board it was seen to be one. */
	#known: number | undefined;
	/** What was last written, by channel: millivolts, or whether a triac is on. */
	#written = new Map<string, number | boolean>();

	/** @param curves of the outputs from 1 on */
	constructor(chip: I2cChip, address: number, name: string, curves: readonly Curve[]) {
		this.#chip = chip;
		this.#address = address;
		this.#name = name;
		this.#curves = curves;
	}

	async present(): Promise<Image | Fault> {
		const state = await this.#state();
		if ("code" in state) return state;
		const all = ["out1", "out2", "out3", "out4", "triac1", "triac2", "triac3", "triac4"];
		return new Map(
			all.flatMap((channel) => {
				const drive = this.#drive(channel, state);
				return drive === undefined ? [] : [[channel, drive] as const];
			}),
		);
	}

	/** Sets these and reads them back, twice if one did not take it. */
	async set(image: Image, isWanted: () => boolean): Promise<Written> {
		const wanted = new Map<string, number | boolean>();
		for (const [channel, drive] of image) {
			const raw = this.#raw(channel, drive);
			if (raw === undefined) return failed(fault("no_write", { board: this.#name, channel }));
			wanted.set(channel, raw);
		}
		const stranger = await this.#stranger();
		if (stranger !== undefined) return failed(stranger);
		this.#written = wanted;
		let written: Written = failed(fault("not_verified", { board: this.#name }));
		for (let tries = 0; tries < 2; tries++) {
			const failure = await this.#put(wanted, isWanted);
			if (failure !== undefined) return failed(failure);
			const state = await this.#state();
			if ("code" in state) return failed(state);
			written = this.#compared(image, wanted, state);
			if (written.kind === "done" && written.faults === undefined) return written;
		}
		return written;
	}

	async check(): Promise<void> {
		const state = await this.#state();
		if ("code" in state) return;
		const same = [...this.#written].every(([channel, raw]) => found(channel, state) === raw);
		if (same) return;
		this.#written = new Map();
		this.#chip.restarted();
	}

	/** Nothing is written to a chip of another make at this address. */
	async #stranger(): Promise<Fault | undefined> {
		const version = await this.#chip.read(this.#address, registers.VERSION, 4, { urgent: true });
		if ("code" in version) return version;
		if (this.#known === this.#chip.returns) return undefined;
		if (!isVersion(version)) return fault("unidentified", { board: this.#name, address: hex(this.#address) });
		this.#known = this.#chip.returns;
		return undefined;
	}

	async #put(wanted: ReadonlyMap<string, number | boolean>, isWanted: () => boolean): Promise<Fault | undefined> {
		let [ours, on] = [0, 0];
		for (const [channel, raw] of wanted) {
			const output = outputAt(channel);
			if (output?.kind === "triac") {
				ours |= bit(output);
				if (raw === true) on |= bit(output);
			} else if (output !== undefined && typeof raw === "number") {
				const bytes = [raw & 0xff, raw >> 8];
				const failure = await this.#chip.write(
					this.#address,
					registers.OUT + 2 * (output.channel - 1),
					bytes,
					isWanted,
				);
				if (failure !== undefined) return failure;
			}
		}
		if (ours === 0) return undefined;
		const now = await this.#chip.read(this.#address, registers.TRIACS, 1, { urgent: true });
		if ("code" in now) return now;
		return this.#chip.write(this.#address, registers.TRIACS, [((now[0] ?? 0) & ~ours & 0xff) | on], isWanted);
	}

	#compared(image: Image, wanted: ReadonlyMap<string, number | boolean>, state: State): Written {
		const confirmed = new Map<string, Drive>();
		const faults = new Map<string, Fault>();
		for (const [channel, drive] of image) {
			const raw = wanted.get(channel);
			const is = found(channel, state);
			const means = is === raw ? drive : this.#drive(channel, state);
			if (means !== undefined) confirmed.set(channel, means);
			if (is !== raw)
				faults.set(channel, fault("not_verified", { board: this.#name, channel, wanted: raw ?? "", found: is ?? "" }));
		}
		return faults.size === 0 ? { kind: "done", confirmed } : { kind: "done", confirmed, faults };
	}

	async #state(): Promise<State | Fault> {
		const out = await this.#chip.read(this.#address, registers.OUT, 8, { urgent: true });
		if ("code" in out) return out;
		const triacs = await this.#chip.read(this.#address, registers.TRIACS, 1, { urgent: true });
		if ("code" in triacs) return triacs;
		return { triacs: triacs[0] ?? 0, out: [1, 2, 3, 4].map((channel) => registers.word(out, channel)) };
	}

	/** What is written for it; undefined for what such a channel cannot be set to. */
	#raw(channel: string, drive: Drive): number | boolean | undefined {
		const output = outputAt(channel);
		if (output === undefined || (output.kind === "triac") !== (typeof drive === "boolean")) return undefined;
		return typeof drive === "boolean" ? drive : millivolts(this.#curve(output), percent(drive));
	}

	#drive(channel: string, state: State): Drive | undefined {
		const output = outputAt(channel);
		const raw = found(channel, state);
		return output === undefined || typeof raw !== "number"
			? raw === true || raw === false
				? raw
				: undefined
			: levelAt(this.#curve(output), raw);
	}

	#curve({ channel }: Driven): Curve {
		return this.#curves[channel - 1] ?? "linear";
	}
}

const bit = ({ channel }: Driven): number => 1 << (channel - 1);

/** Millivolts of an output, or whether a triac is on. */
function found(channel: string, { triacs, out }: State): number | boolean | undefined {
	const output = outputAt(channel);
	if (output === undefined) return undefined;
	return output.kind === "triac" ? (triacs & bit(output)) !== 0 : out[output.channel - 1];
}

const failed = (why: Fault): Written => ({ kind: "failed", fault: why });
