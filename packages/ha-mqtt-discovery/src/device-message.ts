import { assembled, type ComponentPayload, type DeviceInput, type DeviceMessage } from "./message/assembled.ts";
import { compactObject } from "./message/compact.ts";
import { componentSchema } from "./schema/component.ts";
import { deviceFrame } from "./schema/device.ts";
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
	if (!parsed.success || problems.length > 0) return { kind: "invalid", problems, treatment: treatmentOf(input) };
	return { kind: "ok", message: assembled(input) };
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

/** Home Assistant ignores a second entity with the same id. */
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

/** Home Assistant puts the device's name before the entity's, so it would be shown twice. */
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
