import * as z from "zod";
import { loadedLater } from "../bus/loaded-later.ts";
import { driver } from "../driver.ts";
import { spotAt } from "./address.ts";
import { MQTT } from "./declared.ts";

/** Values that other devices publish at the house's broker: `mqtt:TOPIC`, or `mqtt:TOPIC#/json/pointer`. */
export const mqtt = driver({
	scheme: "mqtt",
	// The group of this name is the broker's.
	options: z.object({}),
	offers: { sensors: true, outputs: false },
	vague: true,
	remote: true,
	place: (address) => (spotAt(address) === undefined ? undefined : { device: "", channel: address }),
	topics(address) {
		const spot = spotAt(address);
		return { read: spot === undefined ? [] : [spot.topic], write: [] };
	},
	open: (_device, channels, _options, ports) =>
		loadedLater(MQTT, async () => new (await import("./sensors.ts")).MqttSensors(channels, ports)),
});
