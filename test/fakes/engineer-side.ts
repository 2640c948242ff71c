import type { Snapshot } from "#model/decision/snapshot.ts";
import { redactor } from "#runtime/log/redact.ts";
import type { App } from "../../src/app/beside/running.ts";
import { type EngineerSide, engineerOf } from "../../src/app/page/engineer/engineer.ts";
import { SUNNY } from "../web/stage.ts";
import { turns } from "./owners-plant.ts";
import type { RecordedDays } from "./recorded-days.ts";

/** The engineer's side of an app with this history, at a moment of it. */
export function sideOf(
	{ plant, options, settings, tables, to }: RecordedDays,
	now = to,
	more: Partial<App> = {},
	secrets: readonly string[] = [],
): { readonly side: EngineerSide; readonly snapshot: Snapshot } {
	const [turn] = turns([SUNNY], plant);
	if (turn === undefined) throw new Error("one turn makes one snapshot");
	const wall = { ...turn.wall, trusted: true };
	const snapshot = { ...turn, wall, settings };
	const app = {
		...{ plant, options, snapshot: () => snapshot, samples: () => [] },
		store: { history: tables },
		clock: { date: () => new Date(now), wall: () => wall },
		...more,
	} as unknown as App;
	return { side: engineerOf(app, snapshot, redactor(() => secrets).data), snapshot };
}
