import type { Evidence } from "#model/plant/device.ts";
import { type Instant, type Seconds, seconds, since } from "#model/quantities/units.ts";

/** W. A meter that says less while the load is on sees no load. */
const LEAST = 1;
/** A switched-off load takes no more than this part of what it took; or these watts, or half of what it took. */
const STILL = 0.1;
const STANDBY = 3;
/** A meter shows within this time that the load is off; one that is asked by another program, or reports now and then. */
const SHOWS = seconds(10);
const REPORTS = seconds(90);

/** What the meter of a device says of its load in a silence test. */
export class Load {
	/** W, as last seen while it was on; and since when nothing was taken. */
	#took: number | undefined;
	#nothing: Instant | undefined;
	#newest: number | undefined;

	/** While it is on. A meter whose wires are mixed up counts backwards. */
	seen({ watts: read }: Evidence, now: Instant): void {
		if (read === undefined) return;
		const watts = Math.abs(read);
		this.#newest = watts;
		if (watts < LEAST) this.#nothing ??= now;
		else {
			this.#took = watts;
			this.#nothing = undefined;
		}
	}

	/** It is on and has taken no power for so long that its going off could not be seen. */
	isMissing(now: Instant, so_long: Seconds): boolean {
		return this.#nothing !== undefined && since(this.#nothing, now) >= so_long;
	}

	/**
	 * Whether current still flows after the device reported off, `ago`: a welded contact. `awaited`: the meter may be late.
	 * `silent` and `old` say nothing of it.
	 */
	after({ watts: read, cached }: Evidence, ago: Seconds): "gone" | "flows" | "awaited" | "silent" | "old" {
		const watts = read && Math.abs(read);
		if (watts === undefined) return this.#newest === undefined ? "gone" : ago < SHOWS ? "awaited" : "silent";
		const took = this.#took ?? STANDBY * 2;
		if (watts <= Math.max(took * STILL, Math.min(STANDBY, took / 2))) return "gone";
		if (ago < (cached ? REPORTS : SHOWS)) return "awaited";
		return cached && watts === this.#newest ? "old" : "flows";
	}
}
