import type { Site } from "#drivers/simulated/house.ts";
import { OWNERS_PLANT } from "#simulation/design.ts";
import { glycol } from "#simulation/flow/fluid.ts";
import { CLIMATES, type Place } from "#simulation/weather/climate.ts";

export const PLACES = Object.keys(CLIMATES) as readonly Place[];

/** Share of propylene glycol in the collectors' fluid. */
const GLYCOL = 0.4;

/** A place from the first of January on, with the household of the demo. Parts say what is known of them themselves. */
export const siteOf = (place: Place, seed = 1): Site => ({
	climate: CLIMATES[place],
	seed,
	cloudiness: 1,
	start: { day_of_year: 1, hour: 0 },
	collector_area: OWNERS_PLANT.collector_area,
	fluid: glycol(GLYCOL),
});
