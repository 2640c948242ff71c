import { isSunMetered, type SunHeat, sunHeat } from "#energy/figures/sun.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { say } from "#texts/say.ts";
import { atPart, onlyPart } from "../../places.ts";
import type { Attributes, EntityFamily } from "../entity.ts";
import { energyOf, powerOf, uncertain } from "./sensor.ts";

const PERIODS = ["today", "total", "month", "year"] as const;
const KEYS = {
	today: "solar_heat_today",
	total: "solar_heat",
	month: "solar_heat_month",
	year: "solar_heat_year",
} as const;

/** The heat of all collectors, where it can be told. */
export const sunEnergy: EntityFamily = (plant, language) => {
	if (!isSunMetered(plant)) return [];
	const entities = [
		powerOf("solar_power", say(language, "entity", "solar_power"), "enabled", (s) => sunHeat(s)?.power, { attributes }),
		...PERIODS.map((period) =>
			energyOf(
				KEYS[period],
				say(language, "entity", KEYS[period]),
				period === "today" ? "enabled" : "disabled",
				(snapshot) => sunHeat(snapshot)?.heat?.[period],
				{ attributes },
			),
		),
	];
	return entities.map((one) => ({ ...one, ...atPart(onlyPart(plant, "collector")) }));
};

/** Where it is measured, and how far it may be wrong. Nothing that changes by the minute. */
function attributes(snapshot: Snapshot): Attributes {
	const { boundary, uncertainty }: Partial<SunHeat> = sunHeat(snapshot) ?? {};
	return {
		...(boundary !== undefined && { boundary }),
		...uncertain(uncertainty),
	};
}
