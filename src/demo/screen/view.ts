import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Instant } from "#model/quantities/units.ts";
import type { Door } from "../broker/commands.ts";
import type { Refusal } from "../broker/strangers.ts";
import type { Entry } from "./journal.ts";

/** Everything that the table shows. */
export interface View {
	readonly snapshot: Snapshot;
	/** The controller's running time when the simulation started. */
	readonly began: Instant;
	/** Seconds of the plant per second of the visitor. */
	readonly speed: number;
	readonly door: Door;
	/** Address of the page, once it answers. */
	readonly page?: string | undefined;
	readonly refusals: readonly Refusal[];
	/** Entries of the log, oldest first. */
	readonly entries: readonly Entry[];
}

/** Of the terminal, in characters. */
export interface Size {
	readonly columns: number;
	readonly rows: number;
}
