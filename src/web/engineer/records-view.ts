/** An entry of the audit trail. */
export interface TrailLine {
	readonly seq: number;
	/** ms since 1970. */
	readonly at: number;
	readonly who: string;
	/** A code, such as `setting`. */
	readonly what: string;
	readonly facts: string;
}

/** A line of the log. */
export interface LogLine {
	/** ms since 1970. */
	readonly at: number;
	readonly level: "error" | "warning" | "info";
	readonly text: string;
}

export interface RecordsView {
	/** The newest first. Absent where the trail cannot be read. */
	readonly trail?: readonly TrailLine[];
	/** Of an earlier page. */
	readonly earlier?: number;
	/** How the chain was found when it was last checked. */
	readonly proven?: { readonly when: string; readonly rows: number; readonly head: string; readonly broken: boolean };
	/** The newest first. */
	readonly log: readonly LogLine[];
	/** `2026-09-12 11:41:02`. */
	readonly moment: (ms: number) => string;
}
