import { type Line, paint } from "./line.ts";
import type { Size } from "./view.ts";

/** A terminal that is redrawn in place without flicker. `close` restores what it showed before. */
export interface Screen {
	draw(lines: (size: Size) => readonly Line[]): void;
	close(): void;
}

/** Alternate screen, no cursor, no wrapping; and the reverse (DEC private modes 1049, 25, 7). */
const ENTER = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[2J";
const LEAVE = "\x1b[?7h\x1b[?25h\x1b[?1049l";
/** Between these, a terminal that supports it shows no partial picture (mode 2026). Others ignore it. */
const BEGIN = "\x1b[?2026h\x1b[H";
const END = "\x1b[J\x1b[?2026l";
const REST_OF_LINE = "\x1b[K";
/** Bytes. With more unsent output the terminal is not reading, and must not fill the memory. */
const PATIENCE = 64 * 1024;

export function openScreen(out: NodeJS.WritableStream, coloured: boolean): Screen {
	let open = true;
	out.write(ENTER);
	return {
		draw(lines) {
			if (!open || unsent(out) > PATIENCE) return;
			const text = lines(sizeOf(out)).map((line) => `${paint(line, coloured)}${REST_OF_LINE}`);
			out.write(`${BEGIN}${text.join("\r\n")}${END}`);
		},
		close() {
			if (open) out.write(LEAVE);
			open = false;
		},
	};
}

/** 80 by 24 if the stream does not know. */
function sizeOf(out: NodeJS.WritableStream): Size {
	const known = (n: unknown, otherwise: number) => (typeof n === "number" && n > 0 ? n : otherwise);
	return {
		columns: known("columns" in out ? out.columns : undefined, 80),
		rows: known("rows" in out ? out.rows : undefined, 24),
	};
}

const unsent = (out: NodeJS.WritableStream): number =>
	"writableLength" in out && typeof out.writableLength === "number" ? out.writableLength : 0;
