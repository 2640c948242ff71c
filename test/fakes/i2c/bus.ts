import type { I2cPort, OpenI2c, Refusal } from "#drivers/bus/i2c/port.ts";

/** What hangs on the bus. */
export interface Chip {
	/** A message to the chip: usually a register number, then values. */
	write(bytes: readonly number[]): void;
	read(count: number): readonly number[];
}

/** A transfer as it came. */
export interface Transfer {
	readonly address: number;
	readonly write: readonly number[];
	readonly read: number;
}

/** An I2C bus in memory with its adapter, and what can happen to both. All may be changed at any time. */
export class FakeI2c {
	readonly chips = new Map<number, Chip>();
	readonly transfers: Transfer[] = [];
	/** Why the adapter cannot be opened. */
	absent: string | undefined;
	/** Called before each transfer; a code refuses it. */
	refuses: (transfer: Transfer, nth: number) => string | undefined = () => undefined;
	/** What becomes of bytes on their way to the computer. */
	spoils: (bytes: readonly number[], transfer: Transfer) => readonly number[] = (bytes) => bytes;
	/** How the adapter reports that nobody acknowledges. */
	silence = "EREMOTEIO";
	opened = 0;
	closed = 0;
	/** Most transfers under way at the same time. */
	together = 0;
	#underWay = 0;
	#held: PromiseWithResolvers<void> | undefined;

	/** For a bus of the product. */
	readonly open: OpenI2c = async () => {
		if (this.absent !== undefined) return { code: this.absent };
		this.opened += 1;
		return { transfer: this.#transfer, close: () => this.#close() };
	};

	/** From now on transfers do not come back, as on a bus whose data line is held down; or those that wait do. */
	hang(hangs: boolean) {
		if (hangs) this.#held ??= Promise.withResolvers<void>();
		else {
			this.#held?.resolve();
			this.#held = undefined;
		}
	}

	/** Values written since the last call: `3d 01 80` is address, register, value. */
	takeWrites(): string[] {
		return this.transfers
			.splice(0)
			.filter(({ write, read }) => write.length > 1 && read === 0)
			.map(({ address, write }) => [address, ...write].map(hex).join(" "));
	}

	readonly #transfer: I2cPort["transfer"] = async (address, bytes, read): Promise<Uint8Array | Refusal> => {
		const transfer = { address, write: [...bytes], read };
		this.#underWay += 1;
		this.together = Math.max(this.together, this.#underWay);
		try {
			// The kernel answers later, never at once.
			await new Promise((resolve) => setImmediate(resolve));
			await this.#held?.promise;
			this.transfers.push(transfer);
			const refused = this.refuses(transfer, this.transfers.length);
			if (refused !== undefined) return { code: refused };
			const chip = this.chips.get(address);
			if (chip === undefined || this.absent !== undefined) return { code: this.absent ?? this.silence };
			if (bytes.length > 0) chip.write(transfer.write);
			return read > 0 ? Uint8Array.from(this.spoils(chip.read(read), transfer)) : new Uint8Array();
		} finally {
			this.#underWay -= 1;
		}
	};

	#close() {
		this.closed += 1;
	}
}

const hex = (byte: number) => byte.toString(16).padStart(2, "0");
