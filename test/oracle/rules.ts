import type { Activity } from "#model/decision/decision.ts";
import type { Intent, Mode } from "#model/decision/intent.ts";
import type { Output, Sensor } from "#model/plant/plant.ts";
import type { Readings } from "#model/plant/reading.ts";
import type { Celsius, Instant, Percent } from "#model/quantities/units.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { reason } from "../fakes/unworded.ts";
import type { Claim, Proposal, Situation } from "./core.ts";
import { since, temperature, warmerBy } from "./readings.ts";

/** Settings by rule and field, as the options have them. */
export type Limits = Readonly<Record<string, Readonly<Record<string, number | boolean | string>>>>;
export type Memory = Readonly<Record<string, unknown>>;
interface Rule {
	readonly id: string;
	readonly memory: Memory;
	propose(situation: Situation, memory: Memory): Proposal;
}

const claiming = (memory: Memory, ...claims: readonly Claim[]): Proposal => ({ claims, idle: [], memory });
const idling = (memory: Memory, output: Output | undefined, code: string, facts: Facts = {}): Proposal => ({
	claims: [],
	idle: output === undefined ? [] : [{ output, because: reason(code, facts) }],
	memory,
});
const inactive = (memory: Memory, output: Output | undefined, role: string) =>
	idling(memory, output, "not_wired", { role });
const run = (output: Output, rank: Claim["rank"], code: string, facts: Facts, activity: Activity): Claim => ({
	output,
	want: 100 as Percent,
	rank,
	because: reason(code, facts),
	activity,
});
const stop = (output: Output, rank: Claim["rank"], code: string, facts: Facts, activity: Activity): Claim => ({
	...run(output, rank, code, facts, activity),
	want: 0 as Percent,
});
const seen = (value: Celsius | undefined, name: string): Facts => (value === undefined ? {} : { [name]: value });
/** The settings of one rule, which are numbers but for `enabled`. */
const numbers = (limits: Limits, id: string) => limits[id] as Readonly<Record<string, number>>;
const latch = (was: boolean, value: number | undefined, at: number, below: number) =>
	value === undefined ? was : was ? value >= below : value >= at;

const boilStop: Rule = {
	id: "boil_stop",
	memory: { boiling: false },
	propose({ roles: { pump, collector }, readings, limits }, memory) {
		if (pump === undefined || collector === undefined) return inactive({ boiling: false }, pump, "collector");
		const { stop_at = 0, release_below = 0 } = numbers(limits, "boil_stop");
		const hot = temperature(readings, collector);
		const boiling = latch(memory["boiling"] === true, hot, stop_at, release_below);
		if (!boiling) return claiming({ boiling });
		const facts = { ...seen(hot, "collector"), stop_at, release_below };
		return claiming({ boiling }, stop(pump, "safety", "boiling", facts, "boil_stop"));
	},
};

const collectorCooling: Rule = {
	id: "collector_cooling",
	memory: { cooling: false },
	propose({ roles: { pump, collector }, readings, limits }, memory) {
		if (pump === undefined || collector === undefined) return inactive({ cooling: false }, pump, "collector");
		const { start_at = 0, release_below = 0 } = numbers(limits, "collector_cooling");
		const hot = temperature(readings, collector);
		const cooling = hot !== undefined && latch(memory["cooling"] === true, hot, start_at, release_below);
		if (hot === undefined || !cooling) return claiming({ cooling });
		const facts = { collector: hot, start_at, release_below };
		return claiming({ cooling }, run(pump, "protection", "collector_hot", facts, "collector_cooling"));
	},
};

interface Hold {
	readonly output: string;
	readonly want: number;
	readonly until: number;
}
const manual: Rule = {
	id: "manual",
	memory: { holds: [] },
	propose({ now, plant, mode, intents, limits }, memory) {
		const usual = (numbers(limits, "manual")["hold_for"] ?? 0) * 60;
		let holds = memory["holds"] as readonly Hold[];
		for (const intent of intents) holds = heard(holds, intent, plant.outputs, now, mode, usual);
		if (mode === "off") return claiming({ holds: [] });
		const lasting = holds.flatMap((hold) => {
			const output = plant.outputs.find((o) => o.id === hold.output);
			const left = since(now, hold.until as Instant);
			return output !== undefined && left > 0 && left <= longest(output, mode) ? [{ hold, output, left }] : [];
		});
		const claims = lasting.map(({ hold: { want }, output, left }): Claim => {
			const because = reason(want > 0 ? "held_on" : "held_off", { left: Math.ceil(left) });
			return { output, want: want as Percent, rank: "manual", because, activity: "manual" };
		});
		return claiming({ holds: lasting.map(({ hold }) => hold) }, ...claims);
	},
};
function heard(
	holds: readonly Hold[],
	intent: Intent,
	outputs: readonly Output[],
	now: Instant,
	mode: Mode,
	usual: number,
): readonly Hold[] {
	if (intent.kind === "mode") return [];
	if (intent.kind === "release") return holds.filter((h) => h.output !== intent.output);
	if (intent.kind !== "hold") return holds;
	const output = outputs.find((o) => o.id === intent.output);
	if (output === undefined) return holds;
	const until = now + Math.min(Math.max(intent.for ?? usual, 1), longest(output, mode));
	const others = mode === "test" ? [] : holds.filter((h) => h.output !== intent.output);
	return [...others, { output: intent.output, want: intent.want, until }];
}
const longest = (output: Output, mode: Mode) => (mode === "test" ? 600 : output.role === "heater" ? 3600 : 86_400);

const nightCooling: Rule = {
	id: "night_cooling",
	memory: { cooling: false },
	propose({ roles: { pump, collector, tank }, readings, limits }, memory) {
		if (limits["night_cooling"]?.["enabled"] !== true) return claiming({ cooling: false });
		if (pump === undefined || collector === undefined) return inactive({ cooling: false }, pump, "collector");
		const { tank_above = 0, hysteresis = 0, colder_by = 0 } = numbers(limits, "night_cooling");
		const cold = temperature(readings, collector);
		const warm = temperature(readings, tank);
		if (cold === undefined || warm === undefined) return claiming({ cooling: false });
		const surplus = warmerBy(warm, cold);
		const from = memory["cooling"] === true ? tank_above - hysteresis : tank_above;
		const cooling = warm >= from && surplus >= colder_by;
		if (!cooling) return claiming({ cooling });
		const facts = { tank: warm, collector: cold, surplus, tank_above, colder_by };
		return claiming({ cooling }, run(pump, "protection", "tank_surplus", facts, "night_cooling"));
	},
};

const sensorLost: Rule = {
	id: "sensor_lost",
	memory: {},
	propose({ roles: { collector, tank, pump, heater }, readings }) {
		const claims: Claim[] = [];
		const [noTank, noCollector] = [missing(readings, tank), missing(readings, collector)];
		const stays = noCollector ?? noTank;
		if (pump !== undefined && stays !== undefined) claims.push(off(pump, stays));
		if (heater !== undefined && noTank !== undefined) claims.push(off(heater, noTank));
		return claiming({}, ...claims);
	},
};
const off = (output: Output, { code, facts }: ReturnType<typeof reason>) =>
	stop(output, "safety", code, facts, code === "sensor_awaited" ? "starting" : "fault");
function missing(readings: Readings, sensor: Sensor | undefined) {
	if (sensor === undefined) return undefined;
	const reading = readings[sensor.index];
	if (reading === undefined || reading.kind === "unknown") return reason("sensor_awaited", { sensor: sensor.id });
	if (reading.kind === "ok") return undefined;
	return reason("sensor_lost", { sensor: sensor.id, fault: reading.kind === "broken" ? reading.fault.code : "stale" });
}

const solarCharging: Rule = {
	id: "solar_charging",
	memory: { running: false },
	propose({ roles: { pump, collector, tank }, readings, limits }, memory) {
		if (pump === undefined || collector === undefined) return inactive({ running: false }, pump, "collector");
		if (tank === undefined) return inactive({ running: false }, pump, "tank");
		const [hot, cold] = [temperature(readings, collector), temperature(readings, tank)];
		if (hot === undefined || cold === undefined) return idling({ running: false }, pump, "no_reading");
		const { start_at = 0, stop_at = 0 } = numbers(limits, "solar_charging");
		const gain = warmerBy(hot, cold);
		const running = memory["running"] === true ? gain > stop_at : gain >= start_at;
		if (!running) return idling({ running }, pump, "no_gain", { gain, start_at, collector: hot, tank: cold });
		return claiming({ running }, run(pump, "normal", "gain", { gain, stop_at, collector: hot, tank: cold }, "heating"));
	},
};

const tankLimit: Rule = {
	id: "tank_limit",
	memory: { full: false, too_hot: false },
	propose({ roles: { pump, heater, tank, tank_sensors }, readings, limits }, memory) {
		const blind = heater === undefined ? [] : [stop(heater, "safety", "tank_unseen", {}, "fault")];
		if (tank_sensors.length === 0)
			return heater === undefined ? inactive(memory, pump, "tank") : claiming(memory, ...blind);
		const { target = 0, hysteresis = 0, maximum = 0 } = numbers(limits, "tank_limit");
		const reference = temperature(readings, tank);
		const release = maximum - hysteresis;
		const all = tank_sensors.map((s) => temperature(readings, s)).filter((t) => t !== undefined);
		const hottest = all.length === 0 ? undefined : (Math.max(...all) as Celsius);
		const full = latch(memory["full"] === true, reference, target, target - hysteresis);
		const hot = latch(memory["too_hot"] === true, hottest, maximum, release);
		const before = (memory["reached"] ?? []) as readonly string[];
		const reached = tank_sensors.flatMap((sensor) => {
			const was = before.includes(sensor.id);
			const value = temperature(readings, sensor);
			return (value === undefined ? was : value >= release && (was || hot)) ? [sensor.id as string] : [];
		});
		const lost = reached.find(
			(id) =>
				temperature(
					readings,
					tank_sensors.find((s) => s.id === id),
				) === undefined,
		);
		const too_hot = hot || lost !== undefined;
		const claims: Claim[] = [];
		if (too_hot) {
			const seenHot = lost === undefined || (hottest !== undefined && hottest >= release);
			const code = seenHot ? "tank_maximum" : "tank_maximum_lost";
			const facts = { ...(seenHot ? seen(hottest, "tank") : { sensor: lost }), maximum, release_below: release };
			for (const o of [pump, heater]) if (o !== undefined) claims.push(stop(o, "safety", code, facts, "tank_too_hot"));
		} else if (hottest === undefined) claims.push(...blind);
		const filled = { ...seen(reference, "tank"), target, release_below: target - hysteresis };
		if (full && pump !== undefined) claims.push(stop(pump, "normal", "tank_full", filled, "tank_full"));
		return claiming({ full, too_hot, ...(reached.length > 0 && { reached }) }, ...claims);
	},
};

export const RULES: readonly Rule[] = [
	...[boilStop, collectorCooling, manual, nightCooling, sensorLost, solarCharging, tankLimit],
];
