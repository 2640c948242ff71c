// Taken once: looked up on the global object in each of millions of steps, they would cost more than the physics.
const PI = Math.PI;
const cos = Math.cos;
const sin = Math.sin;

const RADIANS = PI / 180;

/**
 * The sun over a place, and over a surface there. Time is solar time: the sun is highest at hour 12. Angles are in degrees;
 * results are cosines, negative while the sun is behind the horizon or surface.
 */
export class Sun {
	private readonly up: Course;
	private readonly tilted: Course;

	/** @param turned from the equator to the west; a surface that faces east has -90 */
	constructor(latitude: number, slope: number, turned = 0) {
		this.up = course(latitude);
		this.tilted = tilted(latitude, slope, turned);
	}

	/** Cosine of the angle between the sun and the zenith: the sine of the sun's altitude. */
	height(day: number, hour: number): number {
		return seen(this.up, day, hour);
	}

	/** Cosine of the angle between the sun and the surface's normal. */
	incidence(day: number, hour: number): number {
		return seen(this.tilted, day, hour);
	}
}

interface Course {
	readonly sine: number;
	readonly cosine: number;
	/** For a surface that sees more of the afternoon (positive) or of the morning. */
	readonly aside: number;
}
const course = (latitude: number): Course => ({
	sine: sin(latitude * RADIANS),
	cosine: cos(latitude * RADIANS),
	aside: 0,
});

/**
 * A surface tilted towards the equator sees the sun like level ground that much further south. What it is turned away from
 * there is added (Duffie and Beckman, equation 1.6.2).
 */
function tilted(latitude: number, slope: number, turned: number): Course {
	const south = course(latitude - slope);
	const tilt = sin(slope * RADIANS);
	const away = tilt * (1 - cos(turned * RADIANS));
	return {
		sine: south.sine + away * cos(latitude * RADIANS),
		cosine: south.cosine - away * sin(latitude * RADIANS),
		aside: tilt * sin(turned * RADIANS),
	};
}

const seen = (at: Course, day: number, hour: number) => {
	const declination = declinationOn(day);
	const turned = (hour - 12) * 15 * RADIANS;
	const level = at.sine * sin(declination) + at.cosine * cos(declination) * cos(turned);
	return at.aside === 0 ? level : level + at.aside * cos(declination) * sin(turned);
};

/** Minutes by which the sun is ahead of a clock that runs evenly, by Spencer's series. */
export const equationOfTime = (day: number): number => {
	const b = (2 * PI * (day - 1)) / 365;
	const turned = 0.0000075 + 0.001868 * cos(b) - 0.032077 * sin(b) - 0.014615 * cos(2 * b) - 0.040849 * sin(2 * b);
	return (1440 / (2 * PI)) * turned;
};

/** In radians, by Spencer's series; `day` counts from 1 on the first of January. */
export const declinationOn = (day: number): number => {
	const b = (2 * PI * (day - 1)) / 365;
	return (
		0.006918 -
		0.399912 * cos(b) +
		0.070257 * sin(b) -
		0.006758 * cos(2 * b) +
		0.000907 * sin(2 * b) -
		0.002697 * cos(3 * b) +
		0.00148 * sin(3 * b)
	);
};
