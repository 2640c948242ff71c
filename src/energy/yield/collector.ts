/**
 * A usual flat plate, per m² (EN ISO 9806): what it takes of the light, with 7 % less than straight from the front, and what it loses.
 * A plant is only compared with itself, so that another collector changes the scale and not the result.
 */
const TAKES = 0.78 * 0.93;
const LOSES = 3.5;
const BENDS = 0.015;

/** kW per m² lost to the air, which is so many K colder. */
export const lossAt = (over: number): number => (LOSES * over + BENDS * over * Math.abs(over)) / 1000;

/** kW per m² at this light in W/m². */
export const gainAt = (light: number, over: number): number => (TAKES * light) / 1000 - lossAt(over);

/** kW that a m² gives on a clear noon at most. It tells the area where the options do not. */
export const BEST = 0.65;
