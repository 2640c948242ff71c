import { existsSync } from "node:fs";
import { join } from "node:path";
import { folderOf, type SourceFlags } from "#app/login/source.ts";
import type { Machine } from "#app/machine.ts";
import { BROKER_CHANGED, type BrokerChanged } from "#app/trail/handlers.ts";
import { answered } from "#app/words.ts";
import type { Outcome } from "#broker/change/carry-out.ts";
import { textOf } from "#broker/files/trouble.ts";
import type { TrailEntry } from "#model/findings/trail.ts";
import { seconds } from "#model/quantities/units.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { remark, type Sentence } from "#model/sentences/sentence.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { openDatabase } from "#store/database.ts";
import { STORE_FILE } from "#store/files/files.ts";
import { actorOf } from "../../app/actor.ts";

/** How it ended: a trial that fails changes nothing, and is no entry. */
const ENTERED: readonly Outcome["kind"][] = ["done", "rolled_back", "stuck"];

interface Changing {
	readonly why: string;
	/** Of which the user alone is taken: there may be a password among them. */
	readonly facts?: Readonly<Record<string, unknown>>;
}

/** What of a change is worth an entry; undefined where nothing was changed. */
export function changeIn({ why, facts }: Changing, outcome: Outcome): Facts | undefined {
	const user = facts?.["user"];
	const change = { change: why, ...(typeof user === "string" && { user }) };
	// Its files were changed before the power failed.
	if (facts?.["finished"] === true) return { ...change, outcome: "finished" };
	return ENTERED.includes(outcome.kind) && "backup" in outcome
		? { ...change, outcome: outcome.kind, backup: outcome.backup.name }
		: undefined;
}

/** So long a controller takes for a turn of its loop and more. */
const ANSWER = seconds(5);
/** ms; the controller may be starting or stopping. */
const PATIENCE = 5000;
/** How much is kept is the controller's to decide, at its next entry. */
const DAYS = 36_500;

/**
 * Writes a change into the app's audit trail: the running controller is asked to, and without one its database is opened.
 * @returns whether it is there, `nothing` where no controller has ever run on that folder, or why it could not be written
 */
export async function enter(
	machine: Machine,
	flags: SourceFlags,
	facts: Facts,
): Promise<"entered" | "nothing" | { readonly why: Sentence }> {
	const folder = folderOf(machine, flags);
	const actor = actorOf(machine);
	const change: BrokerChanged = { ...(actor !== undefined && { actor }), facts };
	const asked = await askControl(folder, BROKER_CHANGED, change, ANSWER);
	if (asked.kind === "answer") return "entered";
	if (asked.kind === "failed") return { why: answered(asked.why) };
	const path = join(folder, STORE_FILE);
	if (!existsSync(path)) return "nothing";
	const opened = openDatabase(path, PATIENCE);
	if (opened.kind !== "open") return { why: remark("cause", { cause: opened.cause }) };
	const entry: TrailEntry = { at: Date.now(), source: "cli", what: BROKER_CHANGED, ...change };
	try {
		opened.database.write(
			{ changes: new Map(), trailing: { entries: [entry], days: DAYS } },
			opened.database.generation + 1,
		);
		return "entered";
	} catch (failed) {
		return { why: remark("cause", { cause: textOf(failed) }) };
	} finally {
		opened.database.close();
	}
}
