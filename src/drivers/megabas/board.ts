import { type Fault, fault } from "#model/plant/fault.ts";
import type { Seconds } from "#model/quantities/units.ts";
import { withinMs } from "../bus/deadline.ts";
import { I2cChip } from "../bus/i2c/chip.ts";
import type { I2cBus } from "../bus/i2c/i2c.ts";
import { ImageTurn } from "../bus/i2c/image-turn.ts";
import type { Device, DevicePorts, Image, Measured, Written } from "../driver.ts";
import { inputAt, outputAt } from "./address.ts";
import type { Curve } from "./curves.ts";
import { Inputs } from "./inputs.ts";
import { Outputs } from "./outputs.ts";
import * as registers from "./registers.ts";

/** Milliseconds for one sensor, with others before it. */
const READ_WITHIN = 1300;

/** Which board it is, and which of its channels are used. */
export interface NamedBoard {
	readonly identity: string;
	readonly stack: number;
	readonly channels: readonly string[];
	readonly pace: Seconds;
	/** Of thermistors (K). */
	readonly ntc_beta: number;
	/** Of the 0-10 V outputs, from 1 on. */
	readonly curves: readonly Curve[];
}

/** One MegaBAS board: sensors of 1 and 10 kohm, 0-10 V both ways, dry contacts and their counters, triacs. */
export class MegaBasBoard implements Device {
	readonly identity: string;
	readonly pace: Seconds;
	readonly verify = "readback";
	readonly onCrash = "holds";
	readonly #bus: I2cBus;
	readonly #chip: I2cChip;
	readonly #inputs: Inputs;
	readonly #calls: ImageTurn;

	constructor(
		{ identity, stack, channels, pace, ntc_beta, curves }: NamedBoard,
		{ tell }: Pick<DevicePorts, "tell">,
		bus: I2cBus,
	) {
		const at = registers.address(stack);
		this.identity = identity;
		this.pace = pace;
		this.#bus = bus;
		this.#chip = new I2cChip(bus, this.identity, tell);
		this.#inputs = new Inputs(this.#chip, at, this.identity, { ntc_beta, pace });
		const outputs = new Outputs(this.#chip, at, this.identity, curves);
		this.#calls = new ImageTurn(
			this.identity,
			outputs,
			channels.some((channel) => outputAt(channel) !== undefined),
		);
	}

	get returns(): number {
		return this.#chip.returns;
	}

	async read(channel: string): Promise<Measured> {
		const input = inputAt(channel);
		if (input === undefined) return failed(fault("missing", { device: this.identity, channel }));
		const late = failed(fault("no_answer", { device: this.identity, channel, within: READ_WITHIN / 1000 }));
		return withinMs(READ_WITHIN, this.#inputs.read(input), late);
	}

	write(image: Image): Promise<Written> {
		return this.#calls.write(image);
	}

	readBack(): Promise<Image | undefined> {
		return this.#calls.readBack();
	}

	health(): Fault | undefined {
		return this.#chip.fault;
	}

	retry(): void {
		void this.#calls.check();
	}

	async close(): Promise<void> {
		this.#calls.close();
		this.#inputs.close();
		this.#bus.leave();
	}
}

const failed = (why: Fault): Measured => ({ kind: "failed", fault: why });
