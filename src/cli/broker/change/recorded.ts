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

/** The result. A failed trial changes nothing and is not recorded. */
const ENTERED: readonly Outcome["kind"][] = ["done", "rolled_back", "stuck"];

interface Changing {
	readonly why: string;
	/** Only the user is used, because the rest may contain a password. */
	readonly facts?: Readonly<Record<string, unknown>>;
}

/** The entry for a change; undefined if nothing was changed. */
export function changeIn({ why, facts }: Changing, outcome: Outcome): Facts | undefined {
	const user = facts?.["user"];
	const change = { change: why, ...(typeof user === "string" && { user }) };
	// Its files were changed before the power failed.
	if (facts?.["finished"] === true) return { ...change, outcome: "finished" };
	return ENTERED.includes(outcome.kind) && "backup" in outcome
		? { ...change, outcome: outcome.kind, backup: outcome.backup.name }
		: undefined;
}

/** Longer than a turn of a controller's loop takes. */
const ANSWER = seconds(5);
/** ms. The controller may be starting or stopping. */
const PATIENCE = 5000;
/** The controller decides at its next entry how many are kept. */
const DAYS = 36_500;

/**
 * Records a change in the app's audit trail: asks the running controller, or opens the database if there is none.
 * @returns whether it was recorded, `nothing` if no controller has ever run on that folder, or why it failed
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
