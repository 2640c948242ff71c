import type { Sky } from "./sky.ts";

const DAY = 86_400;
const QUARTER = 900;

/** kWh that fall on a square metre on the day that begins at `midnight`. Photovoltaics of 1 kW would give about as much. */
export function sunOn(sky: Sky, midnight: number): number {
	let sum = 0;
	for (let second = midnight; second < midnight + DAY; second += QUARTER) {
		const { beam, diffuse } = sky.irradiance(second + QUARTER / 2);
		sum += (beam + diffuse) * QUARTER;
	}
	return sum / 3_600_000;
}
