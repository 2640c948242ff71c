/** A setting that can be tried, with its value of today. */
export interface Tried {
	readonly rule: string;
	readonly field: string;
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly min: number;
	readonly max: number;
	readonly step: number;
}

/** From the least to the most that the recorded days allow. */
export interface Span {
	readonly low: number;
	readonly likely: number;
	readonly high: number;
}

export type WhatIfResult =
	| {
			readonly kind: "told";
			/** Days with a history. */
			readonly days: number;
			/** What happened, and what the model makes of it with today's settings. */
			readonly recorded: PumpFigures;
			readonly today: PumpFigures;
			/** Percent of the pump's heat. */
			readonly heat: Span;
			/** kWh, where the tank's volume is known. */
			readonly kwh?: Span;
			readonly starts: Span;
			readonly hours: Span;
			/** How often the house's answer was measured. */
			readonly runs: number;
			readonly stops: number;
			/** Percent of the recorded solar heat that comes out with today's settings; and of the heat of runs, foretold from the other runs. */
			readonly proof: { readonly again: number; readonly checked: number };
			/** Seconds. */
			readonly took: number;
	  }
	| { readonly kind: "cannot"; readonly why: CannotTell }
	/** Another one is being worked out. */
	| { readonly kind: "busy" }
	/** The rule does not allow these values. */
	| { readonly kind: "refused" };

export type CannotTell = "no_field" | "no_sensors" | "no_volume" | "too_little" | "unlike" | "failed";

export interface PumpFigures {
	readonly starts: number;
	readonly hours: number;
}

export interface WhatIfAsked {
	/** By `rule.field`. Those of today are left out. */
	readonly values: Readonly<Record<string, number>>;
	readonly days: number;
}
