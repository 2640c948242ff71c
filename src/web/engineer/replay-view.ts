/** How often and how long an output ran on a day, as recorded and as the core decides from the recorded readings. */
export interface Replayed {
	readonly name: string;
	readonly recorded: { readonly starts: number; readonly hours: number };
	readonly replayed: { readonly starts: number; readonly hours: number };
	/** Share of the minutes with the same outcome. */
	readonly same: number;
}

/** From one moment to another (ms since 1970) they differed. */
export interface Difference {
	readonly from: number;
	readonly to: number;
	readonly name: string;
	/** As recorded and as replayed, in words. */
	readonly was: string;
	readonly is: string;
	/** Why it is so in the replay. */
	readonly text: string;
}

export interface ReplayView {
	readonly date: string;
	/** Minutes that were replayed. */
	readonly minutes: number;
	readonly outputs: readonly Replayed[];
	readonly differences: readonly Difference[];
	/** There are more than are listed. */
	readonly more: number;
	readonly clock: (ms: number) => string;
}
