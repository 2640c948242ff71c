import type { Fault } from "#model/plant/fault.ts";
import type { I2cChip } from "../bus/i2c/chip.ts";
import { inTurn } from "../bus/in-turn.ts";
import * as registers from "./registers.ts";

/** A glitch may turn over a bit that both reads of a pair let pass. So a count that is lower by so little is none of a restart. */
export const MOST_BETWEEN = 16;

/**
 * Pulses of a MegaBAS board. Its processor counts only what it was told to count, and begins at 0 when it starts again. So each
 * reading looks whether it still counts, and the count goes on where it was.
 */
export class Counters {
	readonly #chip: I2cChip;
	readonly #address: number;
	readonly #wanted: () => boolean;
	/** Two counters at once would each write the edges without those of the other. */
	readonly #turn = inTurn();
	/** By channel: the last count of the board, and what it had counted before it last started. */
	readonly #counts = new Map<number, { readonly last: number; readonly before: number }>();

	constructor(chip: I2cChip, address: number, wanted: () => boolean) {
		this.#chip = chip;
		this.#address = address;
		this.#wanted = wanted;
	}

	/** All pulses so far, where the board says `count` now. */
	async total(channel: number, count: number): Promise<number | Fault> {
		const counting = await this.#turn(() => this.#switchedOn(channel));
		if (typeof counting === "object") return counting;
		const known = this.#counts.get(channel) ?? { last: 0, before: 0 };
		const lower = known.last - count;
		const restarted = lower > MOST_BETWEEN || (lower > 0 && counting === "from now on");
		const now = restarted
			? { last: count, before: known.before + known.last }
			: { last: Math.max(known.last, count), before: known.before };
		this.#counts.set(channel, now);
		return now.before + now.last;
	}

	async #switchedOn(channel: number): Promise<"already" | "from now on" | Fault> {
		const edges = await this.#chip.read(this.#address, registers.RISING, 2);
		if ("code" in edges) return edges;
		const [rising = 0, falling = 0] = edges;
		const bit = 1 << (channel - 1);
		if (((rising | falling) & bit) !== 0) return "already";
		const failure = await this.#chip.write(this.#address, registers.RISING, [rising | bit], this.#wanted);
		return failure ?? "from now on";
	}
}
