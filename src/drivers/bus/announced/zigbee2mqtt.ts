import { fieldOf, jsonIn } from "#model/untyped/untyped.ts";
import { type Announced, deviceAt, isTopic } from "./announced.ts";

/** Zigbee2MQTT keeps the list of its devices at the broker, below its base topic. With many devices it is too large to be read. */
export const zigbee2mqtt: Announced = {
	filters: ["+/bridge/devices"],
	found(topic, payload) {
		const base = topic.split("/")[0] ?? "";
		const devices = jsonIn(payload);
		if (!Array.isArray(devices)) return [];
		return devices.flatMap((device: unknown) => {
			const at = `${base}/${String(fieldOf(device, "friendly_name"))}`;
			if (fieldOf(device, "type") === "Coordinator" || !isTopic(fieldOf(device, "friendly_name")) || !isTopic(at))
				return [];
			const definition = fieldOf(device, "definition");
			const words = ["vendor", "model"]
				.map((key) => fieldOf(definition, key))
				.filter((word) => typeof word === "string");
			const exposes = fieldOf(definition, "exposes");
			const all: readonly unknown[] = Array.isArray(exposes) ? exposes : [];
			return [
				deviceAt(at, "Zigbee2MQTT", {
					...(words.length > 0 && { name: words.join(" ") }),
					sources: all.flatMap((one) => (measures(one) ? [`mqtt:${at}#/${String(fieldOf(one, "property"))}`] : [])),
					targets: all.flatMap((one) => outputsOf(one).map((output) => `zigbee2mqtt:${at}${output}`)),
				}),
			];
		});
	},
};

/** What follows the device's topic in a target: nothing for its only output, `#state_l1` for one of several. */
function outputsOf(one: unknown): readonly string[] {
	const features = fieldOf(one, "features");
	if (fieldOf(one, "type") !== "switch" || !Array.isArray(features)) return [];
	return features.flatMap((feature: unknown) => {
		const property = fieldOf(feature, "property");
		if (property === "state") return [""];
		return typeof property === "string" && /^state_[a-z0-9_]{1,40}$/i.test(property) ? [`#${property}`] : [];
	});
}

/** What a plant can use: a number with a unit. */
const UNITS: ReadonlySet<unknown> = new Set(["°C", "W", "kWh", "%", "L/min", "bar", "hPa"]);
const measures = (one: unknown): boolean =>
	fieldOf(one, "type") === "numeric" &&
	UNITS.has(fieldOf(one, "unit")) &&
	fieldOf(one, "property") !== "battery" &&
	/^[a-z0-9_]{1,60}$/i.test(String(fieldOf(one, "property")));
