import { type Fault, fault } from "#model/plant/fault.ts";
import { seconds } from "#model/quantities/units.ts";
import type { I2cBus } from "../bus/i2c/i2c.ts";
import { ImageTurn } from "../bus/i2c/image-turn.ts";
import type { Device, DevicePorts, Image, Measured, Written } from "../driver.ts";
import { Card, type Named } from "./card.ts";

/**
 * One relay card. Every write is the whole image, and is read back from the latch and from the pins. A card that has lost
 * its image, by a power cut or to another program, is found within seconds and counts as returned.
 */
export class RelindBoard implements Device {
	readonly identity: string;
	readonly pace = seconds(10);
	readonly verify = "readback";
	readonly onCrash = "holds";
	readonly #bus: I2cBus;
	readonly #card: Card;
	readonly #calls: ImageTurn;

	constructor(named: Named, { tell }: Pick<DevicePorts, "tell">, bus: I2cBus) {
		this.identity = named.identity;
		this.#bus = bus;
		this.#card = new Card(bus, named, tell);
		this.#calls = new ImageTurn(this.identity, this.#card);
	}

	get returns(): number {
		return this.#card.returns;
	}

	async read(channel: string): Promise<Measured> {
		return { kind: "failed", fault: fault("missing", { device: this.identity, channel }) };
	}

	write(image: Image): Promise<Written> {
		return this.#calls.write(image);
	}

	readBack(): Promise<Image | undefined> {
		return this.#calls.readBack();
	}

	health(): Fault | undefined {
		return this.#card.fault;
	}

	retry(): void {
		void this.#calls.check();
	}

	async close(): Promise<void> {
		this.#calls.close();
		this.#bus.leave();
	}
}
