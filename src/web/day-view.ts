/** The readings and switchings of a local day. Minutes count from its midnight. */
export interface DayView {
	/** Until when it is known, in minutes. */
	readonly now: number;
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
