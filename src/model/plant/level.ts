import { FULL, OFF, type Percent, percent } from "../quantities/units.ts";

/** Levels of an output while it runs, in %. Off is always possible. */
export interface Level {
	readonly min: Percent;
	readonly max: Percent;
	/** It can be set to whole multiples of this; `min` and `max` are multiples too. */
	readonly step: Percent;
}
export const SWITCH: Level = { min: FULL, max: FULL, step: FULL };

interface Driven {
	readonly level?: Level;
}

/** The lowest possible level that is at least the given one, or the highest. */
export function roundedUp({ level = SWITCH }: Driven, asked: Percent): Percent {
	const { min, max, step } = level;
	if (asked <= 0) return OFF;
	return asked <= min ? min : asked >= max ? max : percent(Math.ceil(asked / step) * step);
}

/** The highest possible level that is at most the given one. */
export function roundedDown({ level = SWITCH }: Driven, allowed: Percent): Percent {
	const { min, max, step } = level;
	if (allowed < min) return OFF;
	return allowed >= max ? max : percent(Math.floor(allowed / step) * step);
}

/** Whether the output can be driven to exactly this level. */
export const canDo = (output: Driven, level: Percent): boolean =>
	roundedUp(output, level) === level && roundedDown(output, level) === level;
