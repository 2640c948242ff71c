import type { Seconds } from "../quantities/units.ts";
import type { Fault } from "./fault.ts";

/** A message of a device. */
export interface Heard {
	readonly topic: string;
	/** UTF-8; bytes that are none are replaced. */
	readonly payload: string;
	/** The broker stored it, so it may be of any age. It never counts as fresh. */
	readonly retained: boolean;
}

/** Topic filters of a device: the rights that its access rules need, and no others. */
export interface Topics {
	readonly read: readonly string[];
	readonly write: readonly string[];
}

/** `sent` is acknowledged by the broker, which says nothing of the device. */
export type Sending = "sent" | "lost" | "refused";

/**
 * The house's broker as a bus. Control starts before the broker is there and goes on without it: until then nothing
 * arrives, and what is published is lost.
 */
export interface Messages {
	/**
	 * Calls `reader` with messages under this topic filter, also after each reconnection, where the broker sends what it
	 * stores again. In a flood only the newest message of a topic is read. Returns a function that ends it.
	 */
	subscribe(filter: string, reader: (message: Heard) => void): () => void;
	/**
	 * QoS 1, not retained. Settles within 10 s, and at once as `lost` while there is no connection. `expires`: a broker that keeps
	 * it for a device that is away forgets it after that time, where MQTT 5 is spoken.
	 */
	publish(topic: string, payload: string, options?: { readonly expires?: Seconds }): Promise<Sending>;
	/** Why nothing can arrive under this filter: no connection, a missing right, or a topic of the app itself. */
	fault(filter: string): Fault | undefined;
}
