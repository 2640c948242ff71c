import { looking, opening, placeOn, relayOptions, usbConduct, usbProof } from "../bus/relay/driver.ts";
import { driver } from "../driver.ts";

/** Numato USB relay modules with 1 to 32 relays. They keep their state if this process dies. */
export const numato = driver({
	scheme: "numato",
	options: relayOptions({ least: 5, most: 50, usual: 10 }),
	offers: { sensors: false, outputs: true },
	// As the module calls them: 0 to 9, then A to V.
	conduct: usbConduct("Numato"),
	proof: usbProof,
	place: placeOn(/^[0-9A-V]$/),
	atPort: looking("Numato", "numato", /^2a19:0c0/),
	open: opening("Numato relay module", async () => (await import("./codec.ts")).codec),
});
