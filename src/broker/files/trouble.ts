import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { diskSays } from "./disk-says.ts";
import type { At } from "./file.ts";

/** Something that stopped a change: what happened, and what to do. No secrets. */
export interface Trouble {
	readonly message: Sentence;
	/** Absent where there is nothing to do. */
	readonly remedy?: Sentence;
}

/** An exception of a step, as a trouble like any other. */
export function bugOf(failed: unknown): Trouble {
	const message = diskSays(failed);
	return message === undefined
		? { message: phrase("command_broke", { cause: textOf(failed) }), remedy: phrase("report_it") }
		: { message };
}

/** Carries out a step that may throw: a bug in it must not keep what was changed from being put back. */
export async function step(
	{ step: told }: { readonly step?: At },
	name: string,
	act: () => Promise<Trouble | undefined>,
): Promise<Trouble | undefined> {
	try {
		told?.(`before ${name}`);
		const trouble = await act();
		told?.(`after ${name}`);
		return trouble;
	} catch (failed) {
		return bugOf(failed);
	}
}

export const textOf = (failed: unknown): string => (failed instanceof Error ? failed.message : String(failed));
