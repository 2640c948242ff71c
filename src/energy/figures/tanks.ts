import type { Snapshot } from "#model/decision/snapshot.ts";
import { isTank } from "#model/plant/circuit.ts";
import type { Part, Plant } from "#model/plant/plant.ts";
import { type Counted, figuresOf } from "../counting/count.ts";
import { drawMeter } from "../draw-meter.ts";
import { coldWaterOf, layersOf, type Stored, storedIn } from "../tank/layers.ts";
import { tapOf } from "../tank/tap.ts";
import { tankBalance } from "../tank-balance.ts";
import { isCounted, rememberedAt } from "./remembered.ts";

/** What is in a tank, and what became of its heat. Energies in kWh. */
export interface TankHeat extends Stored {
	readonly id: string;
	/** By how much the stored heat rose, by source: the sun, the heater, other parts, several at once, unexplained. */
	readonly rose: Readonly<Record<string, Counted>> | undefined;
	/** By how much it fell. */
	readonly drawn_or_lost: Counted | undefined;
	/** By the flow meter of drawn water. */
	readonly drawn: Counted | undefined;
}

/** Whether what is in this part can be told. */
export const isStored = (part: Part, plant: Plant): boolean => isTank(part) && layersOf(part, plant) !== undefined;

/** Undefined for a part that is no tank, or has too few sensors with a height. */
export function tankHeat(tank: Part, snapshot: Snapshot): TankHeat | undefined {
	const { plant, readings } = snapshot;
	const layers = isTank(tank) ? layersOf(tank, plant) : undefined;
	if (layers === undefined) return undefined;
	const counted = isCounted(snapshot);
	const balance = counted ? rememberedAt(snapshot, tankBalance, tank.id) : undefined;
	const draw = counted && tapOf(tank, plant) !== undefined ? rememberedAt(snapshot, drawMeter, tank.id) : undefined;
	const rose = balance && Object.entries(balance.rose).map(([source, count]) => [source, figuresOf(count)] as const);
	return {
		id: tank.id,
		...storedIn(layers, readings, coldWaterOf(plant)),
		rose: rose && Object.fromEntries(rose),
		drawn_or_lost: balance && figuresOf(balance.fell),
		drawn: draw && figuresOf(draw.heat),
	};
}
