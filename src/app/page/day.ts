import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Output } from "#model/plant/plant.ts";
import { type History, historyOf } from "#store/history/history-query.ts";
import type { Store } from "#store/store-contract.ts";
import { outputName, sensorName } from "#texts/names.ts";
import type { Language } from "#texts/say.ts";
import { linesOf } from "#web/day-lines.ts";
import type { DayBand, DayLine, DayView } from "#web/day-view.ts";
import type { Calendar, Day } from "#web/history/calendar.ts";
import { knownRuns } from "#web/known-runs.ts";

const MINUTE = 60_000;
/** Minutes in a point. */
const STEP = 5;
/** ms for which a reading of the history counts. */
const COUNTS = 60_000;
/** Pumps and heaters for which there is room. */
const BANDS = 4;

interface Read {
	readonly day: Day;
	readonly until: number;
	readonly history: History;
}

/** Today's history, read at most once a minute and only while somebody looks. */
export class Today {
	readonly #history: Pick<Store["history"], "minutes" | "hours" | "rolledUp" | "switched">;
	readonly #now: () => number;
	readonly #calendar: Calendar;
	#day: Day | undefined;
	#read: Read | undefined;
	#at = Number.NEGATIVE_INFINITY;
	#reading = false;

	/** @param now ms since 1970 */
	constructor(
		history: Pick<Store["history"], "minutes" | "hours" | "rolledUp" | "switched">,
		now: () => number,
		calendar: Calendar,
	) {
		this.#history = history;
		this.#now = now;
		this.#calendar = calendar;
	}

	/** What is known; undefined before the first reading, and without a clock. */
	view = (snapshot: Snapshot, language: Language): DayView | undefined => {
		if (!snapshot.wall.trusted) return undefined;
		const now = this.#now();
		const day = this.#dayAt(now);
		if (day === undefined) return undefined;
		if (Math.abs(now - this.#at) >= COUNTS && !this.#reading) void this.#learn(day, now);
		const read = this.#read?.day.from === day.from ? this.#read : undefined;
		return read && dayOf(snapshot, language, read, this.#calendar);
	};

	/** To find midnight takes longer than to draw. */
	#dayAt(now: number): Day | undefined {
		const known = this.#day;
		if (known === undefined || now < known.from || now >= known.to)
			this.#day = this.#calendar.day(this.#calendar.dateOf(now));
		return this.#day;
	}

	async #learn(day: Day, until: number): Promise<void> {
		this.#reading = true;
		try {
			const history = await historyOf(this.#history, { from: day.from, to: until, step: STEP });
			this.#read = { day, until, history };
		} catch {
			// A store that cannot be read is told of elsewhere.
			this.#read = undefined;
		} finally {
			this.#at = until;
			this.#reading = false;
		}
	}
}

function dayOf(
	{ plant }: Snapshot,
	language: Language,
	{ day: { from, to }, until, history }: Read,
	calendar: Calendar,
): DayView {
	const lines = linesOf(plant.parts).map(([sensor, kind]): DayLine => {
		const values = history.sensors[sensor.id] ?? [];
		return {
			name: sensorName(plant, sensor, language),
			kind,
			points: history.times.map((at, n) => [Math.round((at - from) / MINUTE) + STEP / 2, values[n] ?? null] as const),
		};
	});
	const minutes = history.times.map((at) => (at - from) / MINUTE);
	const driven = plant.outputs.filter(({ role }) => role === "pump" || role === "heater").slice(0, BANDS);
	return {
		now: (until - from) / MINUTE,
		length: (to - from) / MINUTE,
		clock: (minute) => calendar.clockOf(from + minute * MINUTE).slice(0, 5),
		lines,
		bands: driven.map(
			(output): DayBand => ({
				name: outputName(plant, output, language),
				kind: output.role === "heater" ? "heater" : "pump",
				runs: knownRuns(runsOf(output, history, from, until), minutes, STEP, (until - from) / MINUTE),
			}),
		),
	};
}

/** In minutes of the day. */
function runsOf({ id }: Output, { outputs }: History, from: number, until: number): DayBand["runs"] {
	const runs: (readonly [number, number])[] = [];
	let since: number | undefined;
	for (const { at, percent } of outputs[id] ?? []) {
		const minute = Math.max(0, (at - from) / MINUTE);
		if (percent > 0) since ??= minute;
		else if (since !== undefined) {
			runs.push([since, minute]);
			since = undefined;
		}
	}
	return since === undefined ? runs : [...runs, [since, (until - from) / MINUTE]];
}
