import type { EnergyDay } from "#store/history/energy-days.ts";
import type { Minute, Recorded, Switched } from "#store/history/history.ts";
import type { Reasoned } from "#store/history/reasons.ts";
import type { Store } from "#store/store-contract.ts";

/** Minutes that are kept: those of today, at any time of the day. */
const MOST = 2 * 1440;

/** A history without a disk: of the last two days, and of the energy of each day. */
export class MemoryHistory implements Pick<Store, "record"> {
	#minutes: Minute[] = [];
	#switched: Switched[] = [];
	#reasons: Reasoned[] = [];
	readonly #days = new Map<string, EnergyDay>();

	record(recorded: readonly Recorded[]): void {
		for (const one of recorded) {
			if (one.kind === "minute") this.#minutes.push(one);
			else if (one.kind === "switched") this.#switched.push(one);
			else if (one.kind === "reason") this.#reasons.push(one);
			else this.#days.set(`${one.day} ${one.source} ${one.from}`, one);
		}
		const over = this.#minutes.length - MOST;
		if (over <= 0) return;
		this.#minutes = this.#minutes.slice(over);
		const first = (this.#minutes[0]?.minute ?? 0) * 60_000;
		this.#switched = [...lastBefore(this.#switched, first), ...this.#switched.filter(({ at }) => at >= first)];
		this.#reasons = [...lastBefore(this.#reasons, first), ...this.#reasons.filter(({ at }) => at >= first)];
	}

	readonly read: Store["history"] = {
		minutes: (from, to, limit) => this.#minutes.filter(({ minute }) => minute >= from && minute < to).slice(0, limit),
		switched: (from, to) => [
			...lastBefore(this.#switched, from),
			...this.#switched.filter(({ at }) => at >= from && at < to),
		],
		reasons: (from, to) => [
			...lastBefore(this.#reasons, from),
			...this.#reasons.filter(({ at }) => at >= from && at < to),
		],
		// Two days are only in their minutes.
		rolledUp: () => 0,
		hours: () => [],
		energyDays: (from, to) => [...this.#days.values()].filter(({ day }) => day >= from && day < to),
	};
}

/** The last change of each output before this moment, in ms. */
const lastBefore = <T extends Switched | Reasoned>(all: readonly T[], moment: number): readonly T[] => [
	...new Map(all.filter(({ at }) => at < moment).map((one) => [one.output, one])).values(),
];
