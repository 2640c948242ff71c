import * as z from "zod";
import { duration } from "#model/quantities/fields.ts";
import { seconds } from "#model/quantities/units.ts";
import { bridged } from "../bus/bridge/bridged.ts";
import { isTopic } from "../bus/bridge/mqtt-address.ts";
import { conductBeyond, driver } from "../driver.ts";
import { filtersOf, orderAt, partsOf } from "./topics.ts";

/** Plugs and relays behind Zigbee2MQTT that obey `on_time`. */
export const zigbee2mqtt = driver({
	scheme: "zigbee2mqtt",
	options: z.object({ off_after: duration(30, 600).default(seconds(120)) }),
	conduct: conductBeyond("Zigbee plug or relay at Zigbee2MQTT"),
	offers: { sensors: false, outputs: true },
	vague: true,
	// The base topic and the device's name.
	place(address) {
		const { topic, output } = partsOf(address);
		return isTopic(topic) && topic.includes("/") && !BELOW.test(topic) ? { device: topic, channel: output } : undefined;
	},
	topics(address) {
		const { topic } = partsOf(address);
		return { read: filtersOf(topic), write: [orderAt(topic, "set"), orderAt(topic, "get")] };
	},
	offAfter: ({ off_after }) => off_after,
	open: (topic, channels, { off_after }, ports) =>
		bridged(`Zigbee device at ${topic}`, channels, off_after, ports, async () => {
			const { Zigbee2MqttDialect } = await import("./dialect.ts");
			return new Zigbee2MqttDialect(topic);
		}),
});

/** Topics below a device's own, which are easily written in its place. */
const BELOW = /\/(?:set|get|availability)$/;
