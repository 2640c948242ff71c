import { join } from "node:path";
import { notice, type Tell } from "#model/decision.ts";
import { type Finding, finding } from "#model/finding.ts";
import { type Handlers, NotYet } from "#runtime/control-socket.ts";
import { clearDraft } from "#store/backup.ts";
import { DRAFT_FILE } from "#store/files.ts";
import type { App } from "../app.ts";

/** The controller's part in a backup: it alone holds the database, so it makes the copy, and it shows how that ended. */
export class Backups {
	readonly #app: () => App | undefined;
	readonly #folder: string;
	readonly #tell: Tell;
	#making = false;
	#failed: string | undefined;

	constructor(app: () => App | undefined, folder: string, tell: Tell) {
		this.#app = app;
		this.#folder = folder;
		this.#tell = tell;
	}

	handlers(): Handlers {
		return {
			/** Leaves a consistent copy in the draft file of the data folder. */
			backup_copy: async () => {
				const app = this.#app();
				if (app === undefined) throw new NotYet();
				if (this.#making) throw new Error("Another backup is being made. Try again when it is done.");
				this.#making = true;
				try {
					clearDraft(this.#folder);
					const cause = await app.store.copy(join(this.#folder, DRAFT_FILE));
					if (cause !== undefined) throw new Error(cause);
				} finally {
					this.#making = false;
				}
			},
			/** How it ended, from who asked for the copy: a text is why it failed. */
			backup_ended: async (cause) => {
				this.#failed = typeof cause === "string" ? cause : undefined;
				this.#tell(
					this.#failed === undefined
						? notice("info", "backup_made")
						: notice("error", "backup_failed", { cause: this.#failed }),
				);
			},
		};
	}

	findings(): readonly Finding[] {
		return this.#failed === undefined ? [] : [finding("warning", "backup_failed", { cause: this.#failed })];
	}
}
