import { describedCircuits, isField, isTank } from "#model/plant/circuit.ts";
import type { Part, Plant, Sensor } from "#model/plant/plant.ts";
import { partName, sensorName } from "#texts/names.ts";
import { type Language, say } from "#texts/say.ts";
import { type Card, type EntitiesShown, section } from "./entities-shown.ts";

/** Drawn from 0 to 100 °C. */
const GAUGE = { features_position: "inline", features: [{ type: "bar-gauge", min: 0, max: 100 }] };
const keyOf = ({ id, quantity }: Sensor) => `${id}_${quantity}`;

/** Each tank: its layers from the top to the bottom, what it holds, and its day. */
export const tankSections = (shown: EntitiesShown, plant: Plant, language: Language): readonly Card[] =>
	plant.parts.filter(isTank).flatMap((tank) => {
		const sensors = fromTheTop(tank);
		const name = (sensor: Sensor) => shortName(plant, sensor, language);
		const held = ["usable_water", "stored_energy", "stratification", "drawn_heat", "lost_heat"].flatMap((what) => [
			...shown.tile(`${what}_${tank.id}`),
			...(plant.parts.filter(isTank).length > 1 ? [] : shown.tile(what)),
		]);
		return section(partName(plant, tank, language), "mdi:storage-tank", [
			...sensors.flatMap((s) => shown.tile(keyOf(s), { name: name(s), ...GAUGE, grid_options: { columns: 12 } })),
			...held,
			...shown.history(sensors.map((s) => [keyOf(s), name(s)])),
		]);
	});

/** What is not a layer first: its height is not known. */
const fromTheTop = ({ sensors }: Part): readonly Sensor[] =>
	[...sensors].sort((a, b) => (b.height ?? Number.POSITIVE_INFINITY) - (a.height ?? Number.POSITIVE_INFINITY));

/** `140 cm` under the tank's heading, where its owner gave no other name. */
const shortName = (plant: Plant, sensor: Sensor, language: Language): string =>
	sensor.name === undefined && sensor.height !== undefined
		? `${sensor.height} cm`
		: sensorName(plant, sensor, language);

/** Fields, stoves and consumers with what moves their heat. */
export function circuitSection(shown: EntitiesShown, plant: Plant, language: Language): readonly Card[] {
	const sensors = circuitSensors(plant);
	const name = (sensor: Sensor) => sensorName(plant, sensor, language);
	return section(say(language, "dashboard", "collectors"), "mdi:sun-thermometer", [
		...sensors.flatMap((s) => shown.tile(keyOf(s), { name: name(s) })),
		...shown.tile("collector_tank_difference"),
		...describedCircuits(plant).flatMap(({ id }) => shown.tile(`${id}_runs`)),
		...shown.history(circuitTemperatures(plant).map((s) => [keyOf(s), name(s)])),
	]);
}

const IN_PIPES: ReadonlySet<string> = new Set([
	"collector",
	"flow_line",
	"return_line",
	"flow",
	"irradiance",
	"pressure",
]);

function circuitSensors(plant: Plant): readonly Sensor[] {
	const ofTanks = new Set<string>(plant.parts.filter(isTank).flatMap(({ sensors }) => sensors.map(({ id }) => id)));
	const ofParts = new Set<string>(plant.parts.flatMap(({ sensors }) => sensors.map(({ id }) => id)));
	return plant.sensors.filter(({ id, role }) => !ofTanks.has(id) && (ofParts.has(id) || IN_PIPES.has(role)));
}

/** Fields, and the tanks that they charge. */
const circuitTemperatures = ({ parts }: Plant): readonly Sensor[] =>
	parts.flatMap((part) => ((isField(part) || isTank(part)) && part.sensor !== undefined ? [part.sensor] : []));

/** The air, ventilation and whatever else is measured. */
export function otherSection(shown: EntitiesShown, plant: Plant, language: Language): readonly Card[] {
	const above = new Set<string>(
		[...circuitSensors(plant), ...plant.parts.flatMap(({ sensors }) => sensors)].map(({ id }) => id),
	);
	const others = plant.sensors.filter(({ id }) => !above.has(id));
	return section(say(language, "dashboard", "others"), "mdi:thermometer", [
		...others.flatMap((s) => shown.tile(keyOf(s), { name: sensorName(plant, s, language) })),
		...["heat_recovery_supply", "heat_recovery_exhaust"].flatMap((key) => shown.tile(key)),
	]);
}
