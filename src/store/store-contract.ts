import type { Finding } from "#model/findings/finding.ts";
import type { TrailEntry } from "#model/findings/trail.ts";
import type { ReadHistory } from "./database.ts";
import type { Recorded } from "./history/history.ts";
import type { Changes, Saved } from "./saved.ts";
import type { TrailTables } from "./trail/audit-trail.ts";

/**
 * Everything that survives a restart. Nothing here throws: without a usable folder everything is kept in memory, a finding
 * reports it, and each save tries again. What was saved in the meantime then wins over the file. The exception: if the file
 * existed from the start and could not be read, the file wins, because only defaults were known meanwhile.
 */
export interface Store {
	/** There is a file whose content is not known yet. */
	readonly unread: boolean;
	/** Tries to read it now. True if it is still unread. */
	retry(): boolean;
	/** Everything that is known. */
	load(): Saved;
	/** Writes the differences in one transaction, which is on the disk when this returns. */
	save(changes: Changes): void;
	/** Adds to the history, written with the next `save` or at the close. `days` is how many to keep of minutes. */
	record(recorded: readonly Recorded[], days: number): void;
	/** The history on the disk; empty if it cannot be read. */
	readonly history: ReadHistory;
	/** Adds to the audit trail, written with the next `save` or at the close. `days` is how many to keep. */
	append(entries: readonly TrailEntry[], days: number): void;
	/** Number of added entries that are not on the disk yet. */
	readonly appended: number;
	/** The trail on the disk; undefined if it cannot be read. */
	trail(): Omit<TrailTables, "write"> | undefined;
	/** How often the file was found removed or replaced, and was made again. */
	readonly replaced: number;
	/** Copies the file while saving continues. Gives the cause if that fails. */
	copy(path: string): Promise<string | undefined>;
	/** `store_unavailable` {cause} while it lasts, `store_older` where saves were lost, `store_set_aside` and `backup_not_restored` {file, cause} for each file that was. */
	findings(): readonly Finding[];
	close(): void;
}
