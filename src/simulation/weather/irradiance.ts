// Taken once: looked up on the global object in each of millions of steps, they would cost more than the physics.
const PI = Math.PI;
const cos = Math.cos;
const exp = Math.exp;
const max = Math.max;
const min = Math.min;

const SOLAR_CONSTANT = 1361;
const GROUND_ALBEDO = 0.2;
/** Near the horizon the ratio of tilted to level beam diverges. A lower sun counts as being this high. */
const LOWEST_SUN = 0.03;

/** Irradiance on a tilted surface in W/m². The collector absorbs the two parts differently. */
export interface Irradiance {
	/** From the sun and its surroundings. */
	readonly beam: number;
	/** From the sky and the ground. */
	readonly diffuse: number;
	/** Cosine of the beam's angle to the surface's normal. */
	readonly incidence: number;
}
export const DARK: Irradiance = { beam: 0, diffuse: 0, incidence: 0 };

/** W/m² on level ground under a cloudless sky. `height` is the sine of the sun's altitude (Haurwitz 1945). */
export const clearSky = (height: number): number => (height > 0 ? 1098 * height * exp(-0.059 / height) : 0);

/** Share of `global` (W/m², level) that comes from the whole sky (Erbs et al. 1982). */
export const diffuseShare = (global: number, height: number, day: number): number => {
	const kt = global / (outsideAir(day) * height);
	if (kt <= 0.22) return 1 - 0.09 * kt;
	if (kt > 0.8) return 0.165;
	return 0.9511 - 0.1604 * kt + 4.388 * kt ** 2 - 16.638 * kt ** 3 + 12.336 * kt ** 4;
};

/** Converts `global` (W/m², level) to a surface with this slope in degrees, with as much of it diffuse as is usual. */
export const onSlope = (global: number, height: number, incidence: number, slope: number, day: number): Irradiance =>
	global <= 0 || height <= 0
		? DARK
		: tilted(global, global * diffuseShare(global, height, day), height, incidence, slope, day);

/** The same with the diffuse part of `global` known (Hay and Davies 1980). */
export const tilted = (
	global: number,
	diffuse: number,
	height: number,
	incidence: number,
	slope: number,
	day: number,
): Irradiance => {
	if (global <= 0 || height <= 0) return DARK;
	const sun = max(height, LOWEST_SUN);
	const onSurface = max(incidence, 0) / sun;
	const around = min((global - diffuse) / sun / outsideAir(day), 1);
	const tilt = cos((slope * PI) / 180);
	return {
		beam: (global - diffuse + diffuse * around) * onSurface,
		diffuse: (diffuse * (1 - around) * (1 + tilt)) / 2 + (global * GROUND_ALBEDO * (1 - tilt)) / 2,
		incidence: max(incidence, 0),
	};
};

/** W/m² perpendicular to the sun's rays outside the atmosphere. */
export const outsideAir = (day: number) => SOLAR_CONSTANT * (1 + 0.033 * cos((2 * PI * day) / 365));
