import { gpio } from "#drivers/gpio/gpio.ts";
import { GpioLines } from "#drivers/gpio/lines.ts";
import { instant } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { GpioKernel } from "../../fakes/gpio-kernel.ts";

/** A kernel, the driver's device on one of its chips, and a clock that the test moves on. */
export class Bench {
	readonly kernel = new GpioKernel();
	readonly told: Notice[] = [];
	seconds = 0;
	readonly #devices: GpioLines[] = [];

	open(
		device: string,
		addresses: { readonly outputs?: readonly string[]; readonly sensors?: readonly string[] },
		options = {},
	) {
		const channels = (["outputs", "sensors"] as const).flatMap((kind) =>
			(addresses[kind] ?? []).map((address) => channelAt(`${device}/${address}`, kind)),
		);
		const ports = { tell: (notice: Notice) => void this.told.push(notice), now: () => instant(this.seconds) };
		const opened = new GpioLines(device, channels, gpio.options.parse(options), ports, this.kernel);
		this.#devices.push(opened);
		return opened;
	}

	async close(): Promise<void> {
		for (const device of this.#devices.splice(0)) await device.close();
	}
}

export function channelAt(address: string, kind: "outputs" | "sensors"): string {
	const place = gpio.place(address, kind);
	if (place === undefined) throw new Error(`No address: ${address}`);
	return place.channel;
}

/** An image of relays by their lines. */
export const image = (coils: Readonly<Record<string, boolean>>) =>
	new Map(Object.entries(coils).map(([line, on]) => [`relay/${line}`, on]));
