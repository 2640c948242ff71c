import type { Snapshot } from "#model/decision/snapshot.ts";
import { fromField } from "#model/plant/circuit.ts";
import type { Part } from "#model/plant/plant.ts";
import type { Count } from "../counting/count.ts";
import { drawMeter } from "../draw-meter.ts";
import { heatMeter } from "../heat-meter.ts";
import { heaterMeter } from "../heater-meter.ts";
import { type Boundary, meterOf } from "../metering/wiring.ts";
import { sunBefore } from "../sun-before.ts";
import { tapOf } from "../tank/tap.ts";
import { tankBalance } from "../tank-balance.ts";
import { tankLoss } from "../tank-loss.ts";
import { isMetered } from "./heaters.ts";
import { isCounted, rememberedAt } from "./remembered.ts";
import { isStored } from "./tanks.ts";

/** Where a figure is measured: heat in a collector's loop or into a tank, electricity, or what became of the heat in a tank. */
export type EnergyBoundary = Boundary | "electricity" | "stored" | "drawn_or_lost" | "drawn" | "lost";

/**
 * A counter of a plant. `source` is `sun/CIRCUIT`, `sun_before/N` (of a circuit that is no more), `circuit/CIRCUIT`, `heater/OUTPUT`,
 * `rose/TANK/SOURCE`, `drawn_or_lost/TANK`, `drawn/TANK` or `lost/TANK`.
 */
export interface Counter {
	readonly source: string;
	readonly boundary: EnergyBoundary;
	readonly count: Count;
}

/** Every counter of kWh; none while it is not known what was counted before. */
export function countsOf(snapshot: Snapshot): readonly Counter[] {
	if (!isCounted(snapshot)) return [];
	const { plant, memories } = snapshot;
	const before = sunBefore.memory.safeParse(memories[sunBefore.id] ?? {}).data?.heats ?? [];
	return [
		...plant.circuits.flatMap((circuit): readonly Counter[] => {
			const boundary = meterOf(circuit, plant)?.boundary;
			const memory = rememberedAt(snapshot, heatMeter, circuit.id);
			if (boundary === undefined || memory === undefined) return [];
			return [{ source: `${fromField(circuit) ? "sun" : "circuit"}/${circuit.id}`, boundary, count: memory.heat }];
		}),
		...before.map((count, n): Counter => ({ source: `sun_before/${n}`, boundary: "collector_loop", count })),
		...plant.outputs.flatMap((output): readonly Counter[] => {
			const memory = isMetered(output, plant) ? rememberedAt(snapshot, heaterMeter, output.id) : undefined;
			return memory === undefined
				? []
				: [{ source: `heater/${output.id}`, boundary: "electricity", count: memory.heat }];
		}),
		...plant.parts.filter((part) => isStored(part, plant)).flatMap((tank) => ofTank(tank, snapshot)),
	];
}

function ofTank(tank: Part, snapshot: Snapshot): readonly Counter[] {
	const balance = rememberedAt(snapshot, tankBalance, tank.id);
	const draw = tapOf(tank, snapshot.plant) && rememberedAt(snapshot, drawMeter, tank.id);
	const loss = rememberedAt(snapshot, tankLoss, tank.id);
	const counter = (boundary: EnergyBoundary, count: Count, source = `${boundary}/${tank.id}`): Counter => ({
		source,
		boundary,
		count,
	});
	return [
		...Object.entries(balance?.rose ?? {}).map(([by, count]) => counter("stored", count, `rose/${tank.id}/${by}`)),
		...(balance === undefined ? [] : [counter("drawn_or_lost", balance.fell)]),
		...(draw === undefined ? [] : [counter("drawn", draw.heat)]),
		...(loss === undefined || loss.heat.total === 0 ? [] : [counter("lost", loss.heat)]),
	];
}
