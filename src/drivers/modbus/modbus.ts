import { loadedLater } from "../bus/loaded-later.ts";
import { driver } from "../driver.ts";
import {
	finestBy,
	measuredBy,
	missedBy,
	offAfter,
	onCrashOf,
	pacesOf,
	placeAt,
	reachedBy,
	refusedBy,
	setBy,
	timerOf,
} from "./channels/address.ts";
import { likelyAt } from "./looks.ts";
import { options } from "./options.ts";

/**
 * Units on a Modbus, on a serial port or beyond a network: relays, thermometers, meters, heating rods. Each bus is a device. What
 * units are is data: `maps/`, or a point of the options.
 */
export const modbus = driver({
	scheme: "modbus",
	options,
	offers: { sensors: true, outputs: true },
	conduct: [
		{
			...{ board: "Modbus relays and levels", proof: "readback" },
			...{ crash: "holds", hang: "holds", reboot: "holds", power_loss: "drops" },
			remark: "With a supply of its own a unit keeps its outputs while only the computer has no power.",
		},
		{
			...{ board: "Waveshare relays with `relay_timer`; my-PV heating rods", proof: "readback" },
			...{ crash: "drops_later", hang: "drops_later", reboot: "drops_later", power_loss: "drops" },
		},
	],
	place: placeAt,
	measures: measuredBy,
	sets: setBy,
	finest: finestBy,
	misses: missedBy,
	refuses: refusedBy,
	offAfter,
	reaches: reachedBy,
	open: (name, channels, chosen, ports) => {
		const bus = chosen.buses.find(({ id }) => id === name);
		const { pace } = chosen;
		const paces = pacesOf(channels, chosen);
		const onCrash = onCrashOf(channels, chosen, timerOf(bus, chosen));
		return loadedLater({ identity: `Modbus ${name}`, pace, paces, verify: "readback", onCrash }, async () => {
			// The options were refused without it.
			if (bus === undefined) throw new TypeError(`no bus ${name}`);
			return new (await import("./board/board.ts")).ModbusBoard(bus, channels, chosen, ports);
		});
	},
	atPort: likelyAt,
});
