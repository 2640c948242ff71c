import type { Irradiance } from "./irradiance.ts";

/** The weather over a surface. Times are seconds since the start of the year; the year repeats. */
export interface Sky {
	/** W/m² on the surface. */
	irradiance(second: number): Irradiance;
	/** °C in the shade. */
	outdoor(second: number): number;
}
