import * as z from "zod";
import { duration } from "#model/quantities/fields.ts";
import { seconds } from "#model/quantities/units.ts";
import { loadedLater } from "../bus/loaded-later.ts";
import { driver } from "../driver.ts";
import { controllerAt } from "./controllers.ts";

/**
 * Readings of a solar controller by RESOL or one of its kin, beside which this app runs: through a VBus/USB adapter, or over TCP
 * from a VBus/LAN adapter or a data logger. Nothing is ever written to the bus.
 */
export const vbus = driver({
	scheme: "vbus",
	options: z.object({
		/** Empty: the one that the devices have from the factory. */
		password: z.string().default("").meta({ addon: "password" }),
		/** 0: not asked for. Only a DL3 has several. */
		channel: z.int().min(0).max(6).default(0).meta({ step: 1 }),
		silence: duration(5, 300).default(seconds(20)),
	}),
	offers: { sensors: true, outputs: false },
	place(address) {
		const { device, controller, channel } = partsOf(address) ?? {};
		if (device === undefined || controller === undefined || channel === undefined) return undefined;
		return fieldAt(controller, channel) && { device, channel: `${controller}/${channel}` };
	},
	measures(address) {
		const { controller = "", channel = "" } = partsOf(address) ?? {};
		return fieldAt(controller, channel)?.quantity ?? "temperature";
	},
	open: (device, _channels, options, ports) =>
		loadedLater(
			{ identity: `VBus at ${device}`, pace: PACE, verify: "none", onCrash: "holds" },
			async () => new (await import("./listener.ts")).Listener(device, options, ports),
		),
	atPort: ({ vendor, product, path }) =>
		vendor === "1fef" && product === "2018"
			? { what: "RESOL VBus/USB", sources: [`vbus:${path}/ADDRESS/s1`] }
			: undefined,
});

/** A controller sends about once a second. */
const PACE = seconds(5);

const fieldAt = (controller: string, channel: string) => controllerAt(controller)?.fields.get(channel);

/** An absolute path, or a host with an optional port; the controller's address; the channel. */
const ADDRESS =
	/^((?:\/(?!\.{1,2}\/)[^/\s]+)+|[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::[1-9]\d{0,4})?)\/(?:0x)?([0-9a-f]{4})\/([a-z]+\d*)$/i;

function partsOf(address: string) {
	const [, device, controller, channel] = ADDRESS.exec(address) ?? [];
	if (device === undefined || controller === undefined || channel === undefined) return undefined;
	if (!device.startsWith("/") && Number(device.split(":")[1] ?? 1) > 65_535) return undefined;
	const named = channel.toLowerCase();
	return {
		device: device.startsWith("/") ? device : device.toLowerCase(),
		controller: controller.toLowerCase(),
		// A controller's only flow meter needs no number.
		channel: /\d$/.test(named) ? named : `${named}1`,
	};
}
