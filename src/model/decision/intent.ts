import type { Percent, Seconds } from "../quantities/units.ts";
import type { Setting } from "./settings.ts";

/** `test` is only set by the page: one output at a time, for a limited time. */
export const MODES = ["auto", "off", "test"] as const;
export type Mode = (typeof MODES)[number];

/** Work beside the loop that a person may start. Its result is Findings. */
export const JOBS = ["audit", "silence_test"] as const;
export type Job = (typeof JOBS)[number];

/** A change that a person or an automation asks for. All queued ones are handled in one turn. */
export type Intent =
	/** `rule` is `rule@place` for a setting that a place has for itself. */
	| { readonly kind: "setting"; readonly rule: string; readonly field: string; readonly value: Setting }
	/** `output` is the id of an output or of a circuit. */
	| { readonly kind: "hold"; readonly output: string; readonly want: Percent; readonly for?: Seconds }
	| { readonly kind: "release"; readonly output: string }
	| { readonly kind: "acknowledge"; readonly code: string }
	| { readonly kind: "mode"; readonly mode: Mode }
	/** What the silence test of an output found, and through which broker. Only the app itself asks for this. */
	| {
			readonly kind: "silence";
			readonly output: string;
			readonly result: "passed" | "failed";
			readonly took: Seconds;
			readonly broker?: string;
	  }
	/**
	 * The silence test of a heater without a proof can run now, or cannot any more. `mendable`: for a reason that a person can
	 * mend. Only the app itself asks for this.
	 */
	| { readonly kind: "permission"; readonly output: string; readonly given: true }
	| { readonly kind: "permission"; readonly output: string; readonly given: false; readonly mendable: boolean }
	/** The core only passes it on. */
	| { readonly kind: "job"; readonly name: Job };
