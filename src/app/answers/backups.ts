import { join } from "node:path";
import { type Finding, finding } from "#model/findings/finding.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { Mistake, remark } from "#model/sentences/sentence.ts";
import { type Handlers, NotYet } from "#runtime/socket/control-socket.ts";
import { clearDraft } from "#store/backup.ts";
import { DRAFT_FILE } from "#store/files/files.ts";
import { known } from "#texts/say.ts";
import type { App } from "../beside/running.ts";

/** The controller's part in a backup. Only it may use the database, so it makes the copy, and it reports the result. */
export function backups(
	app: () => App | undefined,
	folder: string,
	tell: Tell,
): { readonly handlers: Handlers; findings(): readonly Finding[] } {
	let making = false;
	let failed: string | undefined;
	return {
		handlers: {
			/** Writes a consistent copy to the draft file in the data folder. */
			async backup_copy() {
				const running = app();
				if (running === undefined) throw new NotYet();
				if (making) throw new Mistake(remark("backup_runs"));
				making = true;
				try {
					clearDraft(folder);
					const cause = await running.store.copy(join(folder, DRAFT_FILE));
					if (cause !== undefined) throw new Mistake(remark("cause", { cause }));
				} finally {
					making = false;
				}
			},
			/**
			 * The result, from the command that asked for the copy: the cause if it failed, as a code of the section `command` or
			 * a message of the system.
			 */
			async backup_ended(cause) {
				failed = typeof cause === "string" ? cause : undefined;
				tell(failed === undefined ? notice("info", "backup_made") : notice("error", "backup_failed", said(failed)));
			},
		},
		findings: () => (failed === undefined ? [] : [finding("warning", "backup_failed", said(failed))]),
	};
}

const said = (cause: string) => ({ cause, why: known("command", cause) ? cause : "cause" });
