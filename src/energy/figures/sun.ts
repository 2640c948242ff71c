import type { Snapshot } from "#model/decision/snapshot.ts";
import { fromField } from "#model/plant/circuit.ts";
import type { Plant } from "#model/plant/plant.ts";
import { type Counted, figuresOf } from "../counting/count.ts";
import { sumOfHours } from "../counting/hours.ts";
import { type Boundary, meterOf } from "../metering/wiring.ts";
import { sunBefore } from "../sun-before.ts";
import { type CircuitHeat, circuitHeat } from "./circuits.ts";

/** The heat of all collectors. */
export type SunHeat = Pick<CircuitHeat, "power" | "heat" | "uncertainty" | "unmeasured"> & {
	/** `collector_loop` if any circuit is measured there. */
	readonly boundary: Boundary;
};

/** Whether the sun's heat can be told: each circuit of a collector field has a meter. */
export const isSunMetered = (plant: Plant): boolean => {
	const solar = plant.circuits.filter(fromField);
	return solar.length > 0 && solar.every((circuit) => meterOf(circuit, plant) !== undefined);
};

/** Undefined where a part of it cannot be told. */
export function sunHeat(snapshot: Snapshot): SunHeat | undefined {
	if (!isSunMetered(snapshot.plant)) return undefined;
	const all = snapshot.plant.circuits.filter(fromField).flatMap((circuit) => circuitHeat(circuit, snapshot) ?? []);
	const heats = [...all.map(({ heat }) => heat), ...heatsBefore(snapshot)];
	const total = all.reduce((sum, { heat }) => sum + (heat?.total ?? 0), 0);
	const unsure = all.reduce((sum, { heat, uncertainty = 0 }) => sum + (heat?.total ?? 0) * uncertainty, 0);
	return {
		boundary: all.some(({ boundary }) => boundary === "collector_loop") ? "collector_loop" : "into_tank",
		power: sumOf(all.map(({ power }) => power)),
		heat: heats.some((heat) => heat === undefined) ? undefined : counts(heats),
		uncertainty: total > 0 ? unsure / total : undefined,
		unmeasured: all.reduce((sum, { unmeasured }) => sum + unmeasured, 0),
	};
}

/** Of circuits that are no more. */
function heatsBefore({ memories }: Snapshot): readonly Counted[] {
	const { data } = sunBefore.memory.safeParse(memories[sunBefore.id] ?? {});
	return data?.heats.map(figuresOf) ?? [];
}

function counts(all: readonly (Counted | undefined)[]): Counted {
	const [today, month, year] = (["today", "month", "year"] as const).map((what) =>
		sumOf(all.map((one) => one?.[what])),
	);
	const hours = all.flatMap((one) => (one?.hours === undefined ? [] : [one.hours]));
	return {
		total: sumOf(all.map((one) => one?.total)) ?? 0,
		...(hours.length > 0 && { hours: sumOfHours(hours) }),
		...(today !== undefined && { today }),
		...(month !== undefined && { month }),
		...(year !== undefined && { year }),
	};
}

/** Undefined if one of them is. */
const sumOf = (all: readonly (number | undefined)[]): number | undefined =>
	all.reduce<number | undefined>((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0);
