import * as z from "zod";
import { seconds } from "#model/quantities/units.ts";
import { loadedLater } from "../bus/loaded-later.ts";
import { driver, type Place } from "../driver.ts";

/**
 * Relay boards of the LCUS family on a USB serial adapter (CH340): 1, 2, 4 or 8 relays. They keep their state if this
 * process dies.
 */
export const usbRelay = driver({
	scheme: "usb_relay",
	options: z.object({
		gap: z.int().min(5).max(50).default(10).meta({ unit: "ms", step: 1 }),
		read_back: z.enum(["auto", "never"]).default("auto"),
	}),
	offers: { sensors: false, outputs: true },
	place: (address): Place | undefined => {
		const [, device, channel] = ADDRESS.exec(address) ?? [];
		return device && channel ? { device, channel } : undefined;
	},
	atPort: ({ vendor, product, path }) =>
		vendor === "1a86" && CH340.has(product ?? "")
			? { what: "LCUS (CH340)", targets: [`usb_relay:${path}/N`] }
			: undefined,
	open: (device, channels, options, ports) =>
		loadedLater(
			{ identity: `LCUS relay board at ${device}`, pace: seconds(10), verify: "none", onCrash: "holds" },
			async () => new (await import("./board.ts")).UsbRelayBoard(device, channels, options, ports),
		),
});

/** The CH340 and its kin, which are also in many other adapters. */
const CH340: ReadonlySet<string> = new Set(["7523", "7522", "5523"]);
/** An absolute path with no empty, `.` or `..` part, so that one board has one name; then the channel. */
const ADDRESS = /^((?:\/(?!\.{1,2}\/)[^/\s]+)+)\/([1-8])$/;
