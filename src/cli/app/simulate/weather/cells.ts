/** The lines of a text that are not empty, without their line ends. */
export const linesOf = (text: string): readonly string[] => text.split(/\r?\n/).filter((line) => line.trim() !== "");

/** The cells of a line with commas, without quotation marks. */
export const cellsOf = (line: string): readonly string[] =>
	line.split(",").map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));

/** The number in a cell; undefined for none, and for what a format writes where a value is missing. */
export function numberIn(cell: string | undefined, missing: (value: number) => boolean): number | undefined {
	const value = cell === undefined || cell === "" ? Number.NaN : Number(cell);
	return Number.isFinite(value) && !missing(value) ? value : undefined;
}

/** Whether a row is about the day that only some years have. */
export const isLeapDay = (month: number, day: number): boolean => month === 2 && day === 29;
