const RADIANS = Math.PI / 180;

/**
 * The sun over a place and over a surface there that faces the equator. Time is solar time: the sun is highest at
 * hour 12. Angles are given in degrees; results are cosines, negative while the sun is behind the horizon or surface.
 */
export class Sun {
	private readonly up: Course;
	private readonly tilted: Course;

	constructor(latitude: number, slope: number) {
		this.up = course(latitude);
		// A surface tilted towards the equator sees the sun as level ground does that much further south.
		this.tilted = course(latitude - slope);
	}

	/** Cosine of the angle between the sun and straight up: the sine of the sun's height. */
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
}
const course = (latitude: number): Course => ({
	sine: Math.sin(latitude * RADIANS),
	cosine: Math.cos(latitude * RADIANS),
});

const seen = (at: Course, day: number, hour: number) => {
	const declination = declinationOn(day);
	const turned = (hour - 12) * 15 * RADIANS;
	return at.sine * Math.sin(declination) + at.cosine * Math.cos(declination) * Math.cos(turned);
};

/** In radians, by Spencer's series; `day` counts from 1 on the first of January. */
export const declinationOn = (day: number): number => {
	const b = (2 * Math.PI * (day - 1)) / 365;
	return (
		0.006918 -
		0.399912 * Math.cos(b) +
		0.070257 * Math.sin(b) -
		0.006758 * Math.cos(2 * b) +
		0.000907 * Math.sin(2 * b) -
		0.002697 * Math.cos(3 * b) +
		0.00148 * Math.sin(3 * b)
	);
};
