import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { seconds } from "#model/units.ts";
import { askControl } from "#runtime/ask-control.ts";
import { causeOf } from "#store/database.ts";
import { restoreBackup } from "#store/restore.ts";
import { openStore } from "#store/store.ts";
import { actorOf } from "./actor.ts";
import { complain, FINE, type Machine, NOT_FINE, print } from "./machine.ts";
import { folderOf, type SourceFlags } from "./source.ts";

/** Puts a backup in place of what is kept, which is set aside. */
export async function restore(machine: Machine, file: string, flags: SourceFlags): Promise<number> {
	const folder = folderOf(machine, flags);
	const asked = await askControl(folder, "are_you_there", undefined, seconds(2));
	// Whatever it answers, it is there, and would write over what is restored.
	if (asked.kind !== "nobody") {
		complain(machine, `A controller runs on ${folder}. Stop it, restore, then start it again.`);
		return NOT_FINE;
	}
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
	} catch (thrown) {
		complain(machine, `${folder} cannot be used: ${causeOf(thrown)}.`);
		return NOT_FINE;
	}
	const restored = restoreBackup(folder, resolve(machine.cwd, file));
	if (restored.kind === "refused") {
		complain(machine, `Nothing was changed: ${WHY[restored.cause] ?? `${restored.cause}.`}`);
		return NOT_FINE;
	}
	const { carried, aside } = restored;
	noted(machine, folder, carried.get("made"));
	const [when, version] = [carried.get("made"), carried.get("version")];
	print(
		machine,
		when === undefined ? "Restored." : `Restored what was backed up at ${when} by version ${version ?? "?"}.`,
	);
	for (const name of aside) print(machine, `What was there before is kept as ${name}.`);
	return FINE;
}

/** In the trail that was brought back: what comes after it is from after this. */
function noted(machine: Machine, folder: string, made: string | undefined): void {
	const store = openStore(folder, () => undefined);
	const actor = actorOf(machine);
	const facts = made === undefined ? {} : { made };
	const entry = { at: Date.now(), source: "cli", ...(actor && { actor }), what: "restored", facts } as const;
	store.append([entry], KEEP_ALL);
	store.close();
}

/** How long the owner keeps them is for the controller to say. */
const KEEP_ALL = 3650;

const WHY: Readonly<Record<string, string>> = {
	not_there: "there is no such file.",
	not_a_file: "that is not a file.",
	foreign: "that is no backup of this app.",
	not_a_database: "that is no backup of this app.",
	corrupt: "the backup is damaged. Take another one.",
	newer: "the backup was made by a newer version, which this one cannot read. Update first.",
};
