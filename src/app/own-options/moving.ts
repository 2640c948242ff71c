import { problemAlone } from "#model/findings/problem-facts.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { ON_PAGE } from "#options/own/on-page.ts";
import { supervisorIn } from "../login/origin.ts";
import type { Sourced } from "../login/source.ts";
import type { Machine } from "../machine.ts";
import { ownSettings } from "./open.ts";
import type { OwnSettings } from "./own-settings.ts";

/**
 * Takes over what an update left on the options page, after the first turn: until then, and where it does not succeed, everything is
 * in force from the page. Tried again at each start.
 */
export async function moveOptions(machine: Machine, sourced: Sourced, tell: Tell): Promise<void> {
	if (supervisorIn(machine.env) === undefined) return;
	const leaves = (key: string) => !ON_PAGE.has(key);
	// Nothing to take over, so nothing to ask.
	if (!Object.keys(sourced.read?.page ?? {}).some(leaves)) return;
	await moveWith(ownSettings(machine, sourced, tell), leaves, tell);
}

async function moveWith(settings: OwnSettings, leaves: (key: string) => boolean, tell: Tell): Promise<void> {
	const moved = await settings.move(leaves);
	if (moved.kind === "done") {
		if (moved.value.length > 0)
			tell(notice("info", "options_moved", { count: moved.value.length, paths: moved.value.join(", ") }));
		return;
	}
	for (const one of moved.problems) tell(notice("warning", "options_not_moved", problemAlone(one)));
}
