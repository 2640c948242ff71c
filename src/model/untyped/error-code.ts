import { fieldOf } from "./untyped.ts";

/** The code of an error of the system or of a library, for example ENOSPC; undefined where it has none. */
export function errorCode(thrown: unknown): string | undefined {
	const code = fieldOf(thrown, "code");
	return code === undefined ? undefined : String(code);
}

/** The same, and what was thrown as a text where it has no code. */
export const codeOf = (thrown: unknown): string => errorCode(thrown) ?? String(thrown);

/** Why something could not be done, as such a code; undefined where it was done. */
export const refusalOf = (work: Promise<unknown>): Promise<string | undefined> => work.then(() => undefined, codeOf);
