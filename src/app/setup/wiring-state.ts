import type { Snapshot } from "#model/decision/snapshot.ts";
import { running } from "#model/plant/output.ts";
import { type Instant, since } from "#model/quantities/units.ts";
import type { PlanRow } from "#web/setup/setup-view.ts";

/** Seconds that every solar pump has to run before its wiring counts as looked at: the checks need ten minutes. */
const ENOUGH = 1200;
const WRONG: ReadonlySet<string> = new Set([
	...["swapped_by_day", "swapped_at_night", "swapped_lines", "no_flow", "no_flow_metered"],
	...["night_flow", "night_flow_alone", "relay_stays_on", "relay_stays_off", "wired_the_other_way", "pump_reversed"],
]);

/** Whether physics had the time to show wrong wiring, since this process began. */
export function wiringState() {
	const ran = new Map<string, number>();
	let last: Instant | undefined;
	return {
		turned({ plant, outputs, now }: Snapshot): void {
			const passed = last === undefined ? 0 : Math.max(0, since(last, now));
			last = now;
			for (const { pump } of plant.circuits) {
				const state = outputs[pump.index];
				if (state !== undefined && running(state)) ran.set(pump.id, (ran.get(pump.id) ?? 0) + passed);
			}
		},
		state({ plant, findings }: Snapshot): PlanRow["state"] {
			if (findings.some(({ code }) => WRONG.has(code))) return "missing";
			const pumps = plant.circuits.map(({ pump }) => ran.get(pump.id) ?? 0);
			return pumps.length > 0 && pumps.every((seconds) => seconds >= ENOUGH) ? "done" : "later";
		},
	};
}
