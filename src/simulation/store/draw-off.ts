// Taken once: looked up on the global object in each of millions of steps, they would cost more than the physics.
const PI = Math.PI;
const cos = Math.cos;
const min = Math.min;

/** A household's day: the hour of each draw, in order, and its share of the day's hot water. */
export type DrawProfile = readonly (readonly [hour: number, share: number])[];

export const DRAW_PROFILES = {
	family: [
		[7, 0.2],
		[7.5, 0.15],
		[8.5, 0.05],
		[12, 0.1],
		[13, 0.05],
		[18, 0.1],
		[19, 0.15],
		[20.5, 0.15],
		[21.5, 0.05],
	],
	/** Everybody showers before work. */
	morning: [
		[6, 0.25],
		[6.5, 0.25],
		[7, 0.2],
		[12.5, 0.05],
		[18.5, 0.1],
		[21, 0.15],
	],
	/** Baths in the evening. */
	evening: [
		[7, 0.1],
		[12, 0.05],
		[18, 0.15],
		[19.5, 0.3],
		[20.5, 0.25],
		[21.5, 0.15],
	],
	/** Somebody is always at home. */
	all_day: [7, 8.5, 10, 11.5, 13, 14.5, 16, 17.5, 19, 20.5].map((hour) => [hour, 0.1] as const),
	/** One big bath, and little else. */
	bath: [
		[7.5, 0.1],
		[13, 0.1],
		[20, 0.8],
	],
} as const satisfies Readonly<Record<string, DrawProfile>>;
export type Draws = keyof typeof DRAW_PROFILES;

/** Seconds that a draw lasts. */
const LASTS = 300;

/** °C at the tap. */
export const TAP = 45;

/** Share of a day's hot water that was drawn since midnight. */
export const drawnBy = (secondOfDay: number, profile: DrawProfile = DRAW_PROFILES.family): number => {
	let share = 0;
	for (const [hour, part] of profile) {
		const into = secondOfDay - hour * 3600;
		if (into <= 0) break;
		share += part * min(into / LASTS, 1);
	}
	return share;
};

/** °C of the water main, coldest in February. `day` is 1 on the first of January. */
export const waterMain = (day: number): number => 10 + 3 * cos((2 * PI * (day - 230)) / 365);

/** Share of tap water that comes from the tank. A mixing valve adds cold water to water that is too hot. */
export const hotShare = (top: number, cold: number): number => (top > TAP ? (TAP - cold) / (top - cold) : 1);
