import type { Site } from "#drivers/simulated/house.ts";
import { OWNERS_PLANT } from "#simulation/design.ts";
import { glycol } from "#simulation/flow/fluid.ts";
import { CLIMATES, type Place } from "#simulation/weather/climate.ts";

/** As people write them. */
export const PLACE_NAMES: Readonly<Record<Place, string>> = {
	stockholm: "Stockholm",
	wuerzburg: "Würzburg",
	davos: "Davos",
	athens: "Athens",
};

export const PLACES = Object.keys(CLIMATES) as readonly Place[];

/** Share of propylene glycol in the collectors' fluid. */
const GLYCOL = 0.4;

/** The place whose latitude is nearest; the demo's where none is given. */
export const nearestTo = (latitude: number | undefined): Place =>
	latitude === undefined
		? "stockholm"
		: PLACES.reduce((best, one) => (distance(one, latitude) < distance(best, latitude) ? one : best));
const distance = (place: Place, latitude: number) => Math.abs(CLIMATES[place].latitude - Math.abs(latitude));

/** A place from the first of January on, with the household of the demo. Parts say what is known of them themselves. */
export const siteOf = (place: Place, seed = 1): Site => ({
	climate: CLIMATES[place],
	seed,
	cloudiness: 1,
	start: { day_of_year: 1, hour: 0 },
	collector_area: OWNERS_PLANT.collector_area,
	fluid: glycol(GLYCOL),
});
