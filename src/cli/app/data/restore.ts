import { resolve } from "node:path";
import { folderOf, type SourceFlags } from "#app/login/source.ts";
import { FINE, type Machine, notFine, print } from "#app/machine.ts";
import { languageBy, remarksIn } from "#app/words.ts";
import { makeFolder } from "#files/make-folder.ts";
import { seconds } from "#model/quantities/units.ts";
import { remark, type Sentence } from "#model/sentences/sentence.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { causeOf } from "#store/database.ts";
import { restoreBackup } from "#store/restore.ts";
import { openStore } from "#store/store.ts";
import { actorOf } from "../actor.ts";

/** Replaces the saved state by a backup. The former state is set aside. */
export async function restore(machine: Machine, file: string, flags: SourceFlags): Promise<number> {
	const folder = folderOf(machine, flags);
	const word = remarksIn(languageBy(machine, flags));
	const asked = await askControl(folder, "are_you_there", undefined, seconds(2));
	// Any answer means that a controller runs. It would overwrite the restored state.
	if (asked.kind !== "not_running") return notFine(machine, word(remark("restore_stop", { folder })));
	try {
		makeFolder(folder);
	} catch (thrown) {
		return notFine(machine, word(remark("folder_unusable", { folder, cause: causeOf(thrown) })));
	}
	const restored = restoreBackup(folder, resolve(machine.cwd, file));
	if (restored.kind === "refused") {
		const known = WHY[restored.cause];
		const why = known === undefined ? `${restored.cause}.` : word(known);
		return notFine(machine, word(remark("restore_not", { why })));
	}
	const { carried, aside } = restored;
	const [made, version = "?"] = [carried.get("made"), carried.get("version")];
	noted(machine, folder, made);
	print(machine, word(made === undefined ? remark("restored") : remark("restored_from", { made, version })));
	for (const file of aside) print(machine, word(remark("restored_aside", { file })));
	return FINE;
}

/** Recorded in the restored trail, before later entries. */
function noted(machine: Machine, folder: string, made: string | undefined): void {
	const store = openStore(folder, () => undefined);
	const actor = actorOf(machine);
	const facts = made === undefined ? {} : { made };
	const entry = { at: Date.now(), source: "cli", ...(actor && { actor }), what: "restored", facts } as const;
	store.append([entry], KEEP_ALL);
	store.close();
}

/** The controller decides how long entries are kept. */
const KEEP_ALL = 3650;

const WHY: Readonly<Record<string, Sentence>> = {
	not_there: remark("restore_no_file"),
	not_a_file: remark("restore_not_a_file"),
	foreign: remark("restore_foreign"),
	not_a_database: remark("restore_foreign"),
	corrupt: remark("restore_damaged"),
	newer: remark("restore_newer"),
};
