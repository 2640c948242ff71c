import type { Finding } from "../findings/finding.ts";
import type { OutputStates } from "../plant/output.ts";
import type { Plant } from "../plant/plant.ts";
import type { Readings } from "../plant/reading.ts";
import type { Instant } from "../quantities/units.ts";
import type { Wall } from "../quantities/wall.ts";
import type { Notice } from "../sentences/notice.ts";
import type { Explanations } from "./condition.ts";
import type { Activity, Verdict } from "./decision.ts";
import type { Mode } from "./intent.ts";
import type { Settings } from "./settings.ts";

/** A circuit after a turn. */
export interface CircuitView {
	/** What it does and why; its valves and its pump have verdicts of their own. */
	readonly verdict: Verdict;
	/** Heat flows in it, by what the boards confirmed. */
	readonly runs: boolean;
	/** Since when; undefined if that was not recorded. */
	readonly since?: Instant;
	/** It wanted to run, and another circuit of its group was served. */
	readonly displaced: boolean;
}

/** One finished turn: readings, decisions, and states of the outputs. Everything shown anywhere is a view of this. */
export interface Snapshot {
	readonly now: Instant;
	readonly wall: Wall;
	readonly plant: Plant;
	readonly readings: Readings;
	/** One for each of `plant.outputs`, in that order. */
	readonly verdicts: readonly Verdict[];
	/** One for each of `plant.circuits`, in that order. */
	readonly circuits: readonly CircuitView[];
	readonly outputs: OutputStates;
	readonly mode: Mode;
	readonly activity: Activity;
	readonly settings: Settings;
	/** The settings from the options page. If `settings` differs, the value was set at run time. */
	readonly on_page: Settings;
	/** Memories of the rules, by rule id. Latches and counters are shown from here. */
	readonly memories: Readonly<Record<string, unknown>>;
	readonly findings: readonly Finding[];
	readonly notices: readonly Notice[];
	/** Why each verdict is as it is, and what would change it. Worked out when it is asked for; absent in a state that is no turn. */
	readonly explain?: () => Explanations;
	/** How fast each sensor changes, per second, in the order of `plant.sensors`. Worked out when it is asked for. */
	readonly rates?: () => readonly (number | undefined)[];
}
