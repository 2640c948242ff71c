import type { Published } from "ha-mqtt-discovery";
import type { Plant } from "#model/plant/plant.ts";
import type { Entity } from "./entities/entity.ts";
import { type Installation, topicsOf } from "./installation.ts";

/** Every topic below the root on which an installation has something retained. */
export function keptTopics(house: Installation, plant: Plant, entities: readonly Entity[]): readonly string[] {
	const topics = topicsOf(house);
	const buses = new Set([...plant.sensors, ...plant.outputs].map(({ bus }) => bus));
	return [
		topics.availability,
		...[...buses].map(topics.busAvailability),
		...entities.flatMap(({ key, state, attributes }) => [
			...(state === undefined ? [] : [topics.state(key)]),
			...(attributes === undefined ? [] : [topics.attributes(key)]),
		]),
	];
}

/**
 * Topics that are retained for something that no longer exists: a renamed sensor, a removed board, another base topic.
 * @param before the topics that were saved; of an older version's announcement only the entities are known
 */
export function leftovers(
	house: Installation,
	before: readonly string[],
	announced: readonly Published[],
	now: readonly string[],
): readonly string[] {
	const topics = topicsOf(house);
	const known = announced.flatMap(({ components }) =>
		components.flatMap(({ key }) => [topics.state(key), topics.attributes(key)]),
	);
	const standing = new Set(now);
	return [...new Set([...before, ...known])].filter((topic) => !standing.has(topic));
}
