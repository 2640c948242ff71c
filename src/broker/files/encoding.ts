import { isUtf8 } from "node:buffer";

/** Text of which every byte can be told again: as UTF-8, or byte by byte where it is none, as old comments may be. */
export const textOf = (bytes: Buffer): string => bytes.toString(encodingOf(bytes));

/** @param like the file as it was, which says how it is written; without one it is UTF-8 */
export function bytesOf(text: string, like: Buffer | undefined): Buffer {
	if (like === undefined || encodingOf(like) === "utf8") return Buffer.from(text);
	// What is new may hold letters that are no single byte.
	return Buffer.concat(
		[...text].map((letter) => Buffer.from(letter, (letter.codePointAt(0) ?? 0) > 0xff ? "utf8" : "latin1")),
	);
}

const encodingOf = (bytes: Buffer): "utf8" | "latin1" => (isUtf8(bytes) ? "utf8" : "latin1");
