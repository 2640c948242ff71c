import { describedCircuits } from "#model/plant/circuit.ts";
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

/** With what outputs and circuits did. */
export interface Series extends Columns {
	/** Of each minute for which part of it each output ran. */
	readonly ran: Float32Array;
	/** Of each minute for which part of it heat flowed in each circuit, and that weighted by its pump's level. */
	readonly flowed: Float32Array;
	readonly moved: Float32Array;
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

export function seriesOf(plant: Plant, columns: Columns, switched: readonly Switched[]): Series {
	const { outputs, circuits } = plant;
	const { minutes } = columns;
	const by = Map.groupBy(switched, ({ output }) => output);
	const ran = new Float32Array(minutes.length * outputs.length);
	for (const { id, index } of outputs)
		inMinutes(minutes, by.get(id) ?? [], (n, time) => {
			ran[n * outputs.length + index] = time;
		});
	const described = describedCircuits(plant);
	const width = circuits.length;
	const [flowed, moved] = [new Float32Array(minutes.length * width), new Float32Array(minutes.length * width)];
	for (const circuit of circuits) {
		const { id, index, pump } = circuit;
		// The only circuit of a plant is recorded as its pump.
		const own = by.get(described.includes(circuit) ? `circuit:${id}` : pump.id) ?? [];
		inMinutes(minutes, own, (n, time, sum) => {
			flowed[n * width + index] = time;
			moved[n * width + index] = sum;
		});
	}
	return { ...columns, ran, flowed, moved };
}

/** Tells of each minute which part of it something ran, and that weighted by its level. */
function inMinutes(
	minutes: Int32Array,
	own: readonly Switched[],
	tell: (n: number, time: number, sum: number) => void,
): void {
	let [next, level] = [0, 0];
	for (const [n, minute] of minutes.entries()) {
		const [from, to] = [minute * MINUTE, (minute + 1) * MINUTE];
		let [at, sum, time] = [from, 0, 0];
		const pass = (until: number) => {
			sum += level * (until - at);
			if (level > 0) time += until - at;
			at = until;
		};
		for (let one = own[next]; one !== undefined && one.at < to; one = own[++next]) {
			if (one.at > at) pass(one.at);
			level = one.percent / 100;
		}
		pass(to);
		tell(n, time / MINUTE, sum / MINUTE);
	}
}
