import type { Chance } from "../chance.ts";
import type { HouseDesign } from "../house-design.ts";
import type { Layout } from "../layout.ts";
import { amountOf, concerns, type FaultName, type PlantFault } from "./plant-fault.ts";

const of = (faults: readonly PlantFault[], name: FaultName, id: string): PlantFault | undefined =>
	faults.find((one) => one.fault === name && concerns(one, id));
const shareOf = (fault: PlantFault | undefined) => (fault === undefined ? 1 : amountOf(fault) / 100);

/** Gives pumps, fields, coils and check valves the faults that last now, and no others. */
export function afflict({ design, layout, chance }: Afflicted, faults: readonly PlantFault[]): void {
	for (const [id, pump] of layout.pumps) {
		const air = of(faults, "air", id);
		const bubbles = air === undefined ? 1 : (amountOf(air) / 100) * chance.uniform();
		pump.moves = of(faults, "pump_dead", id) === undefined ? shareOf(of(faults, "flow_low", id)) * bubbles : 0;
	}
	for (const [id, { collector }] of layout.fields) {
		collector.light = shareOf(of(faults, "glass_covered", id));
		collector.works = shareOf(of(faults, "field_part_lost", id));
		collector.loses = shareOf(of(faults, "insulation_lost", id));
	}
	for (const [id, coils] of layout.coils) for (const coil of coils) coil.clean = shareOf(of(faults, "coil_scaled", id));
	for (const [source, branch] of layout.branches) {
		const own = design.lines.filter(({ from }) => from === source);
		const leaks = faults.find((one) => one.fault === "check_valve_leaks" && own.some(({ id }) => concerns(one, id)));
		branch.leak = leaks === undefined ? 0 : amountOf(leaks);
		branch.swapped = faults.some(
			(one) => one.fault === "flow_return_swapped" && own.some(({ id }) => concerns(one, id)),
		);
	}
	layout.network.refresh();
}

interface Afflicted {
	readonly design: HouseDesign;
	readonly layout: Layout;
	readonly chance: Chance;
}

/** The level at which a contact holds an output that is driven at a level; undefined where it obeys. */
export function heldAt(faults: readonly PlantFault[], id: string, level: number): number | undefined {
	if (of(faults, "power_cut", "") !== undefined) return 0;
	if (of(faults, "relay_stuck_off", id) !== undefined) return 0;
	if (of(faults, "relay_welded", id) !== undefined) return 100;
	return of(faults, "relay_inverted", id) === undefined ? undefined : level > 0 ? 0 : 100;
}

export const isDead = (faults: readonly PlantFault[], heater: string): boolean =>
	of(faults, "heater_dead", heater) !== undefined;
