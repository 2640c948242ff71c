import { type Release, releaseOfVersion } from "./release.ts";

/**
 * The topics of Mosquitto's log with `log_dest topic`. One level only: subscriptions are logged two levels deep, contain
 * clients' own text, and are not wanted.
 */
export const LOG_TOPICS = "$SYS/broker/log/+";
export const VERSION_TOPIC = "$SYS/broker/version";

/** From the broker's version on `VERSION_TOPIC`: `mosquitto version 2.1.2`. */
export function releaseOf(version: string): Release | "1.6" | undefined {
	const [, said] = /^mosquitto version (\S+)/.exec(version) ?? [];
	return said === undefined ? undefined : releaseOfVersion(said);
}
