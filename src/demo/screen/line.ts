/** Style of a piece of text. */
export type Style = "title" | "strong" | "dim" | "good" | "bad" | "cold" | "mild" | "warm" | "hot";

export interface Span {
	readonly text: string;
	readonly style?: Style;
}
/** One line of the screen. Every character is one column wide. */
export type Line = readonly Span[];

export const span = (text: string, style?: Style): Span => (style === undefined ? { text } : { text, style });
export const plain = (line: Line): string => line.map(({ text }) => text).join("");
export const widthOf = (line: Line): number => line.reduce((sum, { text }) => sum + text.length, 0);

/** Cut to `width` columns, with an ellipsis if something is missing. */
export function clip(line: Line, width: number): Line {
	if (widthOf(line) <= width) return line;
	const out: Span[] = [];
	let left = Math.max(0, width - 1);
	for (const { text, ...how } of line) {
		if (left === 0) break;
		out.push({ ...how, text: text.slice(0, left) });
		left -= Math.min(left, text.length);
	}
	return width > 0 ? [...out, { text: "…" }] : [];
}

/** Padded or cut to exactly `width` columns. */
export const fill = (line: Line, width: number): Line => {
	const cut = clip(line, width);
	return [...cut, { text: " ".repeat(Math.max(0, width - widthOf(cut))) }];
};

/** Broken between words into lines of at most `width` columns. `clip` cuts longer words. */
export function wrap(text: string, width: number): readonly string[] {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(" ")) {
		if (line !== "" && line.length + 1 + word.length > width) {
			lines.push(line);
			line = word;
		} else line = line === "" ? word : `${line} ${word}`;
	}
	return [...lines, line];
}

/** As terminal output, with SGR sequences (ECMA-48, 8.3.117) or without. */
export const paint = (line: Line, coloured: boolean): string =>
	line
		.map(({ text, style }) => (coloured && style !== undefined ? `\x1b[${SGR[style]}m${text}\x1b[0m` : text))
		.join("");

const SGR: Readonly<Record<Style, string>> = {
	title: "1;33",
	strong: "1",
	dim: "2",
	good: "32",
	bad: "1;31",
	cold: "34",
	mild: "36",
	warm: "33",
	hot: "31",
};
