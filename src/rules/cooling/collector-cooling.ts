import * as z from "zod";
import { claiming, rule, type Situation, silent } from "#control/rule.ts";
import { atLeast } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { type Claim, reason } from "#model/decision/decision.ts";
import { chargingOutOf, isField, sensorOf } from "#model/plant/circuit.ts";
import type { Circuit } from "#model/plant/plant.ts";
import { awaited, temperature } from "#model/plant/reading.ts";
import { degrees, later, minutesField } from "#model/quantities/fields.ts";
import { celsius, FULL, kelvin, minutes, shifted } from "#model/quantities/units.ts";
import { refusedWith } from "#model/sentences/refusal.ts";
import { areFull, begun, ended, forgotten, memory, stays } from "./collector-cooling-runs.ts";

const COLLECTOR = gauge("collector", "°C");
const TANK = gauge("tank", "°C");
/** As the limit of a tank it has no effect: the tank's maximum is never higher. */
const HIGHEST = 98;
/** A tank that had reached its limit takes heat again when it is so much colder. */
const TANK_HYSTERESIS = kelvin(2);

const options = z
	.object({
		enabled: later(z.boolean().default(true)),
		start_at: degrees(70, 120).default(celsius(90)),
		release_below: degrees(50, 119).default(celsius(86)),
		tank_up_to: later(degrees(60, HIGHEST).default(celsius(HIGHEST))),
		run_for: later(minutesField(0, 60).default(minutes(30))),
	})
	.refine((s) => s.release_below < s.start_at, {
		path: ["release_below"],
		...refusedWith("below_other", { other: "start_at" }),
	});
type Given = Situation<z.output<typeof options>>;

/**
 * Takes heat from a hot collector into the tank, even if charging would not, until the collector is strictly below
 * `release_below`, or the tank has reached a limit of its own. Over a full tank the runs are short, and after two in a row
 * the next ones last `run_for`.
 */
export const collectorCooling = rule({
	id: "collector_cooling",
	per: "part",
	where: isField,
	needs: { collector: sensorOf, circuits: chargingOutOf },
	options,
	off: ({ enabled }) => !enabled,
	memory,
	propose({ collector, circuits }, given, before) {
		const { readings, settings, compare } = given;
		const { enabled, start_at, release_below } = settings;
		if (!enabled) return silent(forgotten(before));
		const hot = temperature(readings, collector);
		if (hot === undefined) return silent(awaited(readings, collector) ? before : ended(before, circuits, given));
		const cools = before.cooling
			? compare.atLeast(COLLECTOR, hot, release_below, "release_below")
			: compare.atLeast(COLLECTOR, hot, start_at, "start_at");
		if (cools) {
			const because = reason("collector_hot", { collector: hot, start_at, release_below });
			const claims: Claim[] = [];
			for (const circuit of circuits)
				if (hasRoom(circuit, given)) claims.push(atLeast(circuit, FULL, "protection", because, "collector_cooling"));
			return claiming(before.cooling ? before : begun(before, circuits, given), claims);
		}
		const lasting = before.cooling ? stays(before, circuits, given, hot) : NONE;
		if (lasting.length === 0) return silent(ended(before, circuits, given));
		// While a tank is charged the run goes on as charging says, and afterwards as long as it was to last.
		const staying = areFull(circuits, given.circuits) ? lasting.filter(({ circuit }) => hasRoom(circuit, given)) : NONE;
		return claiming(
			before,
			staying.map(({ circuit, left }) =>
				atLeast(circuit, FULL, "protection", reason("cooling_runs_on", { collector: hot, left }), "collector_cooling"),
			),
		);
	},
});
const NONE: ReturnType<typeof stays> = [];

function hasRoom(circuit: Circuit, { readings, settings, circuits, compare }: Given): boolean {
	const { tank_up_to } = settings;
	const tank = tank_up_to < HIGHEST ? temperature(readings, circuit.to_sensor) : undefined;
	const up_to = circuits[circuit.index]?.runs === true ? tank_up_to : shifted(tank_up_to, kelvin(-TANK_HYSTERESIS));
	return tank === undefined || compare.below(TANK, tank, up_to, "tank_up_to");
}
