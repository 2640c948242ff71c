import * as z from "zod";
import { seconds } from "#model/quantities/units.ts";
import { laterFinder } from "../bus/later-finder.ts";
import { loadedLater } from "../bus/loaded-later.ts";
import { type Conduct, driver, type Place } from "../driver.ts";

const conduct: readonly Conduct[] = [
	{
		...{ board: "DCTTech USBRelay", proof: "readback" },
		...{ crash: "holds", hang: "holds", reboot: "holds", power_loss: "drops" },
		remark: "Computers that feed their USB sockets while they are off keep its relays.",
	},
];

/**
 * DCTTech's USBRelay boards (USB 16c0:05df, no serial port) with 1, 2, 4 or 8 relays, through hidraw. They keep their state if this
 * process dies.
 */
export const dcttech = driver({
	scheme: "dcttech",
	options: z.object({}),
	offers: { sensors: false, outputs: true },
	vague: true,
	conduct,
	place: (address): Place | undefined => {
		const [, device, channel] = ADDRESS.exec(address) ?? [];
		return device && channel ? { device, channel } : undefined;
	},
	open(device, _channels, _options, ports) {
		const identity = `DCTTech relay board ${device}`;
		return loadedLater({ identity, pace: seconds(10), verify: "readback", onCrash: "holds" }, async () => {
			const { HidRelayBoard } = await import("./board.ts");
			return new HidRelayBoard(identity, device, ports);
		});
	},
	finder: (_options, { roots }) =>
		laterFinder(async () => {
			const [{ foundBoards }, { HID }] = await Promise.all([import("./found.ts"), import("./hid.ts")]);
			return { find: () => foundBoards({ ...HID, roots }), close: async () => undefined };
		}),
});

/** The five characters of its serial, or the path of its device node; then the relay. */
const ADDRESS = /^([!-.0-~]{5}|\/dev\/(?:(?!\.{1,2}\/)[^/\s]+\/)*hidraw\d{1,3})\/([1-8])$/;
