import { isVentilated, type Recovery, recoveryOf } from "#energy/figures/ventilation.ts";
import { say } from "#texts/say.ts";
import type { Entity, EntityFamily } from "../entity.ts";
import { numberText } from "../number-text.ts";
import { detailOf } from "./sensor.ts";

/** How much of the difference between indoors and outdoors heat recovery keeps. Unknown while that is below 3 K. */
export const heatRecovery: EntityFamily = (plant, language) => {
	if (!isVentilated(plant)) return [];
	const percent = (share: number | undefined) => (share === undefined ? undefined : numberText(100 * share, 0));
	return (["supply", "exhaust"] as const satisfies readonly (keyof Recovery)[]).map(
		(side): Entity => ({
			...detailOf(`heat_recovery_${side}`, say(language, "entity", `heat_recovery_${side}`), "%", (s) =>
				percent(recoveryOf(s)[side]),
			),
			on: "ventilation",
		}),
	);
};
