import type { AlertKind } from "#model/findings/alert.ts";

export interface Alert {
	readonly kind: AlertKind;
	/** Seconds since 1970. */
	readonly at: number;
	/** Count within the window. What is counted depends on the kind. */
	readonly count: number;
	/** Seconds. */
	readonly window: number;
	readonly address?: string;
	/** The client's own name for itself: show it, but do not trust it. */
	readonly client?: string;
	readonly user?: string;
	readonly addresses?: readonly string[];
}

/** Limits above which an alert is raised. */
export interface Limits {
	readonly refusals_per_address: number;
	readonly refusals_spread: number;
	readonly addresses_spread: number;
	readonly denials_per_client: number;
	readonly connections_per_address: number;
	readonly garbage_per_address: number;
	readonly takeovers_per_client: number;
	/** Seconds over which all of these are counted. */
	readonly window: number;
	/** Seconds until the same alert is repeated while it lasts. */
	readonly again: number;
}

export const LIMITS: Limits = {
	refusals_per_address: 10,
	refusals_spread: 20,
	addresses_spread: 3,
	denials_per_client: 5,
	connections_per_address: 120,
	garbage_per_address: 10,
	takeovers_per_client: 3,
	window: 300,
	again: 600,
};
