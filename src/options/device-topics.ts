import type { Topics } from "#model/plant/messages.ts";
import { placed } from "./plant/plant-of.ts";
import type { Options } from "./root.ts";

/** Topic filters of all devices beyond the broker that these options name: what the app reads and writes there. */
export function deviceTopics(options: Options): Topics {
	const places = [
		...options.sensors.map(({ source }) => placed(source, "sensors", options)),
		...options.outputs.map(({ target }) => placed(target, "outputs", options)),
	];
	const all = places.flatMap((place) => place?.driver.topics?.(place.address) ?? []);
	return { read: sorted(all.flatMap(({ read }) => read)), write: sorted(all.flatMap(({ write }) => write)) };
}

const sorted = (filters: readonly string[]): readonly string[] => [...new Set(filters)].sort();
