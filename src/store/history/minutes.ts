import type { Snapshot } from "#model/decision/snapshot.ts";
import { describedCircuits } from "#model/plant/circuit.ts";
import { running } from "#model/plant/output.ts";
import type { Output, Sensor } from "#model/plant/plant.ts";
import { OFF, type Percent } from "#model/quantities/units.ts";
import type { Recorded, Switched } from "./history.ts";
import type { Mean } from "./means.ts";

type Turn = Pick<Snapshot, "wall" | "plant" | "readings" | "outputs" | "circuits">;

/** ms and %: a speed that follows a temperature changes by less every few seconds. That is recorded once a minute. */
const SMALL = { within: 60_000, below: 10 };

/** Collects turns into minutes: the mean of every sensor, and each output that changed. */
export class Minutes {
	#minute: number | undefined;
	#sums: { sum: number; count: number }[] = [];
	#sensors: readonly Pick<Sensor, "id" | "quantity">[] = [];
	/** What was last recorded, by output or circuit. */
	readonly #recorded = new Map<string, Switched>();

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

	#switched({ plant, outputs, circuits }: Turn, at: number): readonly Recorded[] {
		const percentOf = ({ index }: Output) => {
			const state = outputs[index];
			return state === undefined ? undefined : running(state) ? (state.actual ?? state.wanted) : OFF;
		};
		return [
			...plant.outputs.flatMap((output) => this.#changed(output.id, percentOf(output), at)),
			...describedCircuits(plant).flatMap(({ id, index, pump }) => {
				const seen = circuits[index];
				return this.#changed(`circuit:${id}`, seen && (seen.runs ? percentOf(pump) : OFF), at);
			}),
		];
	}

	#changed(output: string, percent: Percent | undefined, at: number): readonly Recorded[] {
		const before = this.#recorded.get(output);
		if (percent === undefined || (before !== undefined && isAsBefore(before, percent, at))) return [];
		const switched: Switched = { kind: "switched", at: Math.round(at), output, percent };
		this.#recorded.set(output, switched);
		return [switched];
	}
}

/** Nothing changed, or only a level, by little, and it was recorded within the minute. */
function isAsBefore(before: Switched, percent: Percent, at: number): boolean {
	if (percent === before.percent) return true;
	if (percent === OFF || before.percent === OFF) return false;
	return Math.abs(percent - before.percent) < SMALL.below && Math.abs(at - before.at) < SMALL.within;
}
