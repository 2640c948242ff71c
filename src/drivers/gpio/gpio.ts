import * as z from "zod";
import { seconds } from "#model/quantities/units.ts";
import { laterFinder } from "../bus/later-finder.ts";
import { loadedLater } from "../bus/loaded-later.ts";
import { driver } from "../driver.ts";
import { measuredAt, placeOf } from "./address.ts";

/**
 * Lines of a GPIO chip, such as the 40 pins of a Raspberry Pi: relays, contacts, and meters that give pulses. All lines of a
 * chip are one device.
 */
export const gpio = driver({
	scheme: "gpio",
	options: z.object({
		bias: z.enum(["pull_up", "pull_down", "none"]).default("pull_up"),
		debounce: z.int().min(0).max(1000).default(10).meta({ unit: "ms", step: 1 }),
		pulse_debounce: z.int().min(0).max(200).default(0).meta({ unit: "ms", step: 1 }),
		pulses_per_litre: z.number().min(0.001).max(10_000).default(450),
		pulses_per_kwh: z.number().min(1).max(100_000).default(1000),
	}),
	offers: { sensors: true, outputs: true },
	conduct: [
		{
			...{ board: "GPIO lines of a Raspberry Pi", proof: "readback" },
			...{ crash: "holds", hang: "holds", reboot: "drops", power_loss: "drops" },
			remark: "`dtparam=strict_gpiod` releases them after a crash.",
		},
		{
			...{ board: "GPIO lines of other computers", proof: "readback" },
			...{ crash: "drops", hang: "holds", reboot: "drops", power_loss: "drops" },
			remark: "Some kernels keep them after a crash.",
		},
	],
	place: placeOf,
	vague: true,
	measures: measuredAt,
	open: (device, channels, options, ports) =>
		loadedLater(
			{ identity: `GPIO chip ${device}`, pace: seconds(1), verify: "readback", onCrash: "holds" },
			async () => new (await import("./lines.ts")).GpioLines(device, channels, options, ports),
		),
	finder: (_options, { roots }) => laterFinder(async () => (await import("./found.ts")).lineFinder(roots.dev)),
});
