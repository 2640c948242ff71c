import * as z from "zod";
import { seconds } from "#model/quantities/units.ts";
import { mend } from "#model/sentences/sentence.ts";
import { busNumber, busPath } from "../bus/i2c/number.ts";
import { laterFinder } from "../bus/later-finder.ts";
import { loadedLater } from "../bus/loaded-later.ts";
import { driver, type Place } from "../driver.ts";
import { BOARDS, boardAt } from "./models.ts";

/** The relay cards of Sequent Microsystems with 4, 8 or 16 relays (4RELIND and alike), over I2C. */
export const relind = driver({
	scheme: "relind",
	options: z.object({
		bus: busNumber,
		/** Of a card that `cards` does not name. */
		board: z.enum(BOARDS).default("auto"),
		cards: z
			.array(z.strictObject({ stack: z.int().min(0).max(7), board: z.enum(BOARDS) }))
			.max(8)
			.default([]),
	}),
	offers: { sensors: false, outputs: true },
	conduct: [
		{
			...{ board: "Sequent relay cards (4RELIND and alike)", proof: "readback" },
			...{ crash: "holds", hang: "holds", reboot: "holds", power_loss: "drops" },
			remark: "A load at a normally closed contact is on while the card has no power.",
		},
	],
	vague: true,
	place: (address): Place | undefined => {
		const [, device, channel] = ADDRESS.exec(address) ?? [];
		return device && channel ? { device, channel } : undefined;
	},
	refuses(address, { cards }) {
		const stack = Number(address.split("/")[0]);
		return cards.filter((card) => card.stack === stack).length > 1 ? mend("stack_twice", { stack }) : undefined;
	},
	open(stack, channels, { bus, ...cards }, ports) {
		const identity = `relay card, stack ${stack}, at ${busPath(bus)}`;
		return loadedLater({ identity, pace: seconds(10), verify: "readback", onCrash: "holds" }, async () => {
			const [{ RelindBoard }, { joinI2c }] = await Promise.all([import("./board.ts"), import("../bus/i2c/i2c.ts")]);
			const named = { identity, stack: Number(stack), relays: channels, board: boardAt(Number(stack), cards) };
			return new RelindBoard(named, ports, joinI2c(busPath(bus)));
		});
	},
	finder: ({ bus }, { roots }) =>
		laterFinder(async () => {
			const [{ relindFinder }, { joinI2c }] = await Promise.all([import("./found.ts"), import("../bus/i2c/i2c.ts")]);
			return relindFinder(joinI2c(busPath(bus, roots.dev)));
		}),
});

/** The card's jumpers for the stack, then the relay printed on it. */
const ADDRESS = /^([0-7])\/([1-9]|1[0-6])$/;
