import type { Facts } from "../sentences/facts.ts";

/** Which way something came: over the broker, from the page, by a command beside the app, or by the app itself. */
export const SOURCES = ["mqtt", "page", "cli", "app"] as const;
export type Source = (typeof SOURCES)[number];

/** Where an Intent comes from. MQTT does not say who publishes, so there is no actor to what comes that way. */
export interface Origin {
	readonly source: Source;
	/** Who, where that is known: a user name. */
	readonly actor?: string;
}

/** Something that has to be found again later: who did what, and when. */
export interface TrailEntry extends Origin {
	/** ms since 1970-01-01 UTC. */
	readonly at: number;
	/** A code, such as `setting` or `mqtt_connected`. */
	readonly what: string;
	/** Never a secret. */
	readonly facts: Facts;
}
