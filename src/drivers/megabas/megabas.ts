import * as z from "zod";
import { duration } from "#model/quantities/fields.ts";
import { seconds } from "#model/quantities/units.ts";
import { busNumber, busPath } from "../bus/i2c/number.ts";
import { laterFinder } from "../bus/later-finder.ts";
import { loadedLater } from "../bus/loaded-later.ts";
import { driver, type Place } from "../driver.ts";
import { inputAt, outputAt, quantityOf, stackIn } from "./address.ts";
import { CURVES } from "./curves.ts";

const curve = z.enum(CURVES).default("linear");

/**
 * The Building Automation board (MegaBAS) of Sequent Microsystems, over I2C: PT1000 and thermistors, 0-10 V both ways,
 * dry contacts with counters, and triacs.
 */
export const megabas = driver({
	scheme: "megabas",
	options: z.object({
		bus: busNumber,
		pace: duration(1, 300).default(seconds(5)),
		ntc_beta: z.int().min(2000).max(6000).default(3950).meta({ unit: "K", step: 1 }),
		curve_1: curve,
		curve_2: curve,
		curve_3: curve,
		curve_4: curve,
	}),
	offers: { sensors: true, outputs: true },
	conduct: [
		{
			...{ board: "Sequent MegaBAS", proof: "readback" },
			...{ crash: "holds", hang: "holds", reboot: "unknown", power_loss: "drops" },
			remark:
				"Its 24 V supply feeds it also while the Raspberry Pi has no power: what it does then is not documented. Some pumps run at full speed at 0 V.",
		},
	],
	vague: true,
	place: (address, kind): Place | undefined => {
		const { stack, channel } = stackIn(address) ?? {};
		if (stack === undefined || channel === undefined) return undefined;
		const known = kind === "sensors" ? inputAt(channel) : outputAt(channel);
		return known && { device: stack, channel };
	},
	measures: (address) => quantityOf(inputAt(stackIn(address)?.channel ?? "")),
	sets: (address) => (outputAt(stackIn(address)?.channel ?? "")?.kind === "out" ? "level" : "switch"),
	open(stack, channels, { bus, pace, ntc_beta, curve_1, curve_2, curve_3, curve_4 }, ports) {
		const identity = `MegaBAS board, stack ${stack}, at ${busPath(bus)}`;
		return loadedLater({ identity, pace, verify: "readback", onCrash: "holds" }, async () => {
			const [{ MegaBasBoard }, { joinI2c }] = await Promise.all([import("./board.ts"), import("../bus/i2c/i2c.ts")]);
			const curves = [curve_1, curve_2, curve_3, curve_4];
			const named = { identity, stack: Number(stack), channels, pace, ntc_beta, curves };
			return new MegaBasBoard(named, ports, joinI2c(busPath(bus)));
		});
	},
	finder: (options, { roots }) =>
		laterFinder(async () => {
			const [{ megabasFinder }, { joinI2c }] = await Promise.all([import("./found.ts"), import("../bus/i2c/i2c.ts")]);
			return megabasFinder(joinI2c(busPath(options.bus, roots.dev)), options);
		}),
});
