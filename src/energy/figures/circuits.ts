import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Circuit } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
import { warmerBy } from "#model/quantities/units.ts";
import { type Counted, figuresOf } from "../counting/count.ts";
import { heatMeter } from "../heat-meter.ts";
import { offsetOf } from "../metering/pair.ts";
import { lookAt } from "../metering/reading.ts";
import { seenOf } from "../metering/seen.ts";
import { type Boundary, meterOf, sharing } from "../metering/wiring.ts";
import { isCounted, rememberedAt } from "./remembered.ts";

/** The heat of a circuit with a meter. Energies in kWh. */
export interface CircuitHeat {
	readonly id: string;
	/** Where it is measured. */
	readonly boundary: Boundary;
	readonly flow: "measured" | "virtual";
	/** W; undefined while it cannot be told. */
	readonly power: number | undefined;
	/** Undefined while the store cannot be read. */
	readonly heat: Counted | undefined;
	/** Carried back, out of the tank. */
	readonly back: number;
	/** Relative; undefined before anything was counted. */
	readonly uncertainty: number | undefined;
	/** Seconds in which something flowed and could not be measured. */
	readonly unmeasured: number;
	/** K by which the hot sensor shows more than the cold one, as measured at rest. */
	readonly offset: number | undefined;
}

/** Undefined for a circuit without a meter. */
export function circuitHeat(circuit: Circuit, snapshot: Snapshot): CircuitHeat | undefined {
	const { plant } = snapshot;
	const meter = meterOf(circuit, plant);
	const memory = rememberedAt(snapshot, heatMeter, circuit.id);
	if (meter === undefined || memory === undefined) return undefined;
	const look = lookAt(circuit, meter, seenOf(circuit, sharing(circuit, plant), snapshot, memory));
	const all = memory.heat.total + memory.back;
	return {
		id: circuit.id,
		boundary: meter.boundary,
		flow: meter.flow === undefined ? "virtual" : "measured",
		power: look.kind === "unknown" ? undefined : look.kind === "on" ? Math.round(1000 * look.kw) : 0,
		heat: isCounted(snapshot) ? figuresOf(memory.heat) : undefined,
		back: memory.back,
		uncertainty: all > 0 ? memory.doubt / all : undefined,
		unmeasured: Math.round(memory.gap),
		offset: offsetOf(memory.pair),
	};
}

/** K by which the source is warmer than where its heat goes; undefined while either is lost. */
export function gainOf({ from_sensor, to_sensor }: Circuit, { readings }: Snapshot): number | undefined {
	const hot = temperature(readings, from_sensor);
	const cold = temperature(readings, to_sensor);
	return hot === undefined || cold === undefined ? undefined : warmerBy(hot, cold);
}
