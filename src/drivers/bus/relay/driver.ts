import * as z from "zod";
import type { Likely } from "#model/plant/found.ts";
import { seconds } from "#model/quantities/units.ts";
import type { Conduct, Device, DevicePorts, Place, Proof } from "../../driver.ts";
import { loadedLater } from "../loaded-later.ts";
import type { SerialPort } from "../serial/ports.ts";
import type { RelayCodec } from "./codec.ts";
import type { Manner } from "./conversation.ts";

/** The options of a relay board on a serial port, in milliseconds. Their texts are in relay-board.texts.ts. */
export const relayOptions = (gap: { readonly least: number; readonly most: number; readonly usual: number }) =>
	z.object({
		gap: z.int().min(gap.least).max(gap.most).default(gap.usual).meta({ unit: "ms", step: 1 }),
		read_back: z.enum(["auto", "never"]).default("auto"),
	});

/** None of these boards has a watchdog, and their relays are fed by USB. */
export const usbConduct = (board: string): readonly Conduct[] => [
	{
		...{ board, proof: "asked" },
		...{ crash: "holds", hang: "holds", reboot: "holds", power_loss: "drops" },
		remark: "Computers that feed their USB sockets while they are off keep its relays.",
	},
];

/** Whether a board answers is known only when it was asked. */
export const usbProof = (_address: string, { read_back }: { readonly read_back: "auto" | "never" }): Proof =>
	read_back === "never" ? "none" : "asked";

/** An absolute path with no empty, `.` or `..` part, so that one board has one name; then the relay. */
const ADDRESS = /^((?:\/(?!\.{1,2}\/)[^/\s]+)+)\/([^/\s]+)$/;

/** The path of a board and a relay on it, if a board of this kind can have such a relay. */
export const placeOn =
	(relay: RegExp) =>
	(address: string): Place | undefined => {
		const [, device, channel] = ADDRESS.exec(address) ?? [];
		return device && channel && relay.test(channel) ? { device, channel } : undefined;
	};

/** What a port with such an adapter may be: its USB vendor and product. The same chips are in many other things. */
export const looking =
	(what: string, scheme: string, chip: RegExp) =>
	({ path, vendor, product }: SerialPort): Likely | undefined =>
		chip.test(`${vendor}:${product}`) ? { what, targets: [`${scheme}:${path}/N`] } : undefined;

/**
 * Opens boards of this kind, whose language is loaded then.
 * @param name for people: `KMTronic relay board`
 */
export const opening =
	(name: string, codec: () => Promise<RelayCodec>) =>
	(device: string, channels: readonly string[], manner: Manner, ports: DevicePorts): Device => {
		const identity = `${name} at ${device}`;
		return loadedLater({ identity, pace: seconds(10), verify: "none", onCrash: "holds" }, async () => {
			const { RelayBoard } = await import("./board.ts");
			return new RelayBoard({ identity, device, channels, codec: await codec(), manner, ports });
		});
	};
