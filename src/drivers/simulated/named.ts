import type { PartKind, Plant } from "#model/plant/plant.ts";
import { seconds } from "#model/quantities/units.ts";
import type { Declared } from "../bus/loaded-later.ts";
import { drivenAt, sensedAt } from "./address.ts";

export const SCHEME = "simulated";
export const SIMULATED: Declared = {
	identity: "simulated plant",
	pace: seconds(1),
	verify: "readback",
	onCrash: "drops",
};

/** Whether a sensor's address names a part, a circuit or a pump that the plant does not have. */
export function lacks(address: string, { parts, circuits, outputs }: Plant): boolean {
	const sensed = sensedAt(address);
	if (sensed === undefined || sensed.kind === "air") return false;
	if (sensed.kind === "flow") return ![...circuits.map(({ id }) => id), ...outputs.map(nameOf)].includes(sensed.of);
	const { part } = sensed;
	return part !== undefined && !parts.some(({ id, kind }) => id === part && MEASURABLE[sensed.kind].includes(kind));
}
const MEASURABLE: Readonly<Record<"outlet" | "back" | "irradiance" | "water", readonly PartKind[]>> = {
	outlet: ["collector", "source"],
	back: ["collector", "source", "tank"],
	irradiance: ["collector"],
	water: ["tank", "sink"],
};

export const isSimulated = ({ bus }: Plant["outputs"][number]) => bus === SCHEME;

/** An output that is not simulated has a name that no address can have: it never moves. */
export const nameOf = (output: Plant["outputs"][number]): string =>
	(isSimulated(output) ? drivenAt(output.channel)?.name : undefined) ?? `not simulated: ${output.id}`;
