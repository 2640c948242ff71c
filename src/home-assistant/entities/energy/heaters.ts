import { heaterEnergy, isMetered } from "#energy/figures/heaters.ts";
import { outputName } from "#texts/names.ts";
import { say } from "#texts/say.ts";
import type { EntityFamily } from "../entity.ts";
import { energyOf, powerOf, uncertain } from "./sensor.ts";

/** What each electric heater takes: an individual device of the Energy dashboard. */
export const heaterEnergies: EntityFamily = (plant, language) =>
	plant.outputs
		.filter((output) => isMetered(output, plant))
		.flatMap((heater) => {
			const name = outputName(plant, heater, language);
			return [
				energyOf(
					`${heater.id}_used_energy`,
					say(language, "entity", "used_energy", { name }),
					"enabled",
					(s) => heaterEnergy(heater, s)?.energy?.total,
					{
						attributes: (s) => {
							const told = heaterEnergy(heater, s);
							return { boundary: "electricity", by: told?.by ?? "unknown", ...uncertain(told?.uncertainty) };
						},
					},
				),
				powerOf(
					`${heater.id}_used_power`,
					say(language, "entity", "used_power", { name }),
					"disabled",
					(s) => heaterEnergy(heater, s)?.power,
				),
			];
		});
