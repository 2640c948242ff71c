/** What a process is to do, in its environment as JSON. */
export interface Order {
	/** Test files, in order. It ends at the first that fails. */
	readonly tests: readonly string[];
	/** The change to a source file. Absent: none. */
	readonly mutant?: { readonly path: string; readonly start: number; readonly end: number; readonly by: string };
	/** A folder for compiled sources. */
	readonly cache: string;
}

/** What became of a test file: how many tests passed and the ms of processor time, or how the first failed. */
export type Outcome =
	| { readonly file: string; readonly count: number; readonly ms: number }
	| { readonly file: string; readonly failed: string };
