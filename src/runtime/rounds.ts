import { type Device, paceOf } from "#model/plant/device.ts";
import type { Sensor } from "#model/plant/plant.ts";
import { type Seconds, seconds } from "#model/quantities/units.ts";

interface Paced {
	readonly sensors: readonly Sensor[];
	/** 1: they are read in every round, 2: in every second one. */
	readonly every: number;
}

/**
 * Which sensors of a device are read in which round. A round is as long as the shortest pace. Slower sensors join every few
 * rounds, so that no two of them are further apart than their own pace, and the slowest are read last. Rounds with the same
 * sensors take about the same time.
 */
export class Rounds {
	/** From the beginning of a round to the next. */
	readonly pace: Seconds;
	readonly #groups: readonly Paced[];
	/** How long the last round took, by its groups. */
	readonly #took = new Map<string, Seconds>();
	#nth = 0;

	constructor(device: Pick<Device, "pace" | "paces">, sensors: readonly Sensor[]) {
		const byPace = Map.groupBy(sensors, ({ channel }) => paceOf(device, channel));
		const paces = [...byPace.keys()].sort((a, b) => a - b);
		this.pace = paces[0] ?? device.pace;
		this.#groups = paces.map((pace) => ({
			sensors: byPace.get(pace) ?? [],
			every: Math.max(1, Math.floor(pace / this.pace + 1e-9)),
		}));
	}

	/** The sensors of the present round. */
	get due(): readonly Sensor[] {
		return this.#now.flatMap(({ sensors }) => sensors);
	}

	/** The present round is over. How long the next one will take, if it takes as long as the last one like it. */
	over(took: Seconds): Seconds {
		this.#took.set(this.#name, took);
		this.#nth += 1;
		// The first of its kind: as long as the longest so far.
		return this.#took.get(this.#name) ?? seconds(Math.max(...this.#took.values()));
	}

	get #now(): readonly Paced[] {
		return this.#groups.filter(({ every }) => this.#nth % every === 0);
	}

	get #name(): string {
		return this.#now.map(({ every }) => every).join(" ");
	}
}
