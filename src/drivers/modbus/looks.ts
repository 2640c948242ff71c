import type { Likely } from "#model/plant/found.ts";
import type { SerialPort } from "../bus/serial/ports.ts";

/** USB chips that are sold as adapters for RS-485: vendor, product, chip. Each is in other things too. */
const CHIPS: Readonly<Record<string, string>> = {
	"0403:6001": "FT232R",
	"0403:6011": "FT4232H",
	"0403:6015": "FT231X",
	"1a86:55d3": "CH343",
	"1a86:7523": "CH340",
	"067b:2303": "PL2303",
};

/** An adapter for RS-485, by its USB ids alone. What is on its bus only its owner knows: asking would write to it. */
export function likelyAt({ vendor, product }: SerialPort): Likely | undefined {
	const chip = CHIPS[`${vendor}:${product}`];
	return chip === undefined ? undefined : { what: `Modbus adapter (${chip})` };
}
