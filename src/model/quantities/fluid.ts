/**
 * Coefficients of propylene glycol in water for specific heat in J/(kg K) and density in kg/m³: Melinder, "Properties of
 * secondary working fluids for indirect systems", IIR 2010, as CoolProp and SecondaryCoolantProps tabulate them. The sum of
 * `c[i][j] (T - 305.8583 K)^i (x - 0.307031)^j`, with x as the share of the mass.
 */
const SPECIFIC_HEAT = [
	[3882, -1304, -1598, 353.9, 5000, -4959],
	[2.699, 5.07, 0.9534, 31.02, -71.35],
	[-1.659e-3, -4.752e-3, 0.1167, -0.295],
	[-1.032e-5, 1.522e-4, -4.87e-4],
] as const;
const DENSITY = [
	[1018, 76.04, -24.98, -155, -113.1, 234.2],
	[-0.5406, -0.945, 0.27, 2.829, -2.221],
	[-2.666e-3, 5.541e-3, -4.018e-3, -7.175e-3],
	[1.347e-5, -1.343e-5, 3.376e-5],
] as const;
const AT_TEMPERATURE = 305.8583;
const AT_SHARE = 0.307031;
/** °C at 0 K, and the temperatures for which the coefficients are good; beyond them their ends count. */
const ZERO = 273.15;
const COLDEST = -30;
const HOTTEST = 100;

/**
 * J/(kg K) and kg/m³ of propylene glycol, whose share of the mass is 0 to 0.6, at °C. A share of 0 is water, within 0.3 % of its
 * heat and 0.1 % of its density.
 */
export const propyleneGlycol = (
	share: number,
	temperature: number,
): { readonly heat: number; readonly density: number } => {
	const above = Math.min(Math.max(temperature, COLDEST), HOTTEST) + ZERO - AT_TEMPERATURE;
	const more = share - AT_SHARE;
	return { heat: sumOf(SPECIFIC_HEAT, above, more), density: sumOf(DENSITY, above, more) };
};

function sumOf(rows: readonly (readonly number[])[], above: number, more: number): number {
	let sum = 0;
	let power = 1;
	for (const row of rows) {
		sum += power * row.reduceRight((inner, factor) => inner * more + factor, 0);
		power *= above;
	}
	return sum;
}
