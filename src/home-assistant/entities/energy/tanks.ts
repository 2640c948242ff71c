import { isDrawnMetered, isStored, tankHeat } from "#energy/figures/tanks.ts";
import type { Part } from "#model/plant/plant.ts";
import { partName } from "#texts/names.ts";
import { say } from "#texts/say.ts";
import { atPart } from "../../places.ts";
import type { Entity, EntityFamily } from "../entity.ts";
import { detailOf, energyOf, fixed, storedOf, uncertain, usableOf } from "./sensor.ts";

/** What is in each tank that has enough sensors. Unknown while one of them is lost. */
export const tankEnergy: EntityFamily = (plant, language) => {
	const tanks = plant.parts.filter((part) => isStored(part, plant));
	return tanks.flatMap((tank) => {
		const several = tanks.length > 1;
		const key = (what: string) => (several ? `${what}_${tank.id}` : what);
		const name = (what: "stored_energy" | "usable_water" | "stratification" | "drawn_heat" | "lost_heat") =>
			several
				? say(language, "entity", `${what}_of`, { name: partName(plant, tank, language) })
				: say(language, "entity", what);
		return onTank(tank, [
			usableOf(key("usable_water"), name("usable_water"), (s) => tankHeat(tank, s)?.usable, {
				attributes: (s) => ({ lost: tankHeat(tank, s)?.lost ?? [] }),
			}),
			storedOf(key("stored_energy"), name("stored_energy"), (s) => tankHeat(tank, s)?.kwh),
			detailOf(key("stratification"), name("stratification"), "K", (s) => fixed(tankHeat(tank, s)?.stratification, 1)),
			...(isDrawnMetered(tank, plant)
				? [
						energyOf(key("drawn_heat"), name("drawn_heat"), "disabled", (s) => tankHeat(tank, s)?.drawn?.total, {
							attributes: (s) => ({ boundary: "drawn", ...uncertain(tankHeat(tank, s)?.drawn_uncertainty) }),
						}),
					]
				: []),
			energyOf(key("lost_heat"), name("lost_heat"), "disabled", (s) => tankHeat(tank, s)?.loss?.heat.total, {
				attributes: (s) => ({ boundary: "lost", ...uncertain(tankHeat(tank, s)?.loss?.uncertainty) }),
			}),
		]);
	});
};

const onTank = (tank: Part, entities: readonly Entity[]): readonly Entity[] =>
	entities.map((one) => ({ ...one, ...atPart(tank) }));
