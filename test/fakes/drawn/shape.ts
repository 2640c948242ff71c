import type { Level } from "#model/plant/level.ts";
import type { Output } from "#model/plant/plant.ts";
import { percent, seconds } from "#model/quantities/units.ts";
import type { Dice } from "./dice.ts";
import { ARRANGEMENTS, type Arrangement, type WideShape } from "./plant.ts";

const level = (min: number, max: number, step: number): Level => ({
	min: percent(min),
	max: percent(max),
	step: percent(step),
});

/** Any shape of a wide plant. */
export function drawShape(dice: Dice): WideShape {
	const arrangements = dice.times(dice.of(1, 1, 1, 2, 2, 3), () => drawArrangement(dice));
	return {
		arrangements,
		heaters: dice.of(0, 1, 2, 2),
		exclusive: dice.once(2),
		pump_yields: dice.once(6),
		travel: dice.of(0, 20, 120),
		least_run: dice.of(0, 0, 30, 120),
		least_rest: dice.of(0, 0, 30, 120),
		starts_per_hour: dice.of(0, 0, 0, 2, 4),
		even: dice.once(3),
		layers: dice.once(3),
		own: dice.once(3),
	};
}

function drawArrangement(dice: Dice): Arrangement {
	const kind = dice.of(...ARRANGEMENTS, "diverters", "tank_zones", "cross");
	return {
		kind,
		width: dice.of(2, 2, 3, 4),
		pump: drawPump(dice),
		zone_rest: dice.of("load_off", "load_off", "hold", "load_on"),
	};
}

function drawPump(dice: Dice): Partial<Output> {
	const speeds = dice.of<Level | undefined>(undefined, level(30, 100, 5), level(20, 80, 10), level(1, 100, 1));
	const kick = speeds !== undefined && dice.once(2) ? { kick: seconds(dice.of(10, 60)) } : {};
	const band = speeds !== undefined && dice.once(3) ? { dead_band: percent(10) } : {};
	const rest = dice.once(8) ? ({ rest: dice.of("load_on", "hold") } as const) : {};
	return { ...(speeds === undefined ? {} : { level: speeds }), ...kick, ...band, ...rest };
}
