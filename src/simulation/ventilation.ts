/** °C indoors, which the heating keeps. */
export const INDOORS = 22;
/** Share of the temperature difference that the exchanger transfers. */
const EFFECTIVENESS = 0.8;

/** °C around a heat recovery unit with equal flows. */
export interface Ventilation {
	/** Drawn from the rooms. */
	readonly extract_air: number;
	/** Blown into the rooms. */
	readonly supply_air: number;
	/** Blown out of the house. */
	readonly exhaust_air: number;
}

export const ventilation = (outdoor: number): Ventilation => {
	const recovered = EFFECTIVENESS * (INDOORS - outdoor);
	return { extract_air: INDOORS, supply_air: outdoor + recovered, exhaust_air: INDOORS - recovered };
};
