import { countsOf } from "#energy/figures/counts.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { type Instant, since } from "#model/quantities/units.ts";
import type { EnergyDay } from "#store/history/energy-days.ts";

/** Seconds between looks at counters. */
const EVERY = 60;

/** Finds days that ended in the counters: each is to be recorded once. */
export class EndedDays {
	#at: Instant | undefined;
	/** By source, the end of the last day that was found. */
	readonly #found = new Map<string, string>();

	/** Days that ended since the last call. After a start the last day of each counter is told again. */
	after(snapshot: Snapshot): readonly EnergyDay[] {
		const { now } = snapshot;
		if (this.#at !== undefined && now >= this.#at && since(this.#at, now) < EVERY) return [];
		this.#at = now;
		return countsOf(snapshot).flatMap(({ source, boundary, count: { ended } }): readonly EnergyDay[] => {
			if (ended === undefined) return [];
			const { day, from, to } = ended;
			const mark = `${day} ${from}`;
			if (this.#found.get(source) === mark) return [];
			this.#found.set(source, mark);
			return [{ kind: "energy_day", day, source, boundary, from, kwh: Math.max(0, to - from) }];
		});
	}
}
