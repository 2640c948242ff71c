import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { onDisk, type Place } from "../conf/place.ts";
import type { Wanted } from "../files/file.ts";
import type { Trouble } from "../files/trouble.ts";
import { doorsOf } from "../running/restart.ts";
import { over, tried } from "../running/trial.ts";

/**
 * Problems that can be known before anything is changed: the broker would not start, or it would show a certificate with
 * which its listeners cannot be tried afterwards.
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

/** Why other clients would reject the certificates that the broker will show. */
export const remarksOn = (place: Place, files: readonly Wanted[]): readonly Sentence[] =>
	doorsOf(place, over(files, onDisk)).flatMap((door) => door.remark ?? []);
