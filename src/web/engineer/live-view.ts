/** What is counted beside the turns, for who looks closer. */
export interface LiveView {
	/** By id. */
	readonly sensors: ReadonlyMap<string, SensorCounts>;
	readonly outputs: ReadonlyMap<string, OutputCounts>;
	readonly buses: readonly BusCounts[];
	/** ms between the ends of two turns, at most, and as it is meant to be. */
	readonly loop?: { readonly longest: number; readonly period: number };
	/** Hours that the counts are about: 24, or since the start. */
	readonly hours: number;
}

export interface SensorCounts {
	/** Added to what is read. */
	readonly offset: number;
	/** Reads without a value. */
	readonly errors: number;
}

export interface OutputCounts {
	/** Today; undefined while that is not known. */
	readonly today?: number;
	/** Within the last hour, with the most that is allowed; 0 is no limit. */
	readonly hour?: number;
	readonly limit: number;
	/** In all, since it is counted. */
	readonly starts: number;
	readonly seconds: number;
}

export interface BusCounts {
	/** Such as `one_wire`. */
	readonly id: string;
	readonly reads: number;
	/** Reads whose checksum was wrong. */
	readonly corrupt: number;
	/** Reads without an answer. */
	readonly silent: number;
	/** Those that failed otherwise. */
	readonly other: number;
}
