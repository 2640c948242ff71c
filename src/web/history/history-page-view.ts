import type { DayLine } from "../day-view.ts";
import type { Span } from "./calendar.ts";

/** A time of the history as people look at it. Moments are ms since 1970. */
export interface HistoryPageView {
	readonly span: Span;
	/** The dates that are shown. */
	readonly from: string;
	readonly to: string;
	/** Dates of the spans before and after; absent where nothing can be. */
	readonly before?: string;
	readonly after?: string;
	readonly curves?: CurvesView;
	readonly bars: readonly BarView[];
}

export interface CurvesView {
	readonly from: number;
	readonly to: number;
	/** Until when it is known. */
	readonly now: number;
	/** Where a day or a month begins, with what is written there. */
	readonly ticks: readonly { readonly at: number; readonly label: string }[];
	/** Where each day of a week or month begins, or each month of a year. */
	readonly rows: readonly { readonly at: number; readonly title: string }[];
	/** The middle of each point, as it is written, and whether the one before follows at once. */
	readonly points: readonly { readonly at: number; readonly label: string; readonly follows: boolean }[];
	readonly lines: readonly CurveLine[];
	readonly bands: readonly CurveBand[];
}

/** The values are in °C, one for each point; null where nothing was measured. */
export interface CurveLine {
	readonly name: string;
	readonly kind: DayLine["kind"];
	readonly means: readonly (number | null)[];
	readonly lows: readonly (number | null)[];
	readonly highs: readonly (number | null)[];
}

export interface CurveBand {
	readonly name: string;
	readonly kind: "pump" | "heater";
	readonly runs: readonly (readonly [from: number, to: number])[];
}

/** kWh by source in a day, a month or a year. */
export interface BarView {
	readonly label: string;
	readonly title: string;
	readonly heats: readonly { readonly name: string; readonly kind: "sun" | "heater" | "fire"; readonly kwh: number }[];
}
