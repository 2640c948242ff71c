import type { Plant } from "#model/plant/plant.ts";
import type { Answer } from "./fit.ts";
import type { Line, SolarPlant, Way } from "./lines.ts";
import { fullFlow, meanAt } from "./runs.ts";
import type { Series } from "./series.ts";

interface Of {
	readonly plant: Plant;
	readonly solar: SolarPlant;
	readonly series: Series;
	readonly answer: Answer;
}

/** A way, its line, and what was recorded of it in this minute. */
interface Known {
	readonly way: Way;
	readonly line: Line;
	/** K that the store gains, and that the other end loses, per K between them and second. */
	readonly gain: number;
	readonly drain: number;
	recorded: number;
}

/** By how much fields and stores are warmer than was recorded, because the pumps did otherwise. */
export class Deviations {
	readonly #of: Of;
	readonly #ways: readonly Known[];
	/** By the place of a sensor, what it belongs to. */
	readonly #field = new Map<number, number>();
	readonly #store = new Map<number, number>();
	readonly #fields: number[];
	readonly #stores: number[];
	#n = 0;
	#share = 0;
	/** Solar heat into the stores: litres times K. */
	heat = 0;

	constructor(of: Of) {
		this.#of = of;
		const { solar, answer } = of;
		this.#fields = solar.fields.map(() => 0);
		this.#stores = solar.stores.map(() => 0);
		for (const [nth, { sensors }] of solar.fields.entries()) for (const one of sensors) this.#field.set(one, nth);
		for (const [nth, { sensors }] of solar.stores.entries()) for (const one of sensors) this.#store.set(one, nth);
		const volume = (store: number) => solar.stores[store]?.volume ?? 0;
		this.#ways = solar.lines.flatMap((line, nth) =>
			line.ways.map((way): Known => {
				const gain = (answer.lines[nth] ?? 0) * way.share;
				const drain = line.between ? (gain * volume(way.to)) / volume(way.from) : (answer.fields[way.from] ?? 0);
				return { way, line, gain, drain, recorded: 0 };
			}),
		);
	}

	/** After a time without a history. */
	forget(): void {
		this.#fields.fill(0);
	}

	/** Goes on to a minute. */
	begin(n: number): void {
		this.#n = n;
		this.#share = 0;
		const { plant, series, answer } = this.#of;
		for (const one of this.#ways) one.recorded = fullFlow(plant, series, n, one.way.circuit.index, answer.slow);
	}

	/** Goes on to a part of the minute. A mean stands for its middle; here for its beginning, which shifts all by the same half minute. */
	at(share: number): void {
		this.#share = share;
	}

	/** Of each way of the sun: K between its ends. */
	gains(): readonly number[] {
		return this.#ways
			.filter(({ line }) => !line.between)
			.map(({ way }) => this.reading(way.hot) - this.reading(way.cold));
	}

	/** Whether nothing was recorded to run, and the fields are as recorded. */
	rests(): boolean {
		return this.#ways.every(({ recorded }) => recorded === 0) && this.#fields.every((one) => Math.abs(one) < 0.5);
	}

	/** What a sensor reads. */
	reading(sensor: number): number {
		return this.#recorded(sensor) + this.#warmer(sensor);
	}

	/** @param level of a way of the sun: 0 to 1 */
	pass(seconds: number, level: (way: Way) => number): void {
		const { answer, solar } = this.#of;
		// How fast each approaches what, as a sum over the ways.
		const [fieldRate, fieldPull] = [this.#fields.map(() => answer.loss), this.#fields.map(() => 0)];
		const added = this.#stores.map((excess, nth) => -(answer.use[nth] ?? 0) * excess);
		for (const { way, line, gain, drain, recorded } of this.#ways) {
			const full = line.between ? recorded : level(way) ** answer.slow;
			if (full === 0 && recorded === 0) continue;
			const before = this.#recorded(way.hot) - this.#recorded(way.cold);
			if (!Number.isFinite(before)) continue;
			const store = this.#warmer(way.cold);
			const flow = full * (before + this.#warmer(way.hot) - store) - recorded * before;
			if (!line.between)
				this.heat +=
					gain * full * (before + this.#warmer(way.hot) - store) * seconds * (solar.stores[way.to]?.volume || 1);
			add(added, way.to, gain * flow);
			if (line.between) add(added, way.from, -drain * flow);
			else {
				add(fieldRate, way.from, drain * full);
				add(fieldPull, way.from, -drain * (full * (before - store) - recorded * before));
			}
		}
		this.#stores.forEach((excess, nth) => {
			this.#stores[nth] = excess + (added[nth] ?? 0) * seconds;
		});
		// A field follows within minutes, so its step is exact.
		this.#fields.forEach((excess, nth) => {
			const [rate = 0, pull = 0] = [fieldRate[nth], fieldPull[nth]];
			const towards = rate === 0 ? 0 : pull / rate;
			this.#fields[nth] =
				rate === 0 ? excess + pull * seconds : towards + (excess - towards) * Math.exp(-rate * seconds);
		});
	}

	#recorded(sensor: number): number {
		const { plant, series } = this.#of;
		const [a, b] = [meanAt(plant, series, this.#n, sensor), meanAt(plant, series, this.#n + 1, sensor)];
		return Number.isFinite(b) ? a + (b - a) * this.#share : a;
	}

	#warmer(sensor: number): number {
		const field = this.#field.get(sensor);
		if (field !== undefined) return this.#fields[field] ?? 0;
		const store = this.#store.get(sensor);
		return store === undefined ? 0 : (this.#stores[store] ?? 0);
	}
}

function add(sums: number[], at: number, amount: number): void {
	sums[at] = (sums[at] ?? 0) + amount;
}
