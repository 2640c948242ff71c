import { caught } from "#model/untyped/caught.ts";

/** Bytes. Longer than any valid command. */
const LONGEST_COMMAND = 64;

/** The payload of a command or birth message as text; undefined if it is too long or not UTF-8. */
export function textOf(payload: Uint8Array): string | undefined {
	if (payload.length > LONGEST_COMMAND) return undefined;
	return caught(() => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(payload), undefined);
}
