import type { Output, Part, Plant } from "#model/plant/plant.ts";
import { OWNERS_PLANT, type PlantDesign } from "#simulation/design.ts";
import { FLAT_PLATE } from "#simulation/heat/collector.ts";
import type { FieldDesign, HouseDesign, StoreDesign, StoveDesign } from "#simulation/house-design.ts";
import { houseOf, leakOf, TANK_HEIGHT } from "#simulation/plant.ts";
import { isSimulated, nameOf } from "./named.ts";

/** A tank for hot water is warm at the top in the morning, another one is not. */
const HOT = { bottom: 20, top: 45 };
const COOL = { bottom: 20, top: 30 };
/** A pool of 4 by 5 m, with a cover. */
const POOL = { volume: 30_000, height: 1.5, leak: 300, bottom: 18, top: 18, outdoors: true };
/** The water in 40 m of pipe with insulation, indoors: half warm after an hour. */
const LINE = { volume: 20, height: 1.5, leak: 8, bottom: 25, top: 25 };
/** W to the water, and hours of a fire in the morning and one in the evening. */
const STOVE: Omit<StoveDesign, "id"> = {
	power: 9000,
	fires: [
		[6.5, 1.5],
		[18, 4],
	],
};

export type Site = Pick<PlantDesign, "seed" | "cloudiness" | "start" | "collector_area"> &
	Partial<Pick<PlantDesign, "climate" | "daily_draw" | "slope" | "tank_volume">> &
	Partial<Pick<HouseDesign, "fluid" | "relay_lag" | "latitude" | "recorded">> &
	Partial<Pick<StoreDesign, "profile">>;

/**
 * The house to simulate. A plant whose options describe no parts is the owner's: one field, one tank, `pump` and `heater`,
 * whatever sensors and outputs there are.
 */
export function designFor(plant: Plant | undefined, site: Site): HouseDesign {
	if (plant === undefined || !describesParts(plant)) return houseOf({ ...OWNERS_PLANT, ...site });
	return houseFor(plant, site, nameOf);
}

/**
 * The house that the parts and circuits of a plant describe.
 * @param nameOf what an output is called in the house
 */
export function houseFor(plant: Plant, site: Site, nameOf: (output: Output) => string): HouseDesign {
	const hot = hotWaterOf(plant);
	const { daily_draw = OWNERS_PLANT.daily_draw, profile, ...rest } = site;
	const household = { daily_draw, ...(profile === undefined ? {} : { profile }) };
	return {
		...OWNERS_PLANT,
		...rest,
		fields: plant.parts.filter(({ kind }) => kind === "collector").map((part) => fieldOf(part, site)),
		stoves: plant.parts.filter(({ kind }) => kind === "source").map(({ id }) => ({ id, ...STOVE })),
		stores: plant.parts.flatMap((part) => storeOf(part, site, part === hot ? household : undefined)),
		heaters: plant.parts.flatMap(({ id: of, heaters }) =>
			heaters.map((heater) => ({ id: nameOf(heater), of, power: plant.heater.power })),
		),
		valves: plant.outputs
			.map((output) => ({ id: nameOf(output), travel: output.travel ?? 0 }))
			.filter(({ id }) => plant.circuits.some(({ valves }) => valves.some(({ valve }) => nameOf(valve) === id))),
		lines: plant.circuits.map(({ id, from, to, pump, valves }) => ({
			id,
			from: from.id,
			to: to.id,
			pump: nameOf(pump),
			valves: valves.map(({ valve, position }) => ({ valve: nameOf(valve), position })),
		})),
	};
}

/** Whether the house is more than a field and a tank, or something is written about them or of its other addresses. */
function describesParts({ parts, circuits, outputs }: Plant): boolean {
	const written = ({ name, area, slope, azimuth, volume, height }: Part) =>
		[name, area, slope, azimuth, volume, height].some((told) => told !== undefined);
	const others = outputs.some((output) => isSimulated(output) && !AS_EVER.includes(nameOf(output)));
	return others || parts.length > 2 || circuits.length > 1 || parts.some(written);
}
const AS_EVER: readonly string[] = ["pump", "heater"];

const fieldOf = ({ id, area, slope, azimuth }: Part, site: Site): FieldDesign => ({
	id,
	area: area ?? site.collector_area,
	...(slope === undefined ? (site.slope === undefined ? {} : { slope: site.slope }) : { slope }),
	// All climates are north of the equator.
	...(azimuth === undefined ? {} : { turned: azimuth - 180 }),
	collector: FLAT_PLATE,
	flow: OWNERS_PLANT.flow,
});

function storeOf(
	{ kind, id, volume, height, use }: Part,
	{ tank_volume = OWNERS_PLANT.tank_volume }: Site,
	household: Pick<StoreDesign, "daily_draw" | "profile"> | undefined,
): readonly StoreDesign[] {
	if (use === "circulation") return [{ id, ...LINE, daily_draw: 0 }];
	if (kind === "sink") return [{ id, ...POOL, ...(volume === undefined ? {} : { volume }), daily_draw: 0 }];
	if (kind !== "tank") return [];
	const litres = volume ?? tank_volume;
	const room = { volume: litres, height: height === undefined ? TANK_HEIGHT : height / 100, leak: leakOf(litres) };
	return [{ id, ...room, ...(household === undefined ? { ...COOL, daily_draw: 0 } : { ...HOT, ...household }) }];
}

/** The tank that the household draws from: the one that is served first. */
function hotWaterOf({ parts, circuits }: Plant): Part | undefined {
	const [first] = circuits.filter(({ to }) => to.kind === "tank").toSorted((a, b) => a.priority - b.priority);
	return first?.to ?? parts.find(({ kind }) => kind === "tank");
}
