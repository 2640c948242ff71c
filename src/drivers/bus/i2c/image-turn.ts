import { type Fault, fault } from "#model/plant/fault.ts";
import type { Image, Written } from "../../driver.ts";
import { withinMs } from "../deadline.ts";
import { inTurn } from "../in-turn.ts";

/** Outputs whose registers can be read back. Its calls never overlap. */
export interface Registers {
	/** @param over whether it was given up meanwhile. It must not switch anything from then on. */
	set(image: Image, over: () => boolean): Promise<Written>;
	/** What they are set to. Writes nothing. */
	present(): Promise<Image | Fault>;
	/** Looks whether they still are what was last set. */
	check(): Promise<void>;
}

/** Milliseconds for any call. An adapter gives a stuck bus up after 1 s. */
const CALL_WITHIN = 1300;
/** Milliseconds between two checks. */
const CHECK_EVERY = 2000;

/** Calls of one board, one after another. Of images that wait only the newest is set. Checks the registers in between. */
export class ImageTurn {
	readonly #identity: string;
	readonly #registers: Registers;
	readonly #turn = inTurn();
	readonly #timer: NodeJS.Timeout | undefined;
	#wanted: { readonly image: Image; over: boolean } | undefined;
	#checking = false;

	/** @param checks whether there are outputs to check */
	constructor(identity: string, registers: Registers, checks = true) {
		this.#identity = identity;
		this.#registers = registers;
		if (!checks) return;
		this.#timer = setInterval(() => void this.check(), CHECK_EVERY);
		this.#timer.unref();
	}

	write(image: Image): Promise<Written> {
		const order = { image, over: false };
		this.#wanted = order;
		const timer = setTimeout(() => {
			// Its caller is told that it failed.
			order.over = true;
		}, CALL_WITHIN);
		const written = this.#turn(() => this.#newest()).finally(() => clearTimeout(timer));
		return withinMs(CALL_WITHIN, written, this.#late());
	}

	readBack(): Promise<Image | undefined> {
		const present = async () => {
			const found = await this.#registers.present();
			return "code" in found ? undefined : found;
		};
		return withinMs<Image | undefined>(CALL_WITHIN, this.#turn(present), undefined);
	}

	/** Finds a loss although nothing is to be set. */
	async check(): Promise<void> {
		if (this.#checking) return;
		this.#checking = true;
		// No call waits for this look. A bug in it shows up in the next write too, which is reported.
		await this.#turn(() => this.#registers.check()).catch(() => undefined);
		this.#checking = false;
	}

	close(): void {
		clearInterval(this.#timer);
	}

	async #newest(): Promise<Written> {
		const order = this.#wanted;
		if (order === undefined || order.over) return this.#late();
		return this.#registers.set(order.image, () => order.over || this.#wanted !== order);
	}

	#late(): Written {
		return { kind: "failed", fault: fault("no_answer", { device: this.#identity, within: CALL_WITHIN / 1000 }) };
	}
}
