import * as z from "zod";
import type { Quantity } from "#model/quantities/quantity.ts";
import { loadedLater } from "../bus/loaded-later.ts";
import { driver } from "../driver.ts";
import { drivenAt, type Sensed, sensedAt } from "./address.ts";
import { lacks, SCHEME, SIMULATED } from "./named.ts";

const options = z.object({
	day_of_year: z.int().min(1).max(365).default(172).meta({ step: 1 }),
	start_hour: z.number().min(0).max(24).default(9).meta({ unit: "h", step: 0.5 }),
	cloudiness: z.number().min(0).max(100).default(50).meta({ unit: "%", step: 5 }),
	collector_area: z.number().min(1).max(40).default(5.5).meta({ unit: "m²", step: 0.5 }),
	seed: z.int().min(0).max(999_999).default(1),
});

/** A simulated house with weather and a household, so that everything runs without hardware. */
export const simulated = driver({
	scheme: SCHEME,
	options,
	offers: { sensors: true, outputs: true },
	conduct: [
		{
			...{ board: "Simulated plant", proof: "readback" },
			...{ crash: "drops", hang: "holds", reboot: "drops", power_loss: "drops" },
		},
	],
	place: (address, kind) =>
		(kind === "sensors" ? sensedAt(address) : drivenAt(address)) === undefined
			? undefined
			: { device: "", channel: address },
	measures: (address) => quantityOf(sensedAt(address)),
	lacks: (address, kind, plant) => kind === "sensors" && lacks(address, plant),
	sets: (address) => (drivenAt(address)?.level ? "level" : "switch"),
	open: (_device, channels, chosen, ports) =>
		loadedLater(SIMULATED, async () => new (await import("./device.ts")).SimulatedDevice(channels, chosen, ports)),
});

function quantityOf(sensed: Sensed | undefined): Quantity {
	return sensed?.kind === "flow" || sensed?.kind === "irradiance" ? sensed.kind : "temperature";
}
