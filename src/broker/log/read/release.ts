/**
 * Whose words a log has: of 2.0 until 2.0.12, from 2.0.13 on, and of 2.1. They differ, and what one says by itself a client
 * of another may make it say.
 */
export type Release = "2.0" | "2.0.13" | "2.1";
/** As people and programs see it. */
export type Series = "1.6" | "2.0" | "2.1";

const VERSION = /^(\d+)\.(\d+)(?:\.(\d+))?/;

/** From `2.0.21`; `1.6` for all that is older than 2.0, of which no refusal can be read. Undefined for no version. */
export function releaseOfVersion(version: string): Release | "1.6" | undefined {
	const [, major, minor, patch] = VERSION.exec(version) ?? [];
	if (major === undefined) return undefined;
	if (Number(major) < 2) return "1.6";
	if (major !== "2" || minor !== "0") return "2.1";
	return Number(patch ?? 0) < 13 ? "2.0" : "2.0.13";
}

export const seriesOf = (release: Release | "1.6"): Series => (release === "2.0.13" ? "2.0" : release);
