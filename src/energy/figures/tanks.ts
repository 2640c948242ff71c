import type { Snapshot } from "#model/decision/snapshot.ts";
import { isTank } from "#model/plant/circuit.ts";
import type { Part, Plant } from "#model/plant/plant.ts";
import { type Count, type Counted, figuresOf } from "../counting/count.ts";
import { drawMeter } from "../draw-meter.ts";
import { coldWaterOf, layersOf, type Stored, storedIn } from "../tank/layers.ts";
import { standingOf } from "../tank/spell.ts";
import { tapOf } from "../tank/tap.ts";
import { tankBalance } from "../tank-balance.ts";
import { tankLoss } from "../tank-loss.ts";
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
	/** Relative, of what was drawn. */
	readonly drawn_uncertainty: number | undefined;
	/** What the tank gives off to what is around it; undefined until it is known how much that is. */
	readonly loss: Loss | undefined;
}

/** Standing loss. */
export interface Loss {
	/** W now; undefined while it cannot be told. */
	readonly power: number | undefined;
	/** W for each K by which the tank is warmer than around it. Undefined while its last hours of rest do not agree. */
	readonly w_per_k: number | undefined;
	readonly heat: Counted;
	/** Relative; undefined before anything was counted. */
	readonly uncertainty: number | undefined;
	/** Seconds in which it could not be told. */
	readonly unmeasured: number;
}

/** Whether what is in this part can be told. */
export const isStored = (part: Part, plant: Plant): boolean => isTank(part) && layersOf(part, plant) !== undefined;

/** Whether a flow meter measures what is drawn from it. */
export const isDrawnMetered = (tank: Part, plant: Plant): boolean =>
	isStored(tank, plant) && tapOf(tank, plant) !== undefined;

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
		drawn_uncertainty: draw && shareOf(draw),
		loss: counted ? lossOf(tank, snapshot) : undefined,
	};
}

function lossOf(tank: Part, snapshot: Snapshot): Loss | undefined {
	const memory = rememberedAt(snapshot, tankLoss, tank.id);
	const standing = memory && standingOf(memory.losses);
	if (memory === undefined || (standing === undefined && memory.heat.total === 0)) return undefined;
	return {
		power: memory.watts,
		w_per_k: standing?.w_per_k,
		heat: figuresOf(memory.heat),
		uncertainty: shareOf(memory),
		unmeasured: Math.round(memory.gap),
	};
}

const shareOf = ({ heat, doubt }: { readonly heat: Count; readonly doubt: number }): number | undefined =>
	heat.total > 0 ? doubt / heat.total : undefined;
