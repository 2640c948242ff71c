import { type Fault, fault } from "#model/plant/fault.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { nativeFault } from "../bus/native/file.ts";
import * as abi from "./abi.ts";
import { type Chip, chipCalled, isGone, type Kernel } from "./chip.ts";

/** Milliseconds between two looks at whether the chip is there. One on USB may be unplugged. */
const LOOK_EVERY = 2000;

/**
 * A chip that may go and come. Reports `device_lost` and `device_back` with {device, fault}, once for each change.
 */
export class Presence {
	readonly #label: string;
	readonly #kernel: Kernel;
	readonly #tell: Tell;
	readonly #lost: () => void;
	readonly #timer: NodeJS.Timeout;
	#chip: Chip | undefined;
	#gone: Fault | undefined;
	#finding: Promise<void> | undefined;
	#openings = 0;
	#closed = false;

	/** @param lost called when the chip is gone, with all its lines */
	constructor(label: string, kernel: Kernel, tell: Tell, lost: () => void) {
		this.#label = label;
		this.#kernel = kernel;
		this.#tell = tell;
		this.#lost = lost;
		this.retry();
		this.#timer = setInterval(() => this.#look(), LOOK_EVERY);
		this.#timer.unref();
	}

	/** How often it was found again. */
	get returns(): number {
		return Math.max(0, this.#openings - 1);
	}

	get fault(): Fault | undefined {
		return this.#closed ? fault("missing", { device: this.#label, reason: "closed" }) : this.#gone;
	}

	/** Whether this chip is the one that is open now. */
	is(chip: Chip): boolean {
		return this.#chip === chip;
	}

	/** The chip, or why there is none. Waits for a search that is under way. */
	async chip(): Promise<Chip | Fault> {
		await this.#finding;
		return this.#chip ?? this.fault ?? fault("missing", { device: this.#label });
	}

	/** Looks for a lost chip now. */
	retry(): void {
		if (this.#closed || this.#chip !== undefined) return;
		this.#finding ??= this.#find().finally(() => {
			this.#finding = undefined;
		});
	}

	/** Calls of this chip fail as those of a chip that is gone. */
	lose(which: Chip, why: Fault): void {
		if (this.#chip !== which || this.#closed) return;
		void which.file.close();
		this.#chip = undefined;
		this.#lost();
		this.#miss(why);
	}

	async close(): Promise<void> {
		this.#closed = true;
		clearInterval(this.#timer);
		void this.#chip?.file.close();
		this.#chip = undefined;
	}

	async #find(): Promise<void> {
		const found = await chipCalled(this.#label, this.#kernel);
		if ("code" in found) return this.#miss(found);
		if (this.#closed) return void found.file.close();
		this.#chip = found;
		this.#openings += 1;
		if (this.#gone !== undefined)
			this.#tell(notice("info", "device_back", { device: this.#label, fault: this.#gone.code }));
		this.#gone = undefined;
	}

	async #look(): Promise<void> {
		const chip = this.#chip;
		if (chip === undefined) return this.retry();
		const told = await chip.file.ioctl(abi.CHIP_INFO, abi.chipInfo());
		// One that is merely slow keeps its lines: giving them back may release the relays.
		if (typeof told !== "number" && isGone(told)) this.lose(chip, nativeFault(told, { device: this.#label }));
	}

	#miss(why: Fault): void {
		if (this.#closed) return;
		if (this.#gone?.code !== why.code)
			this.#tell(notice("warning", "device_lost", { ...why.facts, device: this.#label, fault: why.code }));
		this.#gone = why;
	}
}
