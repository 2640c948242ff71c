import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { onDisk, type Place } from "../conf/place.ts";
import type { Wanted } from "../files/file.ts";
import type { Trouble } from "../files/trouble.ts";
import { doorsOf } from "../running/restart.ts";
import { over, tried } from "../running/trial.ts";

/**
 * What can be known to go wrong before anything is changed: the broker does not start, or shows a certificate with which no
 * door can be tried afterwards.
 */
export async function foreseen(
	place: Place,
	files: readonly Wanted[],
	doors: "tried" | undefined,
): Promise<Trouble | undefined> {
	const trouble = await tried(place, files);
	if (trouble !== undefined || doors === undefined) return trouble;
	const [flaw] = doorsOf(place, over(files, onDisk)).flatMap((door) => door.flaw ?? []);
	return flaw && { message: flaw, remedy: phrase("nothing_changed") };
}

/** What clients other than ours hold against the certificates that the broker will show. */
export const remarksOn = (place: Place, files: readonly Wanted[]): readonly Sentence[] =>
	doorsOf(place, over(files, onDisk)).flatMap((door) => door.remark ?? []);
