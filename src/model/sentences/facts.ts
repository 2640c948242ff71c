/** The numbers, limits and margins behind a statement; plain data that may be shown and logged. */
export type Facts = Readonly<Record<string, number | string | boolean>>;
