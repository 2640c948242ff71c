import type { Snapshot } from "#model/decision/snapshot.ts";
import { running } from "#model/plant/output.ts";
import type { Sensor } from "#model/plant/plant.ts";
import type { Recorded } from "./history.ts";
import type { Mean } from "./means.ts";

type Turn = Pick<Snapshot, "wall" | "plant" | "readings" | "outputs">;

/** Collects turns into minutes: the mean of every sensor, and each output that changed. */
export class Minutes {
	#minute: number | undefined;
	#sums: { sum: number; count: number }[] = [];
	#sensors: readonly Pick<Sensor, "id" | "quantity">[] = [];
	readonly #percent = new Map<string, number>();

	/**
	 * What to record after this turn.
	 * @param at ms since 1970-01-01 UTC; nothing is recorded while the clock cannot be trusted
	 */
	add(snapshot: Turn, at: number): readonly Recorded[] {
		if (!snapshot.wall.trusted) return [];
		const minute = Math.floor(at / 60_000);
		const done = minute === this.#minute ? [] : this.#begin(minute, snapshot);
		snapshot.readings.forEach((reading, index) => {
			const sum = this.#sums[index];
			if (reading.kind !== "ok" || sum === undefined) return;
			sum.sum += reading.value;
			sum.count += 1;
		});
		return [...done, ...this.#switched(snapshot, at)];
	}

	/** The current, incomplete minute, for the stop. */
	rest(): readonly Recorded[] {
		if (this.#minute === undefined || this.#sensors.length === 0) return [];
		const means = this.#sensors.map(({ id, quantity }, index): Mean => {
			const { sum, count } = this.#sums[index] ?? { sum: 0, count: 0 };
			const mean = count === 0 ? undefined : sum / count;
			return quantity === "temperature" ? [id, mean] : [id, mean, quantity];
		});
		return [{ kind: "minute", minute: this.#minute, means }];
	}

	#begin(minute: number, { plant }: Turn): readonly Recorded[] {
		const done = this.rest();
		this.#minute = minute;
		this.#sensors = plant.sensors;
		this.#sums = plant.sensors.map(() => ({ sum: 0, count: 0 }));
		return done;
	}

	#switched({ plant, outputs }: Turn, at: number): readonly Recorded[] {
		return plant.outputs.flatMap(({ id, index }): readonly Recorded[] => {
			const state = outputs[index];
			if (state === undefined) return [];
			const percent = running(state) ? (state.actual ?? state.wanted) : 0;
			if (this.#percent.get(id) === percent) return [];
			this.#percent.set(id, percent);
			return [{ kind: "switched", at: Math.round(at), output: id, percent }];
		});
	}
}
