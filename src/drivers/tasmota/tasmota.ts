import * as z from "zod";
import { duration } from "#model/quantities/fields.ts";
import { seconds } from "#model/quantities/units.ts";
import { bridged } from "../bus/bridge/bridged.ts";
import { topicAndNumber } from "../bus/bridge/mqtt-address.ts";
import { conductBeyond, driver } from "../driver.ts";
import { filtersOf, orderAt, STATE } from "./topics.ts";

/** A whole topic is easily written in place of the device's part of it. */
const WHOLE = /^(?:cmnd|stat|tele)\//;
const place = (address: string) => (WHOLE.test(address) ? undefined : topicAndNumber(address, 1, 8));

/** Outputs of devices with Tasmota, whose PulseTime is set by this app and read back. */
export const tasmota = driver({
	scheme: "tasmota",
	options: z.object({ off_after: duration(15, 600).default(seconds(60)) }),
	conduct: conductBeyond("Tasmota"),
	offers: { sensors: false, outputs: true },
	vague: true,
	place,
	topics(address) {
		const { device, channel } = place(address) ?? { device: "", channel: "" };
		const writes = [`POWER${channel}`, `PulseTime${channel}`, STATE].map((command) => orderAt(device, command));
		return { read: filtersOf(device), write: writes };
	},
	offAfter: ({ off_after }) => off_after,
	open: (topic, channels, { off_after }, ports) =>
		bridged(`Tasmota device at ${topic}`, channels, off_after, ports, async () => {
			const { TasmotaDialect } = await import("./dialect.ts");
			return new TasmotaDialect(topic, channels);
		}),
});
