import { assembled, type DeviceInput, type DeviceMessage } from "ha-mqtt-discovery";
import type { Plant } from "#model/plant/plant.ts";
import { type Language, say } from "#texts/say.ts";
import type { Entity } from "./entities/entity.ts";
import { componentOf, DEVICE_SLUG, type Installation, topicsOf } from "./installation.ts";
import { placed } from "./places.ts";
import { OLDEST_SHAPE, type Shape } from "./shape.ts";

/** Seconds. A command that the broker could not deliver for so long is no longer what a person wants. */
const COMMAND_EXPIRY = 60;
const MANUFACTURER = "Solar Heating";

/** The messages that announce all devices and entities: the plant's first. The contract tests check what they may contain. */
export const discoveryOf = (
	house: Installation,
	plant: Plant,
	entities: readonly Entity[],
	shape: Shape = OLDEST_SHAPE,
): readonly DeviceMessage[] => devicesOf(house, plant, entities, shape).map(assembled);

/** The devices in the form of the discovery library: one with children, or one for each place, as the shape has it. */
export function devicesOf(
	house: Installation,
	plant: Plant,
	entities: readonly Entity[],
	shape: Shape = OLDEST_SHAPE,
): readonly DeviceInput[] {
	const { installation, discovery_prefix, version, language } = house;
	const name = house.device_name ?? say(language, "entity", "device");
	const { own, children } = placed(plant, entities, language, name);
	const id = `${DEVICE_SLUG}_${installation}`;
	const componentsOf = (its: readonly Entity[]) =>
		Object.fromEntries(its.map((e) => [e.key, componentOf(house, e, shape)]));
	const common = {
		discovery_prefix,
		node_id: installation,
		origin: { name: "solar-heating", sw_version: version },
		availability: [{ topic: topicsOf(house).availability }],
		...(shape.expiry && { message_expiry_interval: COMMAND_EXPIRY }),
	};
	const plants: DeviceInput = {
		...common,
		device_id: DEVICE_SLUG,
		device: {
			identifiers: [id],
			name,
			manufacturer: MANUFACTURER,
			model: house.device_model ?? modelOf(plant, language),
			sw_version: version,
			serial_number: installation,
			...(house.page_url !== undefined && { configuration_url: house.page_url }),
		},
		components: componentsOf(own),
	};
	if (children.length === 0) return [plants];
	const below = children.map((child) => ({
		device_id: `${DEVICE_SLUG}_${child.key}`,
		identifiers: [`${id}_${child.key}`],
		name: child.name,
		components: componentsOf(child.entities),
	}));
	if (shape.children) return [{ ...plants, child_devices: below.map(({ device_id: _, ...child }) => child) }];
	return [
		plants,
		...below.map(({ device_id, identifiers, components, name: part }) => ({
			...{ ...common, device_id, components },
			// Devices stand in one list there, so the name says of which plant this is.
			device: { identifiers, name: `${name} ${part}`, manufacturer: MANUFACTURER, via_device: id },
		})),
	];
}

const modelOf = ({ sensors, outputs }: Plant, language: Language) =>
	say(language, "entity", "model", { sensors: sensors.length, outputs: outputs.length });
