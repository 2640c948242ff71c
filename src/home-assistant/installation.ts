import { type Component, PAYLOAD_AVAILABLE, PAYLOAD_NOT_AVAILABLE, PAYLOAD_UNKNOWN } from "ha-mqtt-discovery";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Topics } from "#model/plant/messages.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Language } from "#texts/say.ts";
import type { Entity, EntityFamily, Shows } from "./entities/entity.ts";
import * as families from "./entities/index.ts";
import { OLDEST_SHAPE, type Shape, shaped } from "./shape.ts";

/** What makes the topics and ids of this installation unique. */
export interface Installation extends Shows {
	/** The installation id. It never changes. */
	readonly installation: string;
	readonly base_topic: string;
	readonly discovery_prefix: string;
	readonly version: string;
	readonly language: Language;
	/** Topics of devices beyond the broker. */
	readonly devices?: Topics;
	/** The device's name and model in Home Assistant, where the owner gave them. */
	readonly device_name?: string;
	readonly device_model?: string;
	/** Where a browser in the house finds the page, where the owner said so. */
	readonly page_url?: string;
	/** Ids in Home Assistant that entities take over from a former controller, by platform and key: `sensor/tank_temperature`. */
	readonly entity_ids?: Readonly<Record<string, string>>;
}

type TopicParts = "installation" | "base_topic" | "discovery_prefix" | "devices";

/** One retained message. */
export interface Shown {
	readonly topic: string;
	readonly payload: string;
	/** Seconds. At most one message in this time, unless the state itself changed. */
	readonly min_interval?: number;
	readonly noise?: number;
	/** Where it is there, the message waits until this changes. */
	readonly news?: string;
}

/** Begins every id of ours in Home Assistant. */
export const DEVICE_SLUG = "solar_heating";

/** Those whose keys are made of the ids that the owner chose, and were so from the first release on. */
const BY_ID: ReadonlySet<EntityFamily> = new Set([
	families.outputSwitches,
	families.outputFaults,
	families.outputReasons,
	families.outputRuns,
	families.sensorValues,
	families.sensorFaults,
]);

/** All that is about the app and its broker, and not about the plant. */
const OF_CONTROLLER: ReadonlySet<EntityFamily> = new Set([
	families.auditTrail,
	families.brokerConnection,
	families.brokerProblem,
	families.brokerWatch,
	families.credentialsAge,
	families.proofs,
	families.security,
]);

/** All entities of a plant, each with a key of its own: where an owner's id is one of ours, ours is left out. */
export function entitiesOf(plant: Plant, language: Language, shows: Shows = {}): readonly Entity[] {
	const all = Object.values(families).map((family) => ({
		family,
		entities: family(plant, language, shows).map(
			(one): Entity => (OF_CONTROLLER.has(family) ? { ...one, on: "controller" } : one),
		),
	}));
	const taken = new Map<string, Entity>();
	for (const first of [true, false])
		for (const { family, entities } of all)
			if (BY_ID.has(family) === first) for (const one of entities) if (!taken.has(one.key)) taken.set(one.key, one);
	return all.flatMap(({ entities }) => entities.filter((one) => taken.get(one.key) === one));
}

/** The topics of an installation. `broker acl` uses these too. */
export const topicsOf = ({ installation, base_topic, discovery_prefix, devices }: Pick<Installation, TopicParts>) => {
	const root = `${base_topic}/${installation}`;
	return {
		root,
		availability: `${root}/availability`,
		busAvailability: (bus: string) => `${root}/${bus}/availability`,
		state: (key: string) => `${root}/${key}`,
		attributes: (key: string) => `${root}/${key}/attributes`,
		command: (key: string) => `${root}/${key}/set`,
		commands: `${root}/+/set`,
		discovery: `${discovery_prefix}/device/${installation}/${DEVICE_SLUG}/config`,
		birth: `${discovery_prefix}/status`,
		...(devices !== undefined && { devices }),
	};
};

/**
 * An entity in Home Assistant's discovery. Topics for state, attributes and commands exist only where the entity has them.
 */
export function componentOf(
	house: Pick<Installation, TopicParts | "entity_ids">,
	entity: Entity,
	shape: Shape = OLDEST_SHAPE,
): Component {
	const { platform, with: more } = shaped(entity.platform, shape);
	const { key, name, bus, state, attributes, occurrences, command, component } = entity;
	const topics = topicsOf(house);
	const app = { topic: topics.availability };
	return {
		platform,
		unique_id: `${DEVICE_SLUG}_${house.installation}_${key}`,
		default_entity_id: house.entity_ids?.[`${platform}/${key}`] ?? `${platform}.${DEVICE_SLUG}_${words(key)}`,
		// Home Assistant then calls it as its device.
		name: name === "" ? null : name,
		availability: bus === undefined ? [app] : [app, { topic: topics.busAvailability(bus) }],
		...(attributes && { json_attributes_topic: topics.attributes(key) }),
		...(platform === "water_heater"
			? topicsOfHeater(entity, topics)
			: {
					...((state || occurrences) && { state_topic: topics.state(key) }),
					...(command && { command_topic: topics.command(key) }),
				}),
		...component,
		...more,
		// The compiler does not know which topics a platform needs. The contract tests check every component.
	} as Component;
}

/** A water heater has no topic of its own for its temperatures. */
const topicsOfHeater = ({ key, temperatures }: Entity, { state, command }: ReturnType<typeof topicsOf>) => ({
	mode_state_topic: state(key),
	mode_command_topic: command(key),
	power_command_topic: command(key),
	...(temperatures && {
		temperature_state_topic: state(temperatures.target),
		temperature_command_topic: command(temperatures.target),
		current_temperature_topic: state(temperatures.current),
	}),
});

/** An entity id may have only single underscores between words. An owner's id may have more. */
const words = (key: string) => key.replace(/_+/g, "_").replace(/_$/, "");

/** All messages of a snapshot: availability, state and attributes. An entity that throws is left out and reported. */
export function picture(
	house: Installation,
	entities: readonly Entity[],
	snapshot: Snapshot,
	failed: (key: string, bug: unknown) => void,
): readonly Shown[] {
	const topics = topicsOf(house);
	const states: Shown[] = [];
	const attributes: Shown[] = [];
	for (const entity of entities) {
		const { min_interval, noise } = entity;
		try {
			const news = entity.news?.(snapshot);
			const paced = {
				...(min_interval !== undefined && { min_interval }),
				...(noise !== undefined && { noise }),
				...(news !== undefined && { news }),
			};
			if (entity.state)
				states.push({ topic: topics.state(entity.key), payload: text(entity.state(snapshot)), ...paced });
			if (entity.attributes)
				attributes.push({
					topic: topics.attributes(entity.key),
					payload: JSON.stringify(entity.attributes(snapshot)),
					...paced,
				});
		} catch (bug) {
			failed(entity.key, bug);
		}
	}
	// States before attributes, because a broker takes only so many messages at a time.
	return [...availabilities(house, snapshot), ...states, ...attributes];
}

const text = (state: string | number | undefined) => (state === undefined ? PAYLOAD_UNKNOWN : String(state));

function availabilities(house: Installation, { plant, findings }: Snapshot): Shown[] {
	const topics = topicsOf(house);
	const lost = new Set(findings.filter((f) => f.code === "device_lost").map((f) => f.facts["bus"]));
	const buses = new Set([...plant.sensors, ...plant.outputs].map((x) => x.bus));
	return [
		{ topic: topics.availability, payload: PAYLOAD_AVAILABLE },
		...[...buses].map((bus) => ({
			topic: topics.busAvailability(bus),
			payload: lost.has(bus) ? PAYLOAD_NOT_AVAILABLE : PAYLOAD_AVAILABLE,
		})),
	];
}
