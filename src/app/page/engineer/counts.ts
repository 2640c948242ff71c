import { outputRuns } from "#energy/index.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import type { Switched } from "#store/history/history.ts";
import type { BusCounts, LiveView, OutputCounts, SensorCounts } from "#web/engineer/live-view.ts";

const HOUR = 3_600_000;
const HOURS = 24;

/** Reads of one sensor within an hour. */
interface Tally {
	reads: number;
	corrupt: number;
	silent: number;
	other: number;
}
const none = (): Tally => ({ reads: 0, corrupt: 0, silent: 0, other: 0 });
const SILENT = ["no_answer", "missing", "no_connection", "unheard"];

/**
 * Counts reads of the sensors and the time between turns, hour by hour, for a day. It looks at each turn and no oftener: of
 * reads that come quicker than turns, one per turn is counted.
 */
export class Counts {
	readonly #plant: Plant;
	/** ms between two turns. */
	readonly #period: number;
	/** By hour since the start, and within it by sensor. */
	readonly #hours: { at: number; readonly sensors: readonly Tally[]; longest: number }[] = [];
	#seen: readonly (Sample | undefined)[] = [];
	#turnedAt: number | undefined;
	#from: number | undefined;

	/** @param period ms between two turns */
	constructor(plant: Plant, period: number) {
		this.#plant = plant;
		this.#period = period;
	}

	/** @param now the controller's running time in ms */
	turned(now: number, samples: readonly (Sample | undefined)[]): void {
		this.#from ??= now;
		const hour = this.#hourOf(now);
		if (this.#turnedAt !== undefined) hour.longest = Math.max(hour.longest, now - this.#turnedAt);
		this.#turnedAt = now;
		const before = this.#seen;
		for (let index = 0; index < samples.length; index++) {
			const sample = samples[index];
			const tally = hour.sensors[index];
			// Every read makes a sample of its own.
			if (sample === undefined || tally === undefined || sample === before[index]) continue;
			tally.reads += 1;
			const code = sample.fault?.code;
			if (code === undefined) continue;
			if (code === "crc") tally.corrupt += 1;
			else if (SILENT.includes(code)) tally.silent += 1;
			else tally.other += 1;
		}
		this.#seen = [...samples];
	}

	/** @param switched what the outputs did since `midnight`, where that is known */
	view({ memories }: Pick<Snapshot, "memories">, switched?: Day): LiveView {
		const now = this.#turnedAt ?? 0;
		const lately = this.#hours.filter(({ at }) => at > now - HOURS * HOUR);
		const all = this.#plant.sensors.map(({ index }) => summed(lately.map(({ sensors }) => sensors[index] ?? none())));
		const longest = Math.max(0, ...lately.map((hour) => hour.longest));
		return {
			sensors: new Map(this.#plant.sensors.map(({ id, index, offset }) => [id, sensorCounts(offset, all[index])])),
			outputs: outputCounts(this.#plant, memories, switched),
			buses: busCounts(this.#plant, all),
			...(longest > 0 && { loop: { longest: Math.round(longest), period: this.#period } }),
			hours: Math.min(HOURS, Math.max(1, Math.ceil((now - (this.#from ?? now)) / HOUR))),
		};
	}

	#hourOf(now: number) {
		const last = this.#hours.at(-1);
		if (last !== undefined && now - last.at < HOUR) return last;
		const next = { at: now, sensors: this.#plant.sensors.map(none), longest: 0 };
		this.#hours.push(next);
		if (this.#hours.length > HOURS) this.#hours.shift();
		return next;
	}
}

const summed = (tallies: readonly Tally[]): Tally => {
	const sum = none();
	for (const { reads, corrupt, silent, other } of tallies) {
		sum.reads += reads;
		sum.corrupt += corrupt;
		sum.silent += silent;
		sum.other += other;
	}
	return sum;
};

const sensorCounts = (offset: number, { corrupt, silent, other }: Tally = none()): SensorCounts => ({
	offset,
	errors: corrupt + silent + other,
});

function busCounts({ sensors }: Plant, all: readonly Tally[]): readonly BusCounts[] {
	const buses = new Map<string, Tally[]>();
	for (const { bus, index } of sensors) buses.set(bus, [...(buses.get(bus) ?? []), all[index] ?? none()]);
	return [...buses].map(([id, tallies]) => ({ id, ...summed(tallies) }));
}

/** What outputs did on a day. */
export interface Day {
	/** ms since 1970. */
	readonly midnight: number;
	readonly now: number;
	readonly switched: readonly Switched[];
}

function outputCounts(plant: Plant, memories: Snapshot["memories"], day: Day | undefined): LiveView["outputs"] {
	const memory = outputRuns.memory.safeParse(memories[outputRuns.id]);
	const runs = memory.success ? memory.data.runs : {};
	return new Map(
		plant.outputs.map(({ id, starts_per_hour }): readonly [string, OutputCounts] => {
			const { starts = 0, seconds = 0 } = runs[id] ?? {};
			return [id, { starts, seconds, limit: starts_per_hour, ...(day && startsOf(id, day)) }];
		}),
	);
}

function startsOf(id: string, { midnight, now, switched }: Day): Required<Pick<OutputCounts, "today" | "hour">> {
	let [today, hour, ran] = [0, 0, false];
	for (const { output, at, percent } of switched) {
		if (output !== id) continue;
		const starts = percent > 0 && !ran;
		ran = percent > 0;
		if (starts && at >= midnight) today += 1;
		if (starts && at >= now - HOUR) hour += 1;
	}
	return { today, hour };
}
