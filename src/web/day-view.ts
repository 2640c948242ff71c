/** The readings and switchings of a local day. Minutes count from its midnight. */
export interface DayView {
	/** Until when it is known, in minutes. */
	readonly now: number;
	/** Minutes of the day: 1440, or an hour more or less when the clocks change. */
	readonly length: number;
	/** What a clock on the wall shows at a minute: `08:35`. */
	readonly clock: (minute: number) => string;
	readonly lines: readonly DayLine[];
	readonly bands: readonly DayBand[];
}

export interface DayLine {
	readonly name: string;
	readonly kind: "collector" | "top" | "bottom";
	/** Minute and °C; without a value where nothing was measured. */
	readonly points: readonly (readonly [minute: number, celsius: number | null])[];
}

export interface DayBand {
	readonly name: string;
	readonly kind: "pump" | "heater";
	/** When it ran, in minutes. */
	readonly runs: readonly (readonly [from: number, to: number])[];
}
