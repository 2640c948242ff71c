import type { Refusal } from "../bus/native/file.ts";
import type { Coils } from "../driver.ts";
import type { Chip } from "./chip.ts";
import { RelayLine } from "./line.ts";

/** A relay by its channel, on a line of this chip. */
export interface At {
	readonly chip: Chip;
	readonly channel: string;
	readonly offset: number;
	readonly activeLow: boolean;
}

/**
 * The relay lines of one chip that we hold. The kernel may give a line, or set it, after its caller was told that it failed. It
 * then gets what is wanted of it by that time. A line that comes after the end, or of a chip that was lost, is released.
 */
export class Relays {
	readonly #lines = new Map<string, RelayLine>();
	/** What was last asked for, by channel. */
	readonly #wanted = new Map<string, boolean>();
	readonly #isPresent: (chip: Chip) => boolean;
	readonly #turn: <T>(job: () => Promise<T>) => Promise<T>;

	constructor(isPresent: (chip: Chip) => boolean, turn: <T>(job: () => Promise<T>) => Promise<T>) {
		this.#isPresent = isPresent;
		this.#turn = turn;
	}

	/** The newest order. */
	wants(coils: Coils): void {
		for (const [channel, on] of coils) this.#wanted.set(channel, on);
	}

	/** The line of this relay, if we hold it. */
	held(channel: string): RelayLine | undefined {
		return this.#lines.get(channel);
	}

	/** Sets the line of this relay. One that we do not hold is taken with that level. */
	async set(at: At, on: boolean): Promise<Refusal | undefined> {
		const held = this.#lines.get(at.channel);
		if (held !== undefined) return held.set(on, () => this.#correct(at.channel, held));
		const line = await RelayLine.driven(at, on, (late) => this.#comes(at, late, on));
		return "code" in line ? line : this.#take(at, line, on);
	}

	/** Takes a line that is an output already, as it is. */
	async adopt(at: At): Promise<Refusal | undefined> {
		const line = await RelayLine.found(at, (late) => this.#comes(at, late));
		return "code" in line ? line : this.#take(at, line);
	}

	/** Closes every line. Each keeps its level, if the system's kernel does not reset it. */
	forget(): void {
		for (const line of this.#lines.values()) void line.close();
		this.#lines.clear();
	}

	#comes(at: At, line: RelayLine, on?: boolean): void {
		if (this.#take(at, line, on) === undefined) this.#correct(at.channel, line);
	}

	#take({ chip, channel }: At, line: RelayLine, on?: boolean): Refusal | undefined {
		if (this.#isPresent(chip)) {
			this.#lines.set(channel, line);
			return undefined;
		}
		void this.#release(channel, line, on);
		return { code: "ENODEV" };
	}

	#correct(channel: string, line: RelayLine): void {
		void this.#turn(async () => {
			const on = this.#wanted.get(channel);
			if (on !== undefined && this.#lines.get(channel) === line) await line.set(on, () => this.#correct(channel, line));
		});
	}

	/** Its order failed, so the relay is off. One that was found as it is keeps its level, unless off is wanted by now. */
	async #release(channel: string, line: RelayLine, on: boolean | undefined): Promise<void> {
		if (on === true || this.#wanted.get(channel) === false) await line.set(false);
		await line.close();
	}
}
