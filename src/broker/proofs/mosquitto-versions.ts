import { type Sentence, says } from "#model/sentences/sentence.ts";

/**
 * Security flaws of Mosquitto that a client can use, from the "Security" sections of its ChangeLog
 * (mosquitto.org/ChangeLog.txt).
 */
export const KNOWN_FLAWS: readonly Sentence[] = [
	says("flaw_connack", { fixed_in: "2.0.10" }),
	says("flaw_withdrawn_right", { fixed_in: "2.0.12" }),
	says("flaw_properties", { fixed_in: "2.0.12" }),
	says("flaw_first_packets", { fixed_in: "2.0.16" }),
	says("flaw_wills", { fixed_in: "2.0.16" }),
	says("flaw_qos2", { fixed_in: "2.0.21" }),
	says("flaw_bridges", { fixed_in: "2.0.19" }),
	says("flaw_subscriptions", { fixed_in: "2.0.21" }),
];

/** The newest version when this list was made. */
export const NEWEST_KNOWN = "2.1.2";
