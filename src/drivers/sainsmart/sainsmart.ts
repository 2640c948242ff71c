import { looking, opening, placeOn, relayOptions, usbConduct, usbProof } from "../bus/relay/driver.ts";
import { driver } from "../driver.ts";

/** SainSmart's 16-channel USB relay module and its clones (CH340). They keep their state if this process dies. */
export const sainsmart = driver({
	scheme: "sainsmart",
	options: relayOptions({ least: 20, most: 100, usual: 100 }),
	offers: { sensors: false, outputs: true },
	conduct: usbConduct("SainSmart, 16 relays"),
	proof: usbProof,
	place: placeOn(/^(?:[1-9]|1[0-6])$/),
	atPort: looking("SainSmart (CH340)", "sainsmart", /^1a86:(?:7523|7522|5523)$/),
	open: opening("SainSmart relay module", async () => (await import("./codec.ts")).codec),
});
