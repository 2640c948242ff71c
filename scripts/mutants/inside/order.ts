/** What a process is to do next. */
export interface Order {
	/** Test files, in order. It stops at the first that fails. */
	readonly tests: readonly string[];
	/** The change to a source file, and the files that have to be loaded anew for it. Absent: none. */
	readonly change?: Change;
	/** s of processor time that it may take. */
	readonly seconds: number;
}
export interface Change {
	readonly path: string;
	readonly start: number;
	readonly end: number;
	readonly by: string;
	readonly anew: readonly string[];
}

/** What became of a test file: how many tests passed and the ms of processor time, or how the first failed. */
export type Outcome =
	| { readonly file: string; readonly count: number; readonly ms: number }
	| { readonly file: string; readonly failed: string };

/** What a process tells: the outcome of a file, or that the order is done. */
export type Told = Outcome | "done";
