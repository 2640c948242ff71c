import type { Facts } from "../sentences/facts.ts";

/** How something came: over the broker, from the page, by a command, or by the app itself. */
export const SOURCES = ["mqtt", "page", "cli", "app"] as const;
export type Source = (typeof SOURCES)[number];

/** Where an Intent comes from. MQTT does not tell who publishes, so there is no actor then. */
export interface Origin {
	readonly source: Source;
	/** The user name, if known. */
	readonly actor?: string;
}

/** An entry of the audit trail: who did what, and when. */
export interface TrailEntry extends Origin {
	/** ms since 1970-01-01 UTC. */
	readonly at: number;
	/** A code, such as `setting` or `mqtt_connected`. */
	readonly what: string;
	/** Never a secret. */
	readonly facts: Facts;
}
