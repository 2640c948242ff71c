// Taken once: looked up on the global object in each of millions of steps, they would cost more than the physics.
const PI = Math.PI;
const cos = Math.cos;
const min = Math.min;

/** A household's day: hour, and share of the day's hot water. */
const DAY = [
	[7, 0.2],
	[7.5, 0.15],
	[8.5, 0.05],
	[12, 0.1],
	[13, 0.05],
	[18, 0.1],
	[19, 0.15],
	[20.5, 0.15],
	[21.5, 0.05],
] as const;
const LASTS = 300;

/** °C at the tap. */
export const TAP = 45;

/** Share of a day's hot water that was drawn since midnight. */
export const drawnBy = (secondOfDay: number): number => {
	let share = 0;
	for (const [hour, part] of DAY) {
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
