import { type Celsius, celsius, type Litres, litres, type Watts, watts } from "#model/quantities/units.ts";
import { COPPER_18, type PipeDesign } from "./flow/pipe.ts";
import { type CollectorType, FLAT_PLATE } from "./heat/collector.ts";
import { CLIMATES, type Climate } from "./weather/climate.ts";

/** Where and when a plant is. */
export interface SiteDesign {
	readonly climate: Climate;
	/** Degrees north. Default: the climate's. */
	readonly latitude?: number;
	/** 0 is a cloudless year, 1 the clouds of the climate. */
	readonly cloudiness: number;
	readonly seed: number;
	/** Solar time. */
	readonly start: { readonly day_of_year: number; readonly hour: number };
}

/** Everything that distinguishes one simulated plant of one field and one tank from another. */
export interface PlantDesign extends SiteDesign {
	/** Tilt of the collector in degrees. Default: usual in the climate. */
	readonly slope?: number;
	readonly collector: CollectorType;
	/** m². */
	readonly collector_area: number;
	/** L/h per m² of collector at full speed. */
	readonly flow: number;
	readonly pipe: PipeDesign;
	readonly tank_volume: Litres;
	/** At the start. */
	readonly tank_bottom: Celsius;
	readonly tank_top: Celsius;
	readonly heater_power: Watts;
	/** Hot water per day, at the tap. */
	readonly daily_draw: Litres;
}

/** A family's plant near Stockholm. */
export const OWNERS_PLANT: PlantDesign = {
	climate: CLIMATES.stockholm,
	cloudiness: 1,
	seed: 1,
	start: { day_of_year: 172, hour: 9 },
	collector: FLAT_PLATE,
	collector_area: 5.5,
	flow: 40,
	pipe: COPPER_18,
	tank_volume: litres(360),
	tank_bottom: celsius(20),
	tank_top: celsius(45),
	heater_power: watts(3000),
	daily_draw: litres(200),
};
