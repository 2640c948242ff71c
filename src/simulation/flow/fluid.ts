import { propyleneGlycol } from "#model/quantities/fluid.ts";

/** A fluid: J that a litre of it takes for each kelvin. */
export interface Fluid {
	/** J/(L K) at °C. */
	heat(temperature: number): number;
	/** Its heat changes with its temperature. */
	readonly varies: boolean;
}

/** J/(L K) of 40 % propylene glycol around 50 °C (Melinder); within 1 % from 20 to 80 °C. */
const AROUND_50 = 3850;
/** 40 % propylene glycol as one number, which is fast and exact enough for a demo. */
export const USUAL: Fluid = { heat: () => AROUND_50, varies: false };

/** The fluid of this concentration. */
export const glycol = (share: number): Fluid => ({
	heat: (temperature) => {
		const { heat, density } = propyleneGlycol(share, temperature);
		return (heat * density) / 1000;
	},
	varies: true,
});
