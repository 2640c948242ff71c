import { assembled, type ComponentPayload, type DeviceInput, type DeviceMessage } from "./message/assembled.ts";
import { compactObject } from "./message/compact.ts";
import { componentSchema } from "./schema/component.ts";
import { childDeviceFrame, deviceFrame } from "./schema/device.ts";
import { discoveryId } from "./schema/ids.ts";
import { type Problem, problem, problemsOf } from "./schema/problem.ts";
import { treatmentOf } from "./treatment/message.ts";
import type { Treatment } from "./treatment/reading.ts";

export type DeviceResult =
	| { readonly kind: "ok"; readonly message: DeviceMessage }
	| {
			readonly kind: "invalid";
			readonly problems: readonly Problem[];
			/** What Home Assistant would make of it anyway; `taken` if only this library objects. */
			readonly treatment: Treatment;
	  };

/** The message that makes a device known, or everything that is wrong with it. */
export const deviceMessage = (input: DeviceInput): DeviceResult => {
	const { components, child_devices = [], ...frame } = input;
	const parsed = deviceFrame.safeParse(frame);
	const places = [
		{ at: ["components"], components: components ?? {} },
		...child_devices.map((child, n) => ({ at: ["child_devices", n, "components"], components: child.components })),
	];
	const judged = places.flatMap(({ at, components: its }) =>
		Object.entries(its).map(([key, component]) => judge([...at, key], key, component)),
	);
	const entities = judged.filter((one) => one.kind === "ok");
	const problems = [
		...(parsed.success ? [] : problemsOf(parsed.error, frame, [])),
		...judged.flatMap((one) => (one.kind === "ok" ? [] : one.problems)),
		...(judged.length === 0
			? [problem(["components"], components, "give at least one component, or leave the device out")]
			: []),
		...child_devices.flatMap(({ components: _, ...child }, n) => childProblems(child, n)),
		...doubled(entities),
		...alike(input),
		...namesakes(entities),
		...(parsed.success ? namedLike(parsed.data.device.name, entities) : []),
	];
	if (!parsed.success || problems.length > 0) return { kind: "invalid", problems, treatment: treatmentOf(input) };
	return { kind: "ok", message: assembled(input) };
};

interface Entity {
	readonly kind: "ok";
	readonly at: readonly PropertyKey[];
	readonly key: string;
	readonly name: string | null;
	readonly payload: ComponentPayload;
}
const judge = (
	at: readonly PropertyKey[],
	key: string,
	component: unknown,
): Entity | { readonly kind: "invalid"; readonly problems: readonly Problem[] } => {
	const id = discoveryId.safeParse(key);
	const parsed = componentSchema.safeParse(component);
	if (id.success && parsed.success) {
		const { platform, unique_id, name } = parsed.data;
		return { kind: "ok", at, key, name, payload: { ...compactObject(parsed.data), platform, unique_id } };
	}
	const problems = [
		...(id.success ? [] : id.error.issues.map((issue) => problem(at, key, issue.message))),
		...(parsed.success ? [] : problemsOf(parsed.error, component, at)),
	];
	return { kind: "invalid", problems };
};

/** Home Assistant ignores a second entity with the same id. */
const doubled = (entities: readonly Entity[]) => {
	const owners = new Map<string, string>();
	return entities.flatMap(({ at, key, payload: { unique_id } }) => {
		const owner = owners.get(unique_id);
		if (owner === undefined) owners.set(unique_id, key);
		return owner === undefined
			? []
			: [problem([...at, "unique_id"], unique_id, `use another id: ${owner} has this one`)];
	});
};

/** Home Assistant puts the device's name before the entity's, so it would be shown twice. */
const namedLike = (device: string, entities: readonly Entity[]) =>
	entities
		.filter(({ name }) => name?.toLowerCase().includes(device.toLowerCase()))
		.map(({ at, name }) =>
			problem([...at, "name"], name, `leave "${device}" out: Home Assistant puts the device's name before it`),
		);

/** Home Assistant shows both, and nobody can tell which is which. */
const namesakes = (entities: readonly Entity[]) => {
	const names = new Map<string, string>();
	return entities.flatMap(({ at, key, name }) => {
		const called = JSON.stringify([at.slice(0, -1), name]);
		const owner = names.get(called);
		if (owner === undefined) names.set(called, key);
		return owner === undefined ? [] : [problem([...at, "name"], name, `use another name: ${owner} has this one`)];
	});
};

const childProblems = (child: unknown, n: number): readonly Problem[] => {
	const parsed = childDeviceFrame.safeParse(child);
	return parsed.success ? [] : problemsOf(parsed.error, child, ["child_devices", n]);
};

/** Home Assistant refuses the whole message if two parts of it have an id, or two entities a key, in common. */
const alike = ({ device, components, child_devices = [] }: DeviceInput): readonly Problem[] => {
	const ids = new Set<unknown>(device?.identifiers ?? []);
	const keys = new Set(Object.keys(components ?? {}));
	return child_devices.flatMap((child, n) => {
		const at = ["child_devices", n];
		const again = child.identifiers.filter((id) => ids.has(id));
		const twice = Object.keys(child.components).filter((key) => keys.has(key));
		for (const id of child.identifiers) ids.add(id);
		for (const key of Object.keys(child.components)) keys.add(key);
		return [
			...again.map((id) => problem([...at, "identifiers"], id, "use an id that no other part of the device has")),
			...twice.map((key) =>
				problem([...at, "components", key], key, "use a key that no other entity of the device has"),
			),
		];
	});
};
