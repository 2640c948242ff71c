import * as z from "zod";
import { duration } from "#model/quantities/fields.ts";
import { seconds } from "#model/quantities/units.ts";
import { busNumber, busPath } from "../bus/i2c/number.ts";
import { laterFinder } from "../bus/later-finder.ts";
import { loadedLater } from "../bus/loaded-later.ts";
import { driver, type Place } from "../driver.ts";

/** The RTD Data Acquisition board of Sequent Microsystems, over I2C: eight sensors PT100 or PT1000. */
export const rtd = driver({
	scheme: "rtd",
	options: z.object({
		bus: busNumber,
		pace: duration(1, 300).default(seconds(5)),
	}),
	offers: { sensors: true, outputs: false },
	vague: true,
	place: (address): Place | undefined => {
		const [, device, channel] = ADDRESS.exec(address) ?? [];
		return device && channel ? { device, channel } : undefined;
	},
	open(stack, _channels, { bus, pace }, ports) {
		const identity = `RTD board, stack ${stack}, at ${busPath(bus)}`;
		return loadedLater({ identity, pace, verify: "none", onCrash: "holds" }, async () => {
			const [{ RtdBoard }, { joinI2c }] = await Promise.all([import("./board.ts"), import("../bus/i2c/i2c.ts")]);
			return new RtdBoard({ identity, stack: Number(stack), pace }, ports, joinI2c(busPath(bus)));
		});
	},
	finder: ({ bus, pace }, { roots }) =>
		laterFinder(async () => {
			const [{ rtdFinder }, { joinI2c }] = await Promise.all([import("./found.ts"), import("../bus/i2c/i2c.ts")]);
			return rtdFinder(joinI2c(busPath(bus, roots.dev)), pace);
		}),
});

/** The board's jumpers for the stack, then the channel printed on it. */
const ADDRESS = /^([0-7])\/([1-8])$/;
