import { fieldOf } from "./untyped.ts";

/** The code of an error of the system or of a library, for example ENOSPC; undefined without one. */
export function errorCode(thrown: unknown): string | undefined {
	const code = fieldOf(thrown, "code");
	return code === undefined ? undefined : String(code);
}

/** The same, or the thrown value as a text. */
export const codeOf = (thrown: unknown): string => errorCode(thrown) ?? String(thrown);

/** The error code of a failure; undefined if it succeeded. */
export const refusalOf = (work: Promise<unknown>): Promise<string | undefined> => work.then(() => undefined, codeOf);
