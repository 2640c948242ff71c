import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { diskSays } from "./disk-says.ts";
import type { At } from "./file.ts";

/** Why a change stopped: what happened, and what to do. No secrets. */
export interface Trouble {
	readonly message: Sentence;
	/** Absent if there is nothing to do. */
	readonly remedy?: Sentence;
}

/** An exception of a step as a trouble. */
export function bugOf(failed: unknown): Trouble {
	const message = diskSays(failed);
	return message === undefined
		? { message: phrase("command_broke", { cause: textOf(failed) }), remedy: phrase("report_it") }
		: { message };
}

/** Runs a step that may throw. A bug in it must not prevent the change from being undone. */
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
