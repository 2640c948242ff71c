/**
 * The wording of a log: 2.0 before 2.0.13, 2.0 from 2.0.13 on, or 2.1. It differs, and a line that only one release writes
 * can be forged by a client of another.
 */
export type Release = "2.0" | "2.0.13" | "2.1";
/** For people and programs. */
export type Series = "1.6" | "2.0" | "2.1";

const VERSION = /^(\d+)\.(\d+)(?:\.(\d+))?/;

/**
 * From a version such as `2.0.21`. `1.6` for everything before 2.0, whose refusals cannot be read. Undefined if it is no
 * version.
 */
export function releaseOfVersion(version: string): Release | "1.6" | undefined {
	const [, major, minor, patch] = VERSION.exec(version) ?? [];
	if (major === undefined) return undefined;
	if (Number(major) < 2) return "1.6";
	if (major !== "2" || minor !== "0") return "2.1";
	return Number(patch ?? 0) < 13 ? "2.0" : "2.0.13";
}

export const seriesOf = (release: Release | "1.6"): Series => (release === "2.0.13" ? "2.0" : release);
