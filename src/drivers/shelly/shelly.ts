import * as z from "zod";
import { duration } from "#model/quantities/fields.ts";
import { seconds } from "#model/quantities/units.ts";
import { bridged } from "../bus/bridge/bridged.ts";
import { topicAndNumber } from "../bus/bridge/mqtt-address.ts";
import { conductBeyond, driver } from "../driver.ts";
import { filtersOf, requestsAt } from "./topics.ts";

/** Topics below a device's prefix, which are easily written in its place. */
const BELOW = /\/(?:rpc|command|online|status|events)(?:\/|$)/;
const place = (address: string) => (BELOW.test(address) ? undefined : topicAndNumber(address, 0, 7));

/** Outputs of Shelly devices of the second generation and newer, over MQTT. The app commands "on for so long" and renews it. */
export const shelly = driver({
	scheme: "shelly",
	options: z.object({ off_after: duration(15, 600).default(seconds(60)) }),
	conduct: conductBeyond("Shelly Gen2 and newer"),
	offers: { sensors: false, outputs: true },
	vague: true,
	place,
	topics(address) {
		const { device, channel } = place(address) ?? { device: "", channel: "" };
		return { read: filtersOf(device, [channel]), write: [requestsAt(device)] };
	},
	offAfter: ({ off_after }) => off_after,
	open: (topic, channels, { off_after }, ports) =>
		bridged(`Shelly at ${topic}`, channels, off_after, ports, async () => {
			const { ShellyDialect } = await import("./dialect.ts");
			return new ShellyDialect(topic, channels);
		}),
});
