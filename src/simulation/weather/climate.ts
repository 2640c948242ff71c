/** Typical weather of a place over the year. `clearness` is the share of a cloudless sky's irradiation that arrives. */
export interface Climate {
	/** Degrees north. */
	readonly latitude: number;
	/** The usual tilt of collectors there, in degrees. */
	readonly slope: number;
	readonly clearness: number;
	/** How much clearer midsummer is than the yearly mean. */
	readonly summer_clearness: number;
	/** Mean of the year in °C. */
	readonly mean: number;
	/** From the yearly mean to the mean of the warmest day in K. */
	readonly swing: number;
}

/**
 * The four places of the Solar Keymark. The clearness is set so that the irradiation on the collector's plane is within 3 %
 * of its certificates.
 */
export const CLIMATES = {
	stockholm: { latitude: 59.3, slope: 45, clearness: 0.635, summer_clearness: 0.1, mean: 7.5, swing: 10.5 },
	wuerzburg: { latitude: 49.8, slope: 35, clearness: 0.608, summer_clearness: 0.08, mean: 9, swing: 9.5 },
	davos: { latitude: 46.8, slope: 30, clearness: 0.802, summer_clearness: 0, mean: 3.2, swing: 9 },
	athens: { latitude: 38, slope: 25, clearness: 0.756, summer_clearness: 0.1, mean: 18.5, swing: 9 },
} as const satisfies Record<string, Climate>;
export type Place = keyof typeof CLIMATES;
