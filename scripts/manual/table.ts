/** A table of Markdown; the cells are as `cell` makes them. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
	[head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/** Text of a cell. A bar or line break would end it. */
export const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** `{sensor:id}` is a fact. The reader sees *sensor*. */
export const withPlaces = (text: string) => cell(text).replaceAll(/\{(\w+)(?::[^}]+)?\}/g, "*$1*");
