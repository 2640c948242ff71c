import { isUtf8 } from "node:buffer";

/** Text from which every byte can be restored: UTF-8, or Latin-1 if it is not valid UTF-8, as in old comments. */
export const textOf = (bytes: Buffer): string => bytes.toString(encodingOf(bytes));

/** @param like the former file, whose encoding is kept; without one, UTF-8 */
export function bytesOf(text: string, like: Buffer | undefined): Buffer {
	if (like === undefined || encodingOf(like) === "utf8") return Buffer.from(text);
	// New text may contain letters that are more than one byte.
	return Buffer.concat(
		[...text].map((letter) => Buffer.from(letter, (letter.codePointAt(0) ?? 0) > 0xff ? "utf8" : "latin1")),
	);
}

const encodingOf = (bytes: Buffer): "utf8" | "latin1" => (isUtf8(bytes) ? "utf8" : "latin1");
