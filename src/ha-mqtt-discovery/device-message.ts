import { compact, compactObject, type Json, type JsonObject, ordered } from "./compact.ts";
import { type Component, componentSchema, type Platform } from "./component.ts";
import { type DeviceFrame, deviceFrame } from "./device.ts";
import { discoveryId } from "./ids.ts";
import { DISCOVERY_PREFIX } from "./payloads.ts";
import { type Problem, problem, problemsOf } from "./problem.ts";

/** A device with its entities, as one writes it by hand. */
export interface DeviceInput extends Readonly<DeviceFrame> {
	/** By key: a stable id of the entity within its device. */
	readonly components: Readonly<Record<string, Component>>;
}

/** What is retained on `topic`. */
export interface DeviceMessage {
	/** `<prefix>/device/[<node id>/]<device id>/config` */
	readonly topic: string;
	readonly payload: DevicePayload;
}
export interface DevicePayload {
	readonly availability: Json;
	readonly availability_mode: "all";
	readonly components: Readonly<Record<string, ComponentPayload>>;
	readonly device: JsonObject;
	readonly origin: JsonObject;
	/** Home Assistant subscribes and sends its commands with it: at least once, so commands must bear a repetition. */
	readonly qos: 1;
}
export type ComponentPayload = JsonObject & { readonly platform: Platform; readonly unique_id: string };

export type DeviceResult =
	| { readonly kind: "ok"; readonly message: DeviceMessage }
	| { readonly kind: "invalid"; readonly problems: readonly Problem[] };

/** The message that makes a device known, or everything that is wrong with it. */
export const deviceMessage = (input: DeviceInput): DeviceResult => {
	const { components, ...frame } = input;
	const parsed = deviceFrame.safeParse(frame);
	const judged = Object.entries(components ?? {}).map(([key, component]) => judge(key, component));
	const entities = judged.filter((one) => one.kind === "ok");
	const problems = [
		...(parsed.success ? [] : problemsOf(parsed.error, frame, [])),
		...judged.flatMap((one) => (one.kind === "ok" ? [] : one.problems)),
		...(judged.length === 0
			? [problem(["components"], components, "give at least one component, or leave the device out")]
			: []),
		...doubled(entities),
		...(parsed.success ? namedLike(parsed.data.device.name, entities) : []),
	];
	if (!parsed.success || problems.length > 0) return { kind: "invalid", problems };
	return { kind: "ok", message: messageOf(parsed.data, entities) };
};

interface Entity {
	readonly kind: "ok";
	readonly key: string;
	readonly name: string | null;
	readonly payload: ComponentPayload;
}
const judge = (
	key: string,
	component: unknown,
): Entity | { readonly kind: "invalid"; readonly problems: readonly Problem[] } => {
	const at = ["components", key];
	const id = discoveryId.safeParse(key);
	const parsed = componentSchema.safeParse(component);
	if (id.success && parsed.success) {
		const { platform, unique_id, name } = parsed.data;
		return { kind: "ok", key, name, payload: { ...compactObject(parsed.data), platform, unique_id } };
	}
	const problems = [
		...(id.success ? [] : id.error.issues.map((issue) => problem(at, key, issue.message))),
		...(parsed.success ? [] : problemsOf(parsed.error, component, at)),
	];
	return { kind: "invalid", problems };
};

/** Home Assistant ignores the second entity with an id that it has already. */
const doubled = (entities: readonly Entity[]) => {
	const owners = new Map<string, string>();
	return entities.flatMap(({ key, payload: { unique_id } }) => {
		const owner = owners.get(unique_id);
		if (owner === undefined) owners.set(unique_id, key);
		return owner === undefined
			? []
			: [problem(["components", key, "unique_id"], unique_id, `use another id: ${owner} has this one`)];
	});
};

/** Home Assistant puts the device's name before the entity's, so a person would read it twice. */
const namedLike = (device: string, entities: readonly Entity[]) =>
	entities
		.filter(({ name }) => name?.toLowerCase().includes(device.toLowerCase()))
		.map(({ key, name }) =>
			problem(
				["components", key, "name"],
				name,
				`leave "${device}" out: Home Assistant puts the device's name before it`,
			),
		);

const messageOf = (frame: DeviceFrame, entities: readonly Entity[]): DeviceMessage => {
	const { discovery_prefix = DISCOVERY_PREFIX, node_id, device_id, device, origin, availability } = frame;
	const node = node_id === undefined ? "" : `${node_id}/`;
	return {
		topic: `${discovery_prefix}/device/${node}${device_id}/config`,
		payload: {
			availability: compact(availability),
			availability_mode: "all",
			components: ordered(
				entities.map(({ key, payload }) => [key, payload]),
				(payload) => payload,
			),
			device: compactObject(device),
			origin: compactObject(origin),
			qos: 1,
		},
	};
};
