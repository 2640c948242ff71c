import type { TrailEntry } from "#model/findings/trail.ts";
import type { Written } from "./database.ts";
import type { Recorded } from "./history/history.ts";
import type { RowChanges } from "./rows.ts";
import { bounded } from "./trail/audit-queue.ts";

/** Most minutes of history that wait for a disk that does not accept them. Older ones are lost. */
const MOST_WAITING = 3000;
/** Minutes between two trims of the history. */
const TRIM_EVERY = 10;

/** History and audit trail that are not on the disk yet. They are written with the next save. */
export class Waiting {
	#recorded: readonly Recorded[] = [];
	#days = 0;
	#entries: readonly TrailEntry[] = [];
	#trailDays = 0;

	record(recorded: readonly Recorded[], days: number): void {
		this.#days = days;
		if (recorded.length > 0) this.#recorded = newest([...this.#recorded, ...recorded]);
	}

	append(entries: readonly TrailEntry[], days: number): void {
		this.#trailDays = days;
		if (entries.length > 0) this.#entries = bounded([...this.#entries, ...entries]);
	}

	get appended(): number {
		return this.#entries.length;
	}

	get empty(): boolean {
		return this.#recorded.length + this.#entries.length === 0;
	}

	/** All of it and these changes, as one transaction. */
	with(changes: RowChanges): Written {
		const due = this.#recorded.some((one) => one.kind === "minute" && one.minute % TRIM_EVERY === 0);
		return {
			changes,
			recorded: this.#recorded,
			days: due ? this.#days : undefined,
			trailing: this.#entries.length > 0 ? { entries: this.#entries, days: this.#trailDays } : undefined,
		};
	}

	clear(): void {
		this.#recorded = [];
		this.#entries = [];
	}
}

/** Days of energies are few, and wait as long as it takes. */
function newest(all: readonly Recorded[]): readonly Recorded[] {
	const older = all.length - MOST_WAITING;
	return older <= 0 ? all : all.filter((one, n) => n >= older || one.kind === "energy_day");
}
