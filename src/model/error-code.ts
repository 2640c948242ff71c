/** The code of an error of the system or of a library, for example ENOSPC; undefined where it has none. */
export const errorCode = (thrown: unknown): string | undefined =>
	typeof thrown === "object" && thrown !== null && "code" in thrown ? String(thrown.code) : undefined;

/** The same, and what was thrown as a text where it has no code. */
export const codeOf = (thrown: unknown): string => errorCode(thrown) ?? String(thrown);
