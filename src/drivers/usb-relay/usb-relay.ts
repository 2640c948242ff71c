import { looking, opening, placeOn, relayOptions, usbConduct, usbProof } from "../bus/relay/driver.ts";
import { driver } from "../driver.ts";

/**
 * Relay boards of the LCUS family on a USB serial adapter (CH340): 1, 2, 4 or 8 relays. They keep their state if this
 * process dies.
 */
export const usbRelay = driver({
	scheme: "usb_relay",
	options: relayOptions({ least: 5, most: 50, usual: 10 }),
	offers: { sensors: false, outputs: true },
	conduct: usbConduct("LCUS"),
	proof: usbProof,
	place: placeOn(/^[1-8]$/),
	atPort: looking("LCUS (CH340)", "usb_relay", /^1a86:(?:7523|7522|5523)$/),
	open: opening("LCUS relay board", async () => (await import("./codec.ts")).codec),
});
