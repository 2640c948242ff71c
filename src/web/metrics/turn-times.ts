import type { Family } from "./exposition.ts";

/** Seconds between two turns. A plant's period is 0.25 s to a minute; ten times that is a stall. */
const BOUNDS = [0.25, 0.5, 1, 2, 2.5, 5, 10, 20, 30, 60, 120] as const;

/** How far apart the turns of control came, by a clock that nobody sets. */
export class TurnTimes {
	readonly #now: () => number;
	readonly #counts = BOUNDS.map(() => 0);
	#count = 0;
	#sum = 0;
	#last: number | undefined;

	/** @param now monotonic ms */
	constructor(now: () => number = () => performance.now()) {
		this.#now = now;
	}

	see(): void {
		const now = this.#now();
		if (this.#last !== undefined) this.#add((now - this.#last) / 1000);
		this.#last = now;
	}

	/** Seconds since the last turn; undefined before the first. */
	get age(): number | undefined {
		return this.#last === undefined ? undefined : (this.#now() - this.#last) / 1000;
	}

	family(): Family {
		const buckets = BOUNDS.map((bound, n) => ({ labels: { le: String(bound) }, value: this.#counts[n] ?? 0 }));
		const all = [...buckets, { labels: { le: "+Inf" }, value: this.#count }];
		return {
			name: "solar_heating_turn_interval_seconds",
			type: "histogram",
			help: "Time between two turns of the control loop since the page was loaded.",
			unit: "seconds",
			samples: [
				...all.map((one) => ({ ...one, suffix: "_bucket" })),
				{ suffix: "_count", value: this.#count },
				{ suffix: "_sum", value: this.#sum },
			],
		};
	}

	#add(seconds: number): void {
		this.#count += 1;
		this.#sum += seconds;
		for (const [n, bound] of BOUNDS.entries()) if (seconds <= bound) this.#counts[n] = (this.#counts[n] ?? 0) + 1;
	}
}
