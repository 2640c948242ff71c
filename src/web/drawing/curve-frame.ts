/** °C from which water is usable: a line of the grid that is drawn apart. */
export const USABLE = 40;
/** °C between two lines of the grid. */
export const GRID = 20;
/** Height of a band that shows when an output ran. */
export const BAND = 24;

/** Where curves of temperatures are drawn, with bands below them. In units of the picture. */
export interface CurveFrame {
	readonly width: number;
	readonly height: number;
	readonly left: number;
	readonly right: number;
	/** Height of the curves. */
	readonly tall: number;
	/** °C at the bottom and at the top. */
	readonly low: number;
	readonly high: number;
	readonly x: (at: number) => number;
	readonly y: (celsius: number) => number;
}

/** What is to be drawn: temperatures in °C from one time to another, in any unit, and how many bands. */
export interface Drawn {
	readonly values: readonly number[];
	readonly from: number;
	readonly to: number;
	readonly bands: number;
}

export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** From 0 to 80 °C, or further where it was colder or hotter. */
export function curveFrame({ values, from, to, bands }: Drawn, width: number, tall: number): CurveFrame {
	const low = Math.min(0, Math.floor(Math.min(...values) / GRID) * GRID);
	const high = Math.max(80, Math.ceil(Math.max(...values) / GRID) * GRID);
	const [left, right] = [38, 12];
	return {
		...{ width, tall, low, high, left, right },
		height: tall + bands * BAND + 34,
		x: (at) => tenth(left + ((at - from) / (to - from)) * (width - left - right)),
		y: (value) => tenth(12 + (1 - (value - low) / (high - low)) * (tall - 12)),
	};
}
