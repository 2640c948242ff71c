/** What of the history is asked for. */
export interface CsvAsked {
	/** ms since 1970, from `from` (included) to `to` (excluded). */
	readonly from: number;
	readonly to: number;
	/** Minutes of a point. */
	readonly step: number;
	/** With decimal commas, and semicolons between the cells, as spreadsheets in many countries expect it. */
	readonly comma: boolean;
}

export const STEPS = [1, 5, 15, 60, 1440] as const;
