import * as z from "zod";
import { duration } from "#model/quantities/fields.ts";
import { seconds } from "#model/quantities/units.ts";
import { readApart } from "../bus/read-apart.ts";
import { driver } from "../driver.ts";
import { OneWireBus } from "./bus.ts";
import { foundUnder } from "./found.ts";

/** Temperature sensors such as the DS18B20, through the kernel's 1-Wire support. The whole bus is one device. */
export const oneWire = driver({
	scheme: "one_wire",
	options: z.object({
		root: z.string().min(1).default("/sys/bus/w1/devices"),
		pace: duration(1, 300).default(seconds(5)),
	}),
	offers: { sensors: true, outputs: false },
	place: (address) => (ADDRESS.test(address) ? { device: "", channel: address.toLowerCase() } : undefined),
	// Family 3b may be a thermocouple.
	highest: (address) => (/^3b/i.test(address) ? undefined : 125),
	open: (_device, _channels, { root, pace }, ports) => new OneWireBus(root, pace, ports),
	finder({ root, pace }, ports) {
		const bus = new OneWireBus(root, pace, ports, readApart, LOOK_WITHIN);
		return { find: () => foundUnder(root, ADDRESS, bus), close: () => bus.close() };
	},
});

/** Milliseconds for a sensor where a person looks what is there. No control waits for it, even on a busy machine. */
const LOOK_WITHIN = 20_000;

/** Family code, then the 48 bits of the serial number, as the kernel writes them. */
const ADDRESS = /^(?:10|22|28|3b|42)-[0-9a-f]{12}$/i;
