import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Output, Plant } from "#model/plant/plant.ts";
import { type Counted, figuresOf } from "../counting/count.ts";
import { heaterMeter } from "../heater-meter.ts";
import { heaterLook, METERED } from "../heating/reading.ts";
import { heaterMeterOf } from "../heating/wiring.ts";
import { isCounted, rememberedAt } from "./remembered.ts";

/** What a heater takes from the mains. Energies in kWh. */
export interface HeaterEnergy {
	readonly id: string;
	/** By a meter of its own, or by its rated power while it is confirmed on. */
	readonly by: "meter" | "rated_power";
	/** W; undefined while it cannot be told. */
	readonly power: number | undefined;
	readonly energy: Counted | undefined;
	/** Relative; undefined before anything was counted. */
	readonly uncertainty: number | undefined;
	readonly unmeasured: number;
}

/** Whether what it takes can be told. */
export const isMetered = (output: Output, plant: Plant): boolean =>
	output.role === "heater" && heaterMeterOf(output, plant) !== undefined;

/** Undefined for an output that is no heater, or one of which nothing is known. */
export function heaterEnergy(heater: Output, snapshot: Snapshot): HeaterEnergy | undefined {
	const { plant, readings, outputs } = snapshot;
	const meter = heater.role === "heater" ? heaterMeterOf(heater, plant) : undefined;
	const memory = meter && rememberedAt(snapshot, heaterMeter, heater.id);
	if (meter === undefined || memory === undefined) return undefined;
	const { heat, doubt } = memory;
	const look = heaterLook(heater, meter, readings, outputs);
	return {
		id: heater.id,
		by: meter.energy === undefined && meter.power === undefined ? "rated_power" : "meter",
		power: look.kind === "unknown" ? undefined : look.kind === "on" ? Math.round(1000 * look.kw) : 0,
		energy: isCounted(snapshot) ? figuresOf(heat) : undefined,
		uncertainty: heat.total > 0 ? (meter.energy === undefined ? doubt / heat.total : METERED) : undefined,
		unmeasured: Math.round(memory.gap),
	};
}
