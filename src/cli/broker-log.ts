import { confOf, settingsOf } from "#broker/conf.ts";
import { onDisk, type Place } from "#broker/place.ts";
import type { Release } from "#watch/line.ts";

/** The file that the broker logs to; undefined where it logs to none. */
export function logFileIn({ config }: Pick<Place, "config">): string | undefined {
	const dests = settingsOf(confOf(config, onDisk), "log_dest");
	return dests.map((dest) => /^file\s+(.+)$/.exec(dest)?.[1]).find((path) => path !== undefined);
}

/** Whose words its log has; undefined where the program does not say what it is. */
export function releaseIn({ release }: Pick<Place, "release">): Release | undefined {
	if (release === undefined) return undefined;
	const [major, minor] = release;
	return major === 2 && minor === 0 ? "2.0" : "2.1";
}
