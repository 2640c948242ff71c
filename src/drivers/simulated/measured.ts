import type { House } from "#simulation/house.ts";
import { REFERENCE_HEIGHT } from "#simulation/store/tank.ts";
import type { Sensed } from "./address.ts";

/** What is to be measured there. Undefined where the house has no such part. */
export function measured(house: House, sensed: Sensed): number | undefined {
	const { fields, stoves, stores, branches } = house.layout;
	switch (sensed.kind) {
		case "outlet":
			return of(fields, sensed.part, "collector")?.sensed ?? stoves.get(sensed.part ?? "")?.outlet;
		case "back":
			return of(branches, sensed.part, "collector")?.returning;
		case "irradiance":
			return of(fields, sensed.part, "collector")?.irradiance;
		case "water":
			return of(stores, sensed.part, "tank")?.at(sensed.height ?? REFERENCE_HEIGHT);
		case "flow":
			return house.flow(sensed.of);
		case "air":
			return sensed.air === "outdoor_air" ? house.outdoor_air : house.air[sensed.air];
	}
}

/** The part with this id. An address without a part means the usual one, or the first. */
const of = <T>(parts: ReadonlyMap<string, T>, part: string | undefined, usual: string): T | undefined =>
	part === undefined ? (parts.get(usual) ?? [...parts.values()][0]) : parts.get(part);
