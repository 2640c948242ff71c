import { type Release, releaseOfVersion } from "../log/read/release.ts";
import { confOf, settingOf, settingsOf } from "./conf.ts";
import { onDisk, type Place } from "./place.ts";

/** The broker's log file; undefined if it logs to none. */
export function logFileIn({ config }: Pick<Place, "config">): string | undefined {
	const dests = settingsOf(confOf(config, onDisk), "log_dest");
	return dests.map((dest) => /^file\s+(.+)$/.exec(dest)?.[1]).find((path) => path !== undefined);
}

/** The release whose wording the log has; undefined if the program does not tell. */
export const releaseIn = ({ release }: Pick<Place, "release">): Release | "1.6" | undefined =>
	release && releaseOfVersion(release.join("."));

/** How its log writes the time; undefined where that is not set. */
export const timeFormatIn = ({ config }: Pick<Place, "config">): string | undefined =>
	settingOf(confOf(config, onDisk), "log_timestamp_format");
