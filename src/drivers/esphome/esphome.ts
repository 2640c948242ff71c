import * as z from "zod";
import { duration } from "#model/quantities/fields.ts";
import { seconds } from "#model/quantities/units.ts";
import { bridged } from "../bus/bridge/bridged.ts";
import { isTopic } from "../bus/bridge/mqtt-address.ts";
import { conductBeyond, driver, type Place } from "../driver.ts";
import { filtersOf, orderAt } from "./topics.ts";

/** `NODE/switch/NAME` or `NODE/level/NAME`, as this project's package names its outputs. */
const ADDRESS = /^(.+)\/((?:switch|level)\/[a-z0-9_]+)$/s;

function place(address: string): Place | undefined {
	const [, device = "", channel = ""] = ADDRESS.exec(address) ?? [];
	return isTopic(device) ? { device, channel } : undefined;
}

/** Outputs of an ESPHome node with this project's package. */
export const esphome = driver({
	scheme: "esphome",
	options: z.object({ off_after: duration(15, 600).default(seconds(60)) }),
	conduct: conductBeyond("ESPHome with this project's package"),
	offers: { sensors: false, outputs: true },
	vague: true,
	place,
	sets: (address) => (ADDRESS.exec(address)?.[2]?.startsWith("level/") ? "level" : "switch"),
	topics(address) {
		const { device, channel } = place(address) ?? { device: "", channel: "" };
		return {
			read: filtersOf(device, [channel]),
			write: [orderAt(device, channel, "set"), orderAt(device, channel, "get")],
		};
	},
	offAfter: ({ off_after }) => off_after,
	open: (node, channels, { off_after }, ports) =>
		bridged(`ESPHome node at ${node}`, channels, off_after, ports, async () => {
			const { EsphomeDialect } = await import("./dialect.ts");
			return new EsphomeDialect(node, channels);
		}),
});
