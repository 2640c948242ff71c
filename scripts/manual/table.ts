/** A table of Markdown; the cells are as `cell` makes them. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
	[head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/** Text for a cell: a bar would end it, and so would a line. */
export const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** `{sensor:id}` is a place where a fact comes in: the reader is shown *sensor*. */
export const withPlaces = (text: string) => cell(text).replaceAll(/\{(\w+)(?::[^}]+)?\}/g, "*$1*");
