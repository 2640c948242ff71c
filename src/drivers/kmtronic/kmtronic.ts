import { looking, opening, placeOn, relayOptions, usbConduct, usbProof } from "../bus/relay/driver.ts";
import { driver } from "../driver.ts";

/** KMTronic USB relay boards with 1, 2, 4 or 8 relays. They keep their state if this process dies. */
export const kmtronic = driver({
	scheme: "kmtronic",
	options: relayOptions({ least: 5, most: 50, usual: 10 }),
	offers: { sensors: false, outputs: true },
	conduct: usbConduct("KMTronic"),
	proof: usbProof,
	place: placeOn(/^[1-8]$/),
	atPort: looking("KMTronic (FTDI)", "kmtronic", /^0403:6001$/),
	open: opening("KMTronic relay board", async () => (await import("./codec.ts")).codec),
});
