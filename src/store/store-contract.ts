import type { Finding } from "#model/findings/finding.ts";
import type { TrailEntry } from "#model/findings/trail.ts";
import type { HistoryTables, Recorded } from "./history/history.ts";
import type { Changes, Saved } from "./saved.ts";
import type { TrailTables } from "./trail/audit-trail.ts";

/**
 * What outlives a restart. Nothing here throws: without a usable folder everything is kept in memory, a finding says so,
 * and each save tries again. What was saved in the meantime then wins over the file. There is one exception: if the file
 * existed from the start and could not be read, the file wins, because only defaults were known meanwhile.
 */
export interface Store {
	/** There is a file, and what it holds is not known yet. */
	readonly unread: boolean;
	/** Tries to read it now; whether it is still unread. */
	retry(): boolean;
	/** Everything that is known, at any time. */
	load(): Saved;
	/** Writes what differs from what is known, in one transaction that is on the disk when this returns. */
	save(changes: Changes): void;
	/** For the history: written together with the next `save`, or at the close. `days` is how many of it are kept. */
	record(recorded: readonly Recorded[], days: number): void;
	/** What of it is on the disk; empty where nothing can be read. */
	readonly history: Pick<HistoryTables, "minutes" | "switched">;
	/** For the audit trail: written together with the next `save`, or at the close. `days` is how many of it are kept. */
	append(entries: readonly TrailEntry[], days: number): void;
	/** How much is appended that is not on the disk yet. */
	readonly appended: number;
	/** The trail as it is on the disk; undefined where nothing can be read. */
	trail(): Omit<TrailTables, "write"> | undefined;
	/** How often its file was found gone or replaced, which it then made anew. */
	readonly replaced: number;
	/** Copies the file as it is now, while saving goes on. Returns the cause if that fails. */
	copy(path: string): Promise<string | undefined>;
	/** `store_unavailable` {cause} while it lasts, `store_older` where saves were lost, `store_set_aside` and `backup_not_restored` {file, cause} for each file that was. */
	findings(): readonly Finding[];
	close(): void;
}
