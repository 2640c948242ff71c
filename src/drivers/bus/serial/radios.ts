import type { SerialPort } from "./ports.ts";

/** What a stick says of itself on USB; words of its name and maker, in lower case. */
interface Radio {
	readonly what: string;
	readonly vendor: string;
	readonly product?: string;
	readonly words?: RegExp;
}

/**
 * Zigbee, Z-Wave and Thread sticks, meters and other parts that Home Assistant itself takes. The first that fits. Ids and names as
 * in Home Assistant's list of USB matchers, and as sold.
 */
const RADIOS: readonly Radio[] = [
	{ what: "Home Assistant Connect ZBT-1 (Zigbee, Thread)", vendor: "10c4", words: /skyconnect|zbt-1/ },
	{ what: "Home Assistant Connect ZWA-2 (Z-Wave)", vendor: "303a", words: /zwa-2/ },
	{ what: "Home Assistant Connect ZBT-2 (Zigbee, Thread)", vendor: "303a", words: /zbt-2/ },
	{ what: "Sonoff Zigbee stick", vendor: "10c4", words: /sonoff/ },
	{ what: "Sonoff Zigbee stick", vendor: "1a86", words: /sonoff/ },
	{ what: "Zigbee coordinator", vendor: "10c4", words: /2652|slzb|tubeszb|zigstar|zigate|zigbee|efr32/ },
	{ what: "Zigbee coordinator", vendor: "1a86", words: /2652|slzb|tubeszb|zigstar|zigate|zigbee|efr32/ },
	{ what: "ConBee (Zigbee)", vendor: "1cf1" },
	{ what: "ConBee (Zigbee)", vendor: "0403", words: /conbee/ },
	{ what: "ZiGate (Zigbee)", vendor: "0403", words: /zigate/ },
	{ what: "Texas Instruments Zigbee stick", vendor: "0451", product: "16a8" },
	{ what: "Texas Instruments radio", vendor: "0451", product: "bef3" },
	{ what: "Bitron Video Zigbee stick", vendor: "10c4", product: "8b34" },
	{ what: "HUSBZB (Zigbee, Z-Wave)", vendor: "10c4", product: "8a2a" },
	{ what: "Z-Wave stick", vendor: "0658", product: "0200" },
	{ what: "Z-Wave stick", vendor: "10c4", words: /z-?wave|zooz|aeotec/ },
	{ what: "RFXtrx (433 MHz)", vendor: "0403", words: /rfx/ },
	{ what: "RAVEn energy meter", vendor: "0403", product: "8a28" },
	{ what: "EMU-2 energy meter", vendor: "04b4", product: "0003" },
	{ what: "Velbus", vendor: "10cf" },
	{ what: "Insteon", vendor: "10bf" },
	{ what: "GPS receiver", vendor: "1546" },
];

/** The radio or other part that this port belongs to, which another program uses. It must not even be opened. */
export function radioAt({ vendor, product, maker = "", name = "" }: SerialPort): string | undefined {
	const said = `${maker} ${name}`.toLowerCase();
	return RADIOS.find(
		(radio) =>
			radio.vendor === vendor &&
			(radio.product === undefined || radio.product === product) &&
			(radio.words === undefined || radio.words.test(said)),
	)?.what;
}
