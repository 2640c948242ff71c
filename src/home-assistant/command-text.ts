import { caught } from "#model/untyped/caught.ts";

/** Bytes; longer than any command that means something. */
const LONGEST_COMMAND = 64;

/** The payload of a command or a birth as text; undefined where it is too long or no UTF-8. */
export function textOf(payload: Uint8Array): string | undefined {
	if (payload.length > LONGEST_COMMAND) return undefined;
	return caught(() => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(payload), undefined);
}
