import { type Release, releaseOfVersion } from "./release.ts";

/**
 * Where Mosquitto says its log with `log_dest topic`. One level: what clients subscribe to is logged two levels deep, in
 * words of their own, and is not wanted.
 */
export const LOG_TOPICS = "$SYS/broker/log/+";
export const VERSION_TOPIC = "$SYS/broker/version";

/** From what the broker says of itself on `VERSION_TOPIC`: `mosquitto version 2.1.2`. */
export function releaseOf(version: string): Release | "1.6" | undefined {
	const [, said] = /^mosquitto version (\S+)/.exec(version) ?? [];
	return said === undefined ? undefined : releaseOfVersion(said);
}
