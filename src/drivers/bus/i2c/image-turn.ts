import { type Fault, fault } from "#model/plant/fault.ts";
import type { Image, Written } from "../../driver.ts";
import { givenUpAfter, withinMs } from "../deadline.ts";
import { inTurn } from "../in-turn.ts";

/** Outputs whose registers can be read back. Its calls never overlap. */
export interface Registers {
	/** @param wanted asked right before each command goes out: whether it was neither given up nor replaced by then */
	set(image: Image, wanted: () => boolean): Promise<Written>;
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
	#newest: { readonly image: Image; readonly over: () => boolean } | undefined;
	#checking = false;
	#closed = false;

	/** @param checks whether there are outputs to check */
	constructor(identity: string, registers: Registers, checks = true) {
		this.#identity = identity;
		this.#registers = registers;
		if (!checks) return;
		this.#timer = setInterval(() => void this.check(), CHECK_EVERY);
		this.#timer.unref();
	}

	write(image: Image): Promise<Written> {
		if (this.#closed) return Promise.resolve(this.#late());
		const written = (over: () => boolean) => {
			this.#newest = { image, over };
			return this.#turn(() => this.#set());
		};
		return givenUpAfter(CALL_WITHIN, written, this.#late());
	}

	readBack(): Promise<Image | undefined> {
		const present = async () => {
			if (this.#closed) return undefined;
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
		await this.#turn(async () => this.#closed || this.#registers.check()).catch(() => undefined);
		this.#checking = false;
	}

	/** Nothing is switched from now on. */
	close(): void {
		this.#closed = true;
		clearInterval(this.#timer);
	}

	async #set(): Promise<Written> {
		const newest = this.#newest;
		const wanted = () => !this.#closed && this.#newest === newest && newest?.over() === false;
		if (newest === undefined || !wanted()) return this.#late();
		const written = await this.#registers.set(newest.image, wanted);
		return written.kind === "failed" && this.#closed ? this.#late() : written;
	}

	#late(): Written {
		const device = this.#identity;
		if (this.#closed) return { kind: "failed", fault: fault("missing", { device, reason: "closed" }) };
		return { kind: "failed", fault: fault("no_answer", { device, within: CALL_WITHIN / 1000 }) };
	}
}
