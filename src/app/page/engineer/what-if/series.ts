import type { Plant } from "#model/plant/plant.ts";
import type { Minute, Switched } from "#store/history/history.ts";

const MINUTE = 60_000;

/** Recorded minutes as plain columns, which another thread can be handed. */
export interface Columns {
	/** Whole minutes since 1970, rising. */
	readonly minutes: Int32Array;
	/** Of each minute the mean of each sensor, in the plant's order; NaN where there was none. */
	readonly means: Float32Array;
}

/** With what the outputs did. */
export interface Series extends Columns {
	/** Of each minute how long each output ran, weighted by its level: 0 to 1. */
	readonly ran: Float32Array;
}

/** Most minutes: a quarter of a year. */
const MOST = 92 * 1440 + 1;

/** Takes minutes as they are read, without keeping them. */
export class SeriesMaker {
	readonly #plant: Plant;
	#minutes = new Int32Array(1440);
	#means: Float32Array;
	#count = 0;

	constructor(plant: Plant) {
		this.#plant = plant;
		this.#means = new Float32Array(1440 * plant.sensors.length);
	}

	/** Undefined before any. */
	get first(): number | undefined {
		return this.#count === 0 ? undefined : this.#minutes[0];
	}

	add({ minute, means }: Minute): void {
		const { sensors } = this.#plant;
		if (this.#count >= MOST) return;
		if (this.#count === this.#minutes.length) this.#grow();
		this.#minutes[this.#count] = minute;
		for (const { id, quantity, index } of sensors) {
			const isIt = (one: Minute["means"][number] | undefined) =>
				one !== undefined && one[0] === id && (one[2] ?? "temperature") === quantity;
			// Nearly always in the plant's order.
			const found = isIt(means[index]) ? means[index] : means.find(isIt);
			this.#means[this.#count * sensors.length + index] = found?.[1] ?? Number.NaN;
		}
		this.#count += 1;
	}

	columns(): Columns {
		const minutes = this.#minutes.slice(0, this.#count);
		return { minutes, means: this.#means.slice(0, this.#count * this.#plant.sensors.length) };
	}

	#grow(): void {
		const [minutes, means] = [new Int32Array(this.#minutes.length * 2), new Float32Array(this.#means.length * 2)];
		minutes.set(this.#minutes);
		means.set(this.#means);
		this.#minutes = minutes;
		this.#means = means;
	}
}

export function seriesOf({ outputs }: Plant, columns: Columns, switched: readonly Switched[]): Series {
	const { minutes } = columns;
	const ran = new Float32Array(minutes.length * outputs.length);
	for (const { id, index } of outputs) {
		const own = switched.filter(({ output }) => output === id);
		let next = 0;
		let level = 0;
		for (const [n, minute] of minutes.entries()) {
			const [from, to] = [minute * MINUTE, (minute + 1) * MINUTE];
			let [at, sum] = [from, 0];
			for (let one = own[next]; one !== undefined && one.at < to; one = own[++next]) {
				if (one.at > at) {
					sum += level * (one.at - at);
					at = one.at;
				}
				level = one.percent / 100;
			}
			ran[n * outputs.length + index] = (sum + level * (to - at)) / MINUTE;
		}
	}
	return { ...columns, ran };
}
